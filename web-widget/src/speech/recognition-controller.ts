import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { hush } from './speech-controller';

/** Why nothing was understood. */
export type HearingFailure = 'denied' | 'microphone' | 'silence' | 'network' | 'language' | 'other';

/** What is used of the browser's `SpeechRecognition`, which TypeScript's library does not describe. */
interface Recognition {
  lang: string;
  interimResults: boolean;
  onresult: ((event: { readonly results: SpeechRecognitionResultList }) => void) | null;
  onerror: ((event: { readonly error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
  abort(): void;
}

type RecognitionMaker = new () => Recognition;

/**
 * Writes down what is said, as the browser recognises it; no sound comes here. A recognition is of one phrase: while
 * `held`, the next one follows.
 */
export class RecognitionController implements ReactiveController {
  /** What became of the last listening. */
  outcome: 'heard' | HearingFailure | undefined;
  /** Whether to listen on when a phrase has ended. */
  held = false;
  #current: Recognition | undefined;

  /** @param ended called when listening has ended by itself or was finished, not when it was cancelled */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly ended: () => void,
  ) {
    host.addController(this);
  }

  /** Whether the browser recognises speech. */
  get available(): boolean {
    return maker() !== undefined;
  }

  get listening(): boolean {
    return this.#current !== undefined;
  }

  hostDisconnected(): void {
    this.cancel();
  }

  /**
   * Listens; what is being read aloud ends, or it would be heard.
   *
   * @param heard gets all that was understood so far, each time that it changes
   */
  listen(language: string, heard: (transcript: string) => void): void {
    hush();
    this.cancel();
    this.#begin(language, heard, '');
  }

  /** No more is said; what was said may still be understood. */
  finish(): void {
    this.held = false;
    this.#current?.stop();
  }

  /** Stops at once and hears nothing more. */
  cancel(): void {
    const recognition = this.#current;
    this.#end(undefined);
    recognition?.abort();
  }

  #begin(language: string, heard: (transcript: string) => void, before: string): void {
    const Recogniser = maker();
    if (!Recogniser) return;
    const recognition = new Recogniser();
    let transcript = before;
    let failure: HearingFailure | undefined;
    recognition.lang = language;
    recognition.interimResults = true;
    recognition.onresult = ({ results }) => {
      if (this.#current !== recognition) return;
      transcript = joined(before, Array.from(results, (result) => result[0]?.transcript ?? '').join(''));
      heard(transcript);
    };
    recognition.onerror = ({ error }) => {
      failure = failureOf(error);
    };
    recognition.onend = () => {
      if (this.#current !== recognition) return;
      if (this.held && !failure && transcript !== before) {
        this.#begin(language, heard, transcript);
        return;
      }
      const said = transcript !== '';
      this.#end(failure && !(said && failure === 'silence') ? failure : said ? 'heard' : 'silence');
      this.ended();
    };
    this.#current = recognition;
    this.host.requestUpdate();
    recognition.start();
  }

  #end(outcome: typeof this.outcome): void {
    this.#current = undefined;
    this.held = false;
    this.outcome = outcome;
    this.host.requestUpdate();
  }
}

/** Two texts as one; words of a language with spaces between them are parted. */
export function joined(before: string, after: string): string {
  const next = after.trimStart();
  return before + (/[!-~]$/.test(before) && /^[\w(]/.test(next) ? ' ' : '') + next;
}

function maker(): RecognitionMaker | undefined {
  const page: Window & { SpeechRecognition?: RecognitionMaker; webkitSpeechRecognition?: RecognitionMaker } =
    window;
  return page.SpeechRecognition ?? page.webkitSpeechRecognition;
}

function failureOf(error: string): HearingFailure {
  switch (error) {
    case 'not-allowed':
    case 'service-not-allowed':
      return 'denied';
    case 'audio-capture':
      return 'microphone';
    case 'no-speech':
      return 'silence';
    case 'network':
      return 'network';
    case 'language-not-supported':
      return 'language';
    default:
      return 'other';
  }
}
