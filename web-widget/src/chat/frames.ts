/** Frames are not drawn where nobody looks; what waits for one then waits so long. */
const UNSEEN_MS = 100;

/** Runs the newest of many actions once before the next frame, so that a page draws no oftener than it is seen. */
export class NextFrame {
  #action: (() => void) | undefined;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Runs this action, and not one that waits, before the next frame. */
  run(action: () => void): void {
    const waiting = this.#action !== undefined;
    this.#action = action;
    if (waiting) return;
    this.#frame = requestAnimationFrame(this.flush);
    this.#timer = setTimeout(this.flush, UNSEEN_MS);
  }

  /** Runs what waits, at once. */
  readonly flush = (): void => {
    const action = this.#action;
    this.cancel();
    action?.();
  };

  /** Drops what waits. */
  cancel(): void {
    this.#action = undefined;
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
  }
}

/** Resolves once what the page shows now has been drawn, or where nobody looks after {@link UNSEEN_MS}. */
export function drawn(): Promise<void> {
  return new Promise((resolve) => {
    const frame = requestAnimationFrame(() => {
      clearTimeout(timer);
      // A frame's callbacks run before it is drawn; a task that they begin runs after.
      setTimeout(resolve);
    });
    const timer = setTimeout(() => {
      cancelAnimationFrame(frame);
      resolve();
    }, UNSEEN_MS);
  });
}
