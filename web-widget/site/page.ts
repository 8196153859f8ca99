import '../src/theme/tokens.css';
import { VENUES, VENUE_WORDS, WORDS, type Language, type VenueId } from './content';
import './site.css';

/** How the site's languages call themselves, in short and in full. */
const LANGUAGES: Readonly<Record<Language, readonly [short: string, full: string]>> = {
  'zh-CN': ['简', '简体中文'],
  'zh-TW': ['繁', '繁體中文'],
  en: ['EN', 'English'],
};
const KEPT = 'kepu-site:language';

/** The language of the page: what its address says, else what was chosen in this tab, else the academy's. */
export const language: Language = chosenLanguage();

const words = WORDS[language];
const darkness = matchMedia('(prefers-color-scheme: dark)');

function chosenLanguage(): Language {
  const named = new URLSearchParams(location.search).get('lang') ?? read() ?? '';
  return Object.hasOwn(LANGUAGES, named) ? (named as Language) : 'zh-CN';
}

function read(): string | null {
  try {
    return sessionStorage.getItem(KEPT);
  } catch {
    return null; // forbidden: the addresses alone carry the choice
  }
}

/** What every page of the site has: its language, its colours by day and night, its head and its foot. */
export function prepare(): void {
  try {
    sessionStorage.setItem(KEPT, language);
  } catch {
    // as above
  }
  document.documentElement.lang = language;
  speak(words);
  for (const node of all('[data-venue-name]')) {
    node.textContent = VENUE_WORDS[language][node.dataset.venueName as VenueId].name;
  }
  for (const node of all('[data-label]')) {
    node.setAttribute('aria-label', words[node.dataset.label as keyof typeof words]);
  }
  dress();
  darkness.addEventListener('change', dress);
  void tellFilingNumber();
}

/** Writes the words of a language wherever the page names one of them. */
export function speak(words: Readonly<Record<string, string>>): void {
  for (const node of all('[data-text]')) {
    const word = words[node.dataset.text ?? ''];
    if (word !== undefined) node.textContent = word;
  }
}

/** The venue an address such as `#/milu` names; the first one where it names none. */
export function venueOf(hash: string): VenueId {
  return VENUES.find((venue) => hash === `#/${venue}`) ?? 'nature';
}

/** Gives the page a venue's colours, and the links to its other languages the venue. */
export function wear(venue: VenueId): void {
  document.documentElement.dataset.venue = venue;
  one('[data-languages]').replaceChildren(
    ...Object.entries(LANGUAGES).map(([tag, [short, full]]) => {
      const link = element('a', { textContent: short, lang: tag, href: `?lang=${tag}#/${venue}` });
      link.setAttribute('aria-label', full);
      if (tag === language) link.setAttribute('aria-current', 'true');
      return link;
    }),
  );
  dress();
}

function dress(): void {
  const root = document.documentElement;
  root.dataset.scheme = darkness.matches ? 'dark' : 'light';
  const night = getComputedStyle(root).getPropertyValue('--kepu-color-night');
  one('meta[name="theme-color"]').setAttribute('content', night.trim());
}

/** The number under which the service is filed, where its settings name one. */
async function tellFilingNumber(): Promise<void> {
  try {
    const { filingNumber } = (await (await fetch('/api/v1/config')).json()) as { filingNumber?: string };
    if (filingNumber) {
      const line = element('p', { textContent: `${words.filing}${filingNumber}` });
      line.dataset.filing = '';
      one('.bottom .wrap').append(line);
    }
  } catch {
    // The number is shown where the service says it; the page stands without.
  }
}

/**
 * Copies an element's text, and says so on the button and to those who hear the page. Without a clipboard, as over
 * plain HTTP, the text is selected: ready for the visitor's own copy.
 */
export async function copyFrom(code: HTMLElement, button: HTMLElement, copied: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {
    getSelection()?.selectAllChildren(code);
    return;
  }
  const before = button.textContent;
  if (before === copied) return;
  button.textContent = copied;
  one('[data-copied]').textContent = copied;
  setTimeout(() => {
    button.textContent = before;
    one('[data-copied]').textContent = '';
  }, 2_500);
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the kind of element
export function one<T extends HTMLElement = HTMLElement>(selector: string): T {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`The page has no ${selector}`);
  return found;
}

export function all(selector: string): NodeListOf<HTMLElement> {
  return document.querySelectorAll(selector);
}

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(tag), properties);
}
