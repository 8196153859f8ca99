import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Stay } from './stay';

/** Why a stay is told. */
export type StayReason = 'nav' | 'explicit';

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove'] as const;

/** Less is nobody's stay. */
const LEAST_MS = 1_000;

/** Notices how long the panel is seen and used, and tells whenever it is left. */
export class StayController implements ReactiveController {
  readonly #stay = new Stay();
  #shown = false;

  /** @param tell what is done with the time, in milliseconds, since it was last told */
  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly tell: (ms: number, reason: StayReason) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#look);
    window.addEventListener('pagehide', this.#leave);
    for (const sign of SIGNS) this.host.addEventListener(sign, this.#touch, { passive: true });
    this.#see();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#look);
    window.removeEventListener('pagehide', this.#leave);
    for (const sign of SIGNS) this.host.removeEventListener(sign, this.#touch);
    this.#leave();
    this.#stay.see(false, performance.now());
  }

  /** The panel is open, or it is not. */
  shown(shown: boolean): void {
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#see();
    if (!shown) this.end('explicit');
  }

  /** Tells what has come together; what comes after it is told by itself. */
  end(reason: StayReason): void {
    const ms = this.#stay.take(performance.now());
    if (ms >= LEAST_MS) this.tell(Math.round(ms), reason);
  }

  #see(): void {
    this.#stay.see(this.#shown && document.visibilityState === 'visible', performance.now());
  }

  readonly #touch = (): void => {
    this.#stay.touch(performance.now());
  };

  readonly #look = (): void => {
    this.#see();
    if (document.visibilityState === 'hidden') this.#leave();
  };

  readonly #leave = (): void => {
    this.end('nav');
  };
}
