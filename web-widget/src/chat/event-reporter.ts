import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ChatClient } from '../client/chat-client';
import type { PageEvent, TimedEvent } from '../client/contract';
import { requestId } from '../client/request-id';

/** What happens is told together, after so long. */
export const TOGETHER_MS = 10_000;
/** More than anybody taps meanwhile; the service takes 100 at once. */
const MOST = 50;

/** Tells what happens on a page, in few requests: after a while, and before the page is left. */
export class EventReporter implements ReactiveController {
  #waiting: TimedEvent[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly client: () => ChatClient,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#look);
    window.addEventListener('pagehide', this.flush);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#look);
    window.removeEventListener('pagehide', this.flush);
    this.flush();
  }

  add(event: PageEvent): void {
    this.#waiting.push({ id: requestId(), at: new Date().toISOString(), ...event });
    if (this.#waiting.length >= MOST) this.flush();
    else this.#timer ??= setTimeout(this.flush, TOGETHER_MS);
  }

  /** Calls back now, or once the page comes into sight. */
  onceSeen(seen: () => void): void {
    if (document.visibilityState === 'visible') seen();
    else document.addEventListener('visibilitychange', seen, { once: true });
  }

  /** Tells what waits. What does not arrive is lost: a page is no ledger. */
  readonly flush = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const events = this.#waiting;
    this.#waiting = [];
    if (events.length > 0)
      void this.client()
        .happened(events)
        .catch(() => undefined);
  };

  readonly #look = (): void => {
    if (document.visibilityState === 'hidden') this.flush();
  };
}
