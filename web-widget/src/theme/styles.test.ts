import { describe, expect, it } from 'vitest';
import { inUnits } from './styles';

describe('lengths in rem', () => {
  it.each([
    ['width: 1.5rem', 'width: calc(var(--kepu-unit) * 1.5)'],
    ['margin: 0 -0.25rem .5rem', 'margin: 0 calc(var(--kepu-unit) * -0.25) calc(var(--kepu-unit) * .5)'],
    ['min(25rem, 100vw - 2rem)', 'min(calc(var(--kepu-unit) * 25), 100vw - calc(var(--kepu-unit) * 2))'],
    ['color: #1rema; top: 3px', 'color: #1rema; top: 3px'],
  ])('follow the reader’s unit, not the page’s: %s', (css, expected) => {
    expect(inUnits(css)).toBe(expected);
  });
});

it('conditions of media queries stay as they are: no variable may stand there', () => {
  expect(inUnits('@media (max-width: 44rem) { p { margin: 1rem } }')).toBe(
    '@media (max-width: 44rem) { p { margin: calc(var(--kepu-unit) * 1) } }',
  );
});
