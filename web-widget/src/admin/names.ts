import taxonomy from '../../../knowledge-base/collection/taxonomy.yaml?raw';
import type { StaffLocale } from '../account/words';
import { isVenue, messagesOf } from '../i18n/locale';

/** The Chinese names of the topics, as the collection's table has them. */
const TOPICS: ReadonlyMap<string, string> = new Map(
  [...taxonomy.matchAll(/^ {2,}([a-z-]+): +(\S.*)$/gm)]
    .filter(([, id]) => id !== 'name')
    .map(([, id = '', name = '']) => [id, name.trim()]),
);

/** The academy's venues, which have a name of their own. */
export const VENUES = ['nature', 'planetarium', 'milu'] as const;

export function topicName(id: string, locale: StaffLocale): string {
  if (id === 'unclassified') return locale === 'en' ? 'Unclassified' : '未归类';
  return locale === 'en' ? id.replaceAll('-', ' ') : (TOPICS.get(id) ?? id);
}

export function venueName(id: string | null, locale: StaffLocale): string {
  if (!id) return locale === 'en' ? 'No venue' : '未指明场馆';
  return isVenue(id) ? messagesOf(locale).venueName[id] : id;
}
