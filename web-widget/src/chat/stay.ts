/** So long after a visitor's last sign of life a page that is seen counts as read; then as left open. */
const READS_ON_MS = 60_000;

/**
 * How long a page is seen and used. Pure: time comes in with every call, in milliseconds.
 */
export class Stay {
  #seen = false;
  #since = 0;
  #until = 0;
  #taken = 0;

  /** The page came into sight, or went out of it. */
  see(seen: boolean, now: number): void {
    this.#count(now);
    this.#seen = seen;
    // Who opens it begins to read.
    if (seen) this.#until = now + READS_ON_MS;
  }

  /** The visitor moved, typed, touched. */
  touch(now: number): void {
    this.#count(now);
    this.#until = now + READS_ON_MS;
  }

  /** What has come together since it was last taken. */
  take(now: number): number {
    this.#count(now);
    const stayed = this.#taken;
    this.#taken = 0;
    return stayed;
  }

  #count(now: number): void {
    if (this.#seen) this.#taken += Math.max(0, Math.min(now, this.#until) - this.#since);
    this.#since = now;
  }
}
