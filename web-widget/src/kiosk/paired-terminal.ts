import { ApiError } from '../client/failure';
import type { KepuKiosk } from './kepu-kiosk';
import type { KepuPairing } from './kepu-pairing';
import type { Screen } from './screen';
import type { TerminalSettings } from './terminal-client';
import { TerminalClient } from './terminal-client';

/** How often a terminal says that it lives. */
export const BEAT_MS = 30_000;
const AGAIN_MS = 5_000;

/**
 * A terminal that knows by its token which it is: asks to be paired, shows what it is set to, says that it lives, and
 * follows a new setting once nobody is before it.
 */
export class PairedTerminal {
  readonly #client = new TerminalClient();
  #kiosk: KepuKiosk | undefined;
  #shown: TerminalSettings | undefined;
  #next: TerminalSettings | 'pairing' | undefined;

  constructor(
    private readonly place: HTMLElement,
    private readonly screen: Screen,
  ) {}

  /** Shows the terminal, or asks for its code. */
  async start(): Promise<void> {
    setInterval(() => void this.#beat(), BEAT_MS);
    for (;;) {
      try {
        this.#show(await this.#client.settings());
        void this.#beat();
        return;
      } catch (error) {
        if (isUnpaired(error)) {
          this.#askForCode();
          return;
        }
        this.#pairing().waiting = true;
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    }
  }

  async #beat(): Promise<void> {
    if (!this.#shown) return;
    try {
      const version = await this.#client.beat(this.#shown.version);
      if (version !== this.#shown.version) this.#next = await this.#client.settings();
    } catch (error) {
      if (!isUnpaired(error)) return; // the network is away: the next beat says more
      this.#next = 'pairing';
    }
    this.#follow();
  }

  /** What is to be shown next is shown when nobody is there. */
  #follow(): void {
    if (this.#next === undefined || this.#kiosk?.busy) return;
    const next = this.#next;
    this.#next = undefined;
    if (next === 'pairing') this.#askForCode();
    else {
      this.#show(next);
      void this.#beat();
    }
  }

  #show(settings: TerminalSettings): void {
    this.#shown = settings;
    if (!this.#kiosk) {
      this.#kiosk = Object.assign(document.createElement('kepu-kiosk'), this.screen);
      this.#kiosk.addEventListener('kepu-internal-free', () => {
        this.#follow();
      });
      this.place.replaceChildren(this.#kiosk);
    }
    const { terminal, venue, hall, hallNames, exhibit, audience, low, large } = settings;
    const place = { terminal, venue, hall, hallNames, exhibit };
    Object.assign(this.#kiosk, { ...place, audience, low, largeText: large });
  }

  #askForCode(): void {
    this.#shown = undefined;
    this.#pairing().waiting = false;
  }

  #pairing(): KepuPairing {
    const known = this.place.querySelector('kepu-pairing');
    if (known) return known;
    const pairing = document.createElement('kepu-pairing');
    pairing.client = this.#client;
    pairing.theme = this.screen.theme;
    pairing.addEventListener('kepu-internal-paired', ({ settings }) => {
      this.#show(settings);
      void this.#beat();
      // Asked for once more, it passes by the service worker, which keeps it for a time without a network.
      void this.#client.settings().catch(() => undefined);
    });
    this.#kiosk = undefined;
    this.place.replaceChildren(pairing);
    return pairing;
  }
}

function isUnpaired(error: unknown): boolean {
  return error instanceof ApiError && error.failure.code === 'terminal_not_paired';
}
