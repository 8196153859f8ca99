import { en } from './en';
import type { Messages, Venue } from './messages';
import { zhCN } from './zh-cn';
import { zhTW } from './zh-tw';

/** The locales of the contract. */
export type Locale = 'zh-CN' | 'zh-TW' | 'en';

const INTERFACES: Readonly<Record<Locale, Messages>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };

/** The nearest locale to a BCP 47 tag; Chinese where the language is unknown, because the academy's is. */
export function localeOf(tag: string | null | undefined): Locale {
  const language = (tag ?? '').toLowerCase();
  if (/^zh-(?:.*-)?(?:hant|tw|hk|mo)\b/.test(language)) return 'zh-TW';
  return language === '' || language.startsWith('zh') ? 'zh-CN' : 'en';
}

/** Every locale, each with its own name for itself. */
export const LOCALES: Readonly<Record<Locale, string>> = {
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  en: 'English',
};

/** What the interface says in a locale. */
export function messagesOf(locale: Locale): Messages {
  return INTERFACES[locale];
}

/** Whether a venue has a look and a name of its own. */
export function isVenue(venue: string | undefined): venue is Venue {
  return venue !== undefined && Object.hasOwn(zhCN.venueName, venue);
}

/** The language a text is most likely in, for fonts and voices: an English page may well show a Chinese answer. */
export function languageOf(text: string, locale: Locale): string {
  if (!/\p{Script=Han}/u.test(text)) return 'en';
  return locale === 'en' ? 'zh-CN' : locale;
}
