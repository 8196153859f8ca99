import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Reads texts aloud with the device's own voices; nothing leaves the device. */
export class SpeechController implements ReactiveController {
  speaking = false;
  #current: SpeechSynthesisUtterance | undefined;

  /** @param changed called when reading begins or ends */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly changed: (speaking: boolean) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#voices?.addEventListener('voiceschanged', this.#update);
  }

  hostDisconnected(): void {
    this.#voices?.removeEventListener('voiceschanged', this.#update);
    this.stop();
  }

  /** Whether the device has a voice for a language. */
  speaks(language: string): boolean {
    const tongue = language.slice(0, 2);
    return this.#voices?.getVoices().some(({ lang }) => lang.startsWith(tongue)) ?? false;
  }

  /** Reads a text; what was being read ends. */
  speak(text: string, language: string): void {
    this.stop();
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = language;
    utterance.rate = 0.9;
    // The end of a text that was broken off arrives when the next one has begun.
    const ended = (): void => {
      if (this.#current === utterance) this.#set(false);
    };
    utterance.onend = ended;
    utterance.onerror = ended;
    this.#current = utterance;
    this.#set(true);
    this.#voices?.speak(utterance);
  }

  /** Falls silent. */
  stop(): void {
    this.#current = undefined;
    this.#voices?.cancel();
    this.#set(false);
  }

  get #voices(): SpeechSynthesis | undefined {
    return 'speechSynthesis' in window ? window.speechSynthesis : undefined;
  }

  readonly #update = (): void => {
    this.host.requestUpdate();
  };

  #set(speaking: boolean): void {
    if (speaking === this.speaking) return;
    this.speaking = speaking;
    this.changed(speaking);
    this.host.requestUpdate();
  }
}
