import { localeOf, type Locale } from '../i18n/locale';
import type { Listener } from '../i18n/messages';

export type TextSize = 'm' | 'l' | 'xl';
export type Contrast = 'normal' | 'more';
export type Theme = 'light' | 'dark' | 'auto';

/** Whether a word names a {@link Theme}. */
export function isTheme(word: string | undefined): word is Theme {
  return word === 'light' || word === 'dark' || word === 'auto';
}

/** What a visitor chose; what they did not choose is the page's. */
export interface Preferences {
  readonly audience?: Listener | undefined;
  readonly locale?: Locale | undefined;
  readonly textSize?: TextSize | undefined;
  readonly contrast?: Contrast | undefined;
  readonly theme?: Theme | undefined;
}

const KEY = 'kepu-chat:preferences';

const VALUES: Readonly<Record<keyof Preferences, readonly string[]>> = {
  audience: ['general', 'child', 'elder'],
  locale: ['zh-CN', 'zh-TW', 'en'],
  textSize: ['m', 'l', 'xl'],
  contrast: ['normal', 'more'],
  theme: ['light', 'dark', 'auto'],
};

/** How much larger than the page's text; the first is 100 %. */
export const SCALES: Readonly<Record<TextSize, number>> = { m: 1, l: 1.25, xl: 1.5 };

/** What was chosen in this tab; nothing of it says who chose. Whatever is not a choice is left out. */
export function loadPreferences(): Preferences {
  try {
    const saved = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(VALUES).flatMap(([name, values]) =>
        values.includes(saved[name] as string) ? [[name, saved[name]]] : [],
      ),
    );
  } catch {
    return {};
  }
}

/** Keeps what was chosen, for this tab. */
export function savePreferences(preferences: Preferences): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Full or forbidden: the choice holds until the page goes.
  }
}

/** Elders get large text unless they chose a size. */
export function textSizeOf({ textSize, audience }: Preferences): TextSize {
  return textSize ?? (audience === 'elder' ? 'l' : 'm');
}

/** Whom an audience of the contract is among the choices here. */
export function listenerOf(audience: string | undefined): Listener {
  return audience === 'child' || audience === 'elder' ? audience : 'general';
}

/** The language chosen, else the one of the page. */
export function localeFor({ locale }: Preferences, page: string | null | undefined): Locale {
  return locale ?? localeOf(page);
}
