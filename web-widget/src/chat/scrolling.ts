const AIR = 12;

/**
 * Where to scroll so that the newest of an answer is in sight while its question stays in sight too: reading starts at
 * the top, so a long answer grows out of the bottom instead of pushing its beginning away.
 */
export function scrollTarget(box: HTMLElement, turn: HTMLElement): number {
  const top = turn.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop - AIR;
  return Math.min(Math.max(top, 0), box.scrollHeight - box.clientHeight);
}
