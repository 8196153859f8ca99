import { describe, expect, it } from 'vitest';
import { ATTRACT, IDLE_TIMES, next, secondsLeft, type Hold, type IdleEvent, type IdleState } from './idle';

const HOLDS: readonly Hold[] = ['streaming', 'speaking', 'typing'];
const MINUTE = IDLE_TIMES.idleMs;

/** The states that a series of events, each at its time, leads through. */
function run(...steps: readonly (readonly [at: number, event: IdleEvent])[]): IdleState {
  return steps.reduce<IdleState>((state, [at, event]) => next(state, event, at), ATTRACT);
}

const touch: IdleEvent = { type: 'touch' };
const tick: IdleEvent = { type: 'tick' };

describe('a visitor', () => {
  it('is here from the first touch', () => {
    expect(run([0, touch])).toEqual({ kind: 'present', lastActive: 0, held: [] });
  });

  it('is asked after a minute without a touch, not before', () => {
    expect(run([0, touch], [MINUTE - 1, tick]).kind).toBe('present');
    expect(run([0, touch], [MINUTE, tick]).kind).toBe('warning');
  });

  it('stays with one tap', () => {
    const state = run([0, touch], [MINUTE, tick], [MINUTE + 19_999, touch]);
    expect(state).toEqual({ kind: 'present', lastActive: MINUTE + 19_999, held: [] });
  });

  it('is forgotten when the countdown ends', () => {
    expect(run([0, touch], [MINUTE, tick], [MINUTE + 19_999, tick]).kind).toBe('warning');
    expect(run([0, touch], [MINUTE, tick], [MINUTE + 20_000, tick])).toEqual(ATTRACT);
  });

  it('sees whole seconds count down', () => {
    const state = run([0, touch], [MINUTE, tick]);
    expect([0, 1, 999, 1_000, 19_500, 20_000, 30_000].map((ms) => secondsLeft(state, MINUTE + ms))).toEqual([
      20, 20, 20, 19, 1, 0, 0,
    ]);
    expect(secondsLeft(ATTRACT, 0)).toBe(0);
  });

  it('may say goodbye at any time', () => {
    expect(run([0, touch], [5, { type: 'leave' }])).toEqual(ATTRACT);
  });
});

describe.each(HOLDS)('while %s', (hold) => {
  it('nobody is asked, however long it takes', () => {
    const state = run([0, touch], [10, { type: 'hold', hold }], [100 * MINUTE, tick]);
    expect(state.kind).toBe('present');
  });

  it('the minute begins when it ends', () => {
    const began: readonly (readonly [number, IdleEvent])[] = [
      [0, touch],
      [10, { type: 'hold', hold }],
      [5 * MINUTE, { type: 'release', hold }],
    ];
    expect(run(...began, [6 * MINUTE - 1, tick]).kind).toBe('present');
    expect(run(...began, [6 * MINUTE, tick]).kind).toBe('warning');
  });

  it('a countdown is called off', () => {
    expect(run([0, touch], [MINUTE, tick], [MINUTE + 5, { type: 'hold', hold }]).kind).toBe('present');
  });

  it('nothing begins for somebody who has gone', () => {
    expect(run([0, { type: 'hold', hold }])).toEqual(ATTRACT);
  });
});

describe('ten thousand steps', () => {
  /** Numbers that look random and are the same in every run (Lehmer's generator, MINSTD). */
  function* numbers(seed: number): Generator<number, never> {
    for (let state = seed; ; state = (state * 48_271) % 0x7fffffff) yield state;
  }

  it.each([1, 7, 42, 20_261_129])(
    'never forget someone who is typing, listening or reading (seed %i)',
    (seed) => {
      const random = numbers(seed);
      const pick = (most: number): number => random.next().value % most;
      let state: IdleState = ATTRACT;
      let now = 0;
      let lastSign = 0; // the last touch, or beginning or end of something, as an onlooker notes it
      const going = new Set<Hold>();
      const seen = { attract: 0, present: 0, warning: 0, resets: 0 };

      for (let step = 0; step < 10_000; step++) {
        now += pick(4) === 0 ? pick(90_000) : pick(1_500);
        const before: IdleState['kind'] = state.kind;
        const hold = HOLDS[pick(3)] ?? 'typing';
        const dice = pick(100);
        if (dice < 4) {
          state = next(state, touch, now);
          lastSign = now;
        } else if (dice < 7) {
          state = next(state, { type: 'hold', hold }, now);
          if (before !== 'attract') {
            going.add(hold);
            lastSign = now;
          }
        } else if (dice < 14) {
          state = next(state, { type: 'release', hold }, now);
          if (going.delete(hold)) lastSign = now;
        } else {
          state = next(state, tick, now);
          if (going.size > 0) expect(state.kind).toBe('present');
          if (before === 'warning' && state.kind === 'attract') {
            seen.resets++;
            expect(now - lastSign).toBeGreaterThanOrEqual(IDLE_TIMES.idleMs + IDLE_TIMES.countdownMs);
          }
          // Nobody is sent away without having been asked first.
          if (before === 'present') expect(state.kind).not.toBe('attract');
        }
        seen[state.kind]++;
      }
      expect(Math.min(seen.attract, seen.present, seen.warning, seen.resets)).toBeGreaterThan(20);
    },
  );
});
