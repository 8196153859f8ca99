import { expect, it } from 'vitest';
import { screenOf } from './screen';

const UNSAID = { theme: 'auto', bottom: undefined, height: undefined };

it.each([
  ['', UNSAID],
  ['scheme=dark&bottom=40&height=121', { theme: 'dark', bottom: 40, height: 121 }],
  ['scheme=light', { ...UNSAID, theme: 'light' }],
  ['scheme=pink&bottom=low&height=0', UNSAID],
  ['bottom=-70&height=1e9', UNSAID],
])('the address says how the screen hangs and looks: %s', (address, screen) => {
  expect(screenOf(new URLSearchParams(address))).toEqual(screen);
});
