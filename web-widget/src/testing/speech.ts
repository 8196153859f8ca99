import { vi } from 'vitest';

/** A device's voices: what they were given, and what they are reading. */
export class FakeSynthesis extends EventTarget {
  readonly given: FakeUtterance[] = [];
  reading: FakeUtterance[] = [];
  readonly #voices: readonly SpeechSynthesisVoice[];

  /** @param voices a tag and a name each; `+` before it for one that is not the device's own, `*` for its usual one */
  constructor(...voices: string[]) {
    super();
    this.#voices = voices.map((voice) => {
      const [, sign, lang = '', name = lang] = /^([+*]?) ?(\S+)(?: (.+))?$/.exec(voice) ?? [];
      return { name, voiceURI: name, lang, default: sign === '*', localService: sign !== '+' };
    });
    vi.stubGlobal('speechSynthesis', this);
    vi.stubGlobal('SpeechSynthesisUtterance', FakeUtterance);
  }

  getVoices(): readonly SpeechSynthesisVoice[] {
    return this.#voices;
  }

  speak(utterance: FakeUtterance): void {
    this.given.push(utterance);
    this.reading.push(utterance);
  }

  cancel(): void {
    const broken = this.reading;
    this.reading = [];
    for (const utterance of broken) utterance.onerror?.();
  }

  /** Reads to the end. */
  end(): void {
    const read = this.reading;
    this.reading = [];
    for (const utterance of read) utterance.onend?.();
  }
}

export class FakeUtterance {
  lang = '';
  rate = 1;
  voice: SpeechSynthesisVoice | null = null;
  onend?: () => void;
  onerror?: () => void;
  constructor(readonly text: string) {}
}

/** A browser's recognition of speech; the tests are what it hears. */
export class FakeRecognition {
  static all: FakeRecognition[] = [];
  lang = '';
  interimResults = false;
  state: 'new' | 'started' | 'stopped' | 'aborted' = 'new';
  onresult?: (event: { results: { transcript: string }[][] }) => void;
  onerror?: (event: { error: string }) => void;
  onend?: () => void;

  constructor() {
    FakeRecognition.all.push(this);
  }

  static get last(): FakeRecognition {
    const last = FakeRecognition.all.at(-1);
    if (!last) throw new Error('nobody listens');
    return last;
  }

  /** Stands in for the browser's own. */
  static install(): void {
    FakeRecognition.all = [];
    vi.stubGlobal('webkitSpeechRecognition', FakeRecognition);
  }

  start(): void {
    this.state = 'started';
  }

  stop(): void {
    this.state = 'stopped';
  }

  abort(): void {
    this.state = 'aborted';
  }

  hears(...phrases: string[]): void {
    this.onresult?.({ results: phrases.map((transcript) => [{ transcript }]) });
  }

  ends(error?: string): void {
    if (error) this.onerror?.({ error });
    this.onend?.();
  }
}
