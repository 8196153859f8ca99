import { expect, it } from 'vitest';
import { Stay } from './stay';

it('counts while it is seen and used', () => {
  const stay = new Stay();
  stay.see(true, 1_000);
  stay.touch(20_000);
  stay.touch(50_000);
  expect(stay.take(60_000)).toBe(59_000);
});

it('counts no more a minute after the last sign of life', () => {
  const stay = new Stay();
  stay.see(true, 0);
  stay.touch(10_000);
  expect(stay.take(3_600_000)).toBe(70_000);
  stay.touch(3_600_000);
  expect(stay.take(3_605_000)).toBe(5_000);
});

it('does not count what is out of sight', () => {
  const stay = new Stay();
  stay.touch(0);
  stay.touch(5_000);
  expect(stay.take(6_000)).toBe(0);
  stay.see(true, 10_000);
  stay.see(false, 14_000);
  stay.see(true, 100_000);
  expect(stay.take(101_000)).toBe(5_000);
});

it('tells each moment once', () => {
  const stay = new Stay();
  stay.see(true, 0);
  expect(stay.take(4_000)).toBe(4_000);
  expect(stay.take(4_000)).toBe(0);
  expect(stay.take(6_000)).toBe(2_000);
});
