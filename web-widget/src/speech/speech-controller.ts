import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Passage } from './spoken';

/** Voices that Apple's systems have for fun, and name first. */
const NOVELTIES =
  /^(?:Albert|Bad News|Bahh|Bells|Boing|Bubbles|Cellos|Eddy|Flo|Fred|Good News|Grand[mp]a|Jester|Junior|Kathy|Organ|Ralph|Reed|Rocko|Sandy|Shelley|Superstar|Trinoids|Whisper|Wobble|Zarvox)\b/;

/** Ends the reading that goes on: a page has one voice, and two answers at once are none. */
let silence: (() => void) | undefined;

/** Ends what is being read aloud, wherever on the page. */
export function hush(): void {
  silence?.();
}

/** Reads texts aloud with the device's own voices; nothing leaves the device. */
export class SpeechController implements ReactiveController {
  speaking = false;
  /** Held, because browsers forget utterances that nobody holds, and then never tell their end. */
  #utterances: readonly SpeechSynthesisUtterance[] = [];

  /** @param changed called when reading begins or ends */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly changed?: (speaking: boolean) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#synthesis?.addEventListener('voiceschanged', this.#update);
    window.addEventListener('pagehide', this.stop); // some browsers read on without the page
  }

  hostDisconnected(): void {
    this.#synthesis?.removeEventListener('voiceschanged', this.#update);
    window.removeEventListener('pagehide', this.stop);
    this.stop();
  }

  /** Whether the device has a voice for each passage, and there is one. */
  speaks(passages: readonly Passage[]): boolean {
    return passages.length > 0 && passages.every(({ language }) => this.#voice(language) !== undefined);
  }

  /** Reads passages one after another; what was being read ends. */
  speak(passages: readonly Passage[]): void {
    hush();
    const utterances = passages.map(({ text, language }) => {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.lang = language;
      utterance.voice = this.#voice(language) ?? null;
      utterance.rate = 0.9;
      return utterance;
    });
    // The end of what was broken off arrives when the next text has begun.
    const ended = (): void => {
      if (this.#utterances === utterances) this.stop();
    };
    for (const utterance of utterances) utterance.onerror = ended;
    const last = utterances.at(-1);
    if (!last) return;
    last.onend = ended;
    this.#utterances = utterances;
    silence = this.stop;
    this.#set(true);
    for (const utterance of utterances) this.#synthesis?.speak(utterance);
  }

  /** Falls silent; nothing happens if another reads. */
  readonly stop = (): void => {
    if (silence !== this.stop) return;
    silence = undefined;
    this.#utterances = [];
    this.#synthesis?.cancel();
    this.#set(false);
  };

  get #synthesis(): SpeechSynthesis | undefined {
    return 'speechSynthesis' in window ? window.speechSynthesis : undefined;
  }

  /** The device's voice of this very language, else of one that is near; its usual one, if it says which that is. */
  #voice(language: string): SpeechSynthesisVoice | undefined {
    const voices = (this.#synthesis?.getVoices() ?? []).filter(
      ({ lang, localService, name }) =>
        localService && !NOVELTIES.test(name) && tongueOf(lang) === tongueOf(language),
    );
    const exact = voices.filter(({ lang }) => tagOf(lang) === tagOf(language));
    const fitting = exact.length > 0 ? exact : voices;
    return fitting.find((voice) => voice.default) ?? fitting[0];
  }

  readonly #update = (): void => {
    this.host.requestUpdate();
  };

  #set(speaking: boolean): void {
    if (speaking === this.speaking) return;
    this.speaking = speaking;
    this.changed?.(speaking);
    this.host.requestUpdate();
  }
}

/** Android writes `zh_CN`, and some call Mandarin `cmn`. */
function tagOf(language: string): string {
  return language
    .replaceAll('_', '-')
    .replace(/^cmn\b/i, 'zh')
    .toLowerCase();
}

/** What is spoken: Hong Kong's and Macao's Chinese is not Mandarin. */
function tongueOf(language: string): string {
  const tag = tagOf(language);
  return /^zh-(?:.*-)?(?:hk|mo)\b/.test(tag) ? 'yue' : (tag.split('-')[0] ?? tag);
}
