import { unsafeCSS, type CSSResult } from 'lit';
import baseCss from './base.css?inline';

/**
 * Turns a style sheet of this repository, imported with `?inline`, into a constructable one. Its `rem` become multiples
 * of `--kepu-unit`: a host page may set its root's font size to anything (62.5 %, 100 px, a share of the window), and
 * the widget must not grow or shrink with it.
 */
export function sheet(css: string): CSSResult {
  return unsafeCSS(inUnits(css));
}

/**
 * A style sheet with every length in `rem` written in `--kepu-unit`, except in the conditions of media queries: no
 * variable may stand there, and `rem` means the reader's own font size there whatever the page sets.
 */
export function inUnits(css: string): string {
  return css.replace(/@media[^{]*|(-?\d*\.?\d+)rem\b/g, (found, length?: string) =>
    length === undefined ? found : `calc(var(--kepu-unit) * ${length})`,
  );
}

/**
 * Makes `--kepu-unit` a length, so that `1em` where it is set is the reader's own font size and stays that everywhere
 * below. Browsers without registration get 16 px.
 *
 * @returns whether the browser can do it
 */
export function registerUnit(): boolean {
  if (typeof CSS === 'undefined' || !('registerProperty' in CSS)) return false;
  try {
    CSS.registerProperty({ name: '--kepu-unit', syntax: '<length>', inherits: true, initialValue: '16px' });
  } catch {
    // Registered already: by another copy of this script.
  }
  return true;
}

/** What every component starts from. */
export const base = sheet(baseCss);
