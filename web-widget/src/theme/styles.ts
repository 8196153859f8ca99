import { unsafeCSS, type CSSResult } from 'lit';
import baseCss from './base.css?inline';

/** Turns a style sheet of this repository, imported with `?inline`, into a constructable one. */
export function sheet(css: string): CSSResult {
  return unsafeCSS(css);
}

/** What every component starts from. */
export const base = sheet(baseCss);
