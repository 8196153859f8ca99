import { html, nothing, type TemplateResult } from 'lit';
import { optionalText } from '../client/decode';
import type { Locale } from '../i18n/locale';
import type { HallNames } from './terminal-client';

/** The hall's name in the visitor's language, else in Chinese; nothing where no hall is known. */
export function hallName(names: HallNames | undefined, locale: Locale): TemplateResult | typeof nothing {
  const own = optionalText(names?.[locale]);
  const name = own ?? optionalText(names?.['zh-CN']);
  return name ? html`<small lang=${own ? locale : 'zh-CN'}>${name}</small>` : nothing;
}
