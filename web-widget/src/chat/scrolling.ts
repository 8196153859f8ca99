import type { KepuAnswer } from '../answer/kepu-answer';

const AIR = 12;
const NEAR = 48;

/**
 * Where to scroll so that the newest of an answer is in sight while its question stays in sight too: reading starts at
 * the top, so a long answer grows out of the bottom instead of pushing its beginning away.
 */
export function scrollTarget(box: HTMLElement, turn: HTMLElement): number {
  const top = turn.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop - AIR;
  return Math.min(Math.max(top, 0), box.scrollHeight - box.clientHeight);
}

/**
 * Keeps up with a growing answer, unless the reader scrolled away, and never past the question's own line.
 */
export class Following {
  #on = true;

  /** The reader scrolled: near the end they want to see what comes. */
  scrolled(box: HTMLElement): void {
    this.#on = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
  }

  /** Whatever the reader scrolled to, from now on the newest is followed. */
  again(): void {
    this.#on = true;
  }

  /** Goes to the newest turn, once it is drawn. */
  async follow(box: HTMLElement): Promise<void> {
    if (!this.#on) return;
    const turn = box.querySelector<KepuAnswer>('kepu-answer:last-of-type');
    if (!turn) return;
    await turn.updateComplete;
    box.scrollTop = scrollTarget(box, turn);
  }
}
