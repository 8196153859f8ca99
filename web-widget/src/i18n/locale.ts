import { en } from './en';
import type { Messages, Venue } from './messages';
import { zhCN } from './zh-cn';

/** The locales of the contract. The interface of `zh-TW` is still that of `zh-CN`; its answers are not. */
export type Locale = 'zh-CN' | 'zh-TW' | 'en';

const INTERFACES: Readonly<Record<Locale, Messages>> = { 'zh-CN': zhCN, 'zh-TW': zhCN, en };

/** The nearest locale to a BCP 47 tag; Chinese where the language is unknown, because the academy's is. */
export function localeOf(tag: string | null | undefined): Locale {
  const language = (tag ?? '').toLowerCase();
  if (/^zh-(?:.*-)?(?:hant|tw|hk|mo)\b/.test(language)) return 'zh-TW';
  return language === '' || language.startsWith('zh') ? 'zh-CN' : 'en';
}

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
