/**
 * When a terminal forgets a visitor who has gone. A pure state machine: time comes in with every event, in milliseconds
 * of any clock that does not run backwards.
 *
 * `attract` – nobody is here. `present` – somebody is. `warning` – nobody has moved for a while, and a countdown asks
 * whether they are still there. From `warning` one tap leads back, and its end to `attract`: that is the reset.
 */
export type IdleState =
  | { readonly kind: 'attract' }
  | { readonly kind: 'present'; readonly lastActive: number; readonly held: Holds }
  | { readonly kind: 'warning'; readonly resetAt: number };

/** What keeps a visitor here without a touch: an answer coming in, reading aloud, words being typed. */
export type Hold = 'streaming' | 'speaking' | 'typing';
type Holds = readonly Hold[];

export type IdleEvent =
  /** The visitor touched the screen. */
  | { readonly type: 'touch' }
  /** Something began, or ended, that keeps the visitor here. */
  | { readonly type: 'hold' | 'release'; readonly hold: Hold }
  /** The visitor says goodbye. */
  | { readonly type: 'leave' }
  /** Time went by. */
  | { readonly type: 'tick' };

/** How long without a touch until the warning, and how long the warning waits. In milliseconds. */
export interface IdleTimes {
  readonly idleMs: number;
  readonly countdownMs: number;
}

export const IDLE_TIMES: IdleTimes = { idleMs: 60_000, countdownMs: 20_000 };

/** Nobody is here. */
export const ATTRACT: IdleState = { kind: 'attract' };

/** The state after an event at a time. */
export function next(state: IdleState, event: IdleEvent, now: number, times = IDLE_TIMES): IdleState {
  switch (event.type) {
    case 'leave':
      return ATTRACT;
    case 'touch':
      return { kind: 'present', lastActive: now, held: state.kind === 'present' ? state.held : [] };
    case 'hold':
      return state.kind === 'attract' ? state : hold(state, event.hold, now);
    case 'release':
      return state.kind === 'present' ? release(state, event.hold, now) : state;
    case 'tick':
      return tick(state, now, times);
  }
}

/** Whole seconds left of the countdown; 0 where there is none. */
export function secondsLeft(state: IdleState, now: number): number {
  return state.kind === 'warning' ? Math.max(0, Math.ceil((state.resetAt - now) / 1_000)) : 0;
}

function hold(state: IdleState, what: Hold, now: number): IdleState {
  const held = state.kind === 'present' ? state.held.filter((other) => other !== what) : [];
  return { kind: 'present', lastActive: now, held: [...held, what] };
}

/** The time without a touch begins anew when what held the visitor ends: they may only now begin to read. */
function release(state: IdleState & { kind: 'present' }, what: Hold, now: number): IdleState {
  if (!state.held.includes(what)) return state;
  return { kind: 'present', lastActive: now, held: state.held.filter((other) => other !== what) };
}

function tick(state: IdleState, now: number, { idleMs, countdownMs }: IdleTimes): IdleState {
  switch (state.kind) {
    case 'attract':
      return state;
    case 'present': {
      const idle = state.held.length === 0 && now - state.lastActive >= idleMs;
      return idle ? { kind: 'warning', resetAt: now + countdownMs } : state;
    }
    case 'warning':
      return now >= state.resetAt ? ATTRACT : state;
  }
}
