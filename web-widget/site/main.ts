import type { KepuChat } from '../src/kepu-chat';
import '../src/theme/tokens.css';
import { QUESTIONS, VENUES, VENUE_WORDS, WORDS, type Language, type Question, type VenueId } from './content';
import './site.css';

const language: Language = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh-CN';
const words = WORDS[language];
const chat = one<KepuChat>('kepu-chat');

speak();
show(venueOf(location.hash));
window.addEventListener('hashchange', () => {
  if (location.hash.startsWith('#/')) show(venueOf(location.hash));
});

one('[data-open]').addEventListener('click', () => {
  chat.show();
});
one('[data-copy]').addEventListener('click', () => void copySnippet());

/** The venue an address such as `#/milu` names; the first one where it names none. */
function venueOf(hash: string): VenueId {
  return VENUES.find((venue) => hash === `#/${venue}`) ?? 'nature';
}

/** Writes everything that is the same at every venue, in the page's language. */
function speak(): void {
  document.documentElement.lang = language;
  chat.locale = language;
  for (const node of all('[data-text]')) {
    const key = node.dataset.text ?? '';
    if (key in words) node.textContent = words[key as keyof typeof words];
  }
  for (const link of all('[data-venue-link]')) {
    link.textContent = VENUE_WORDS[language][link.dataset.venueLink as VenueId].name;
  }
  one('nav').setAttribute('aria-label', words.venues);
  const other = one<HTMLAnchorElement>('[data-language]');
  other.textContent = words.otherLanguage;
  other.lang = language === 'en' ? 'zh-CN' : 'en';
}

/** Goes to a venue: its look, picture, words, questions and assistant. */
function show(venue: VenueId): void {
  const here = VENUE_WORDS[language][venue];
  document.documentElement.dataset.venue = venue;
  document.title = `${here.name} · ${words.academy}`;
  chat.venue = venue;
  for (const node of all('[data-venue-text]')) {
    node.textContent = here[node.dataset.venueText as 'name' | 'title' | 'lead'];
  }
  for (const picture of document.querySelectorAll<HTMLImageElement>('[data-picture]')) {
    picture.hidden = picture.dataset.picture !== venue;
    picture.alt = picture.hidden ? '' : here.picture;
  }
  for (const link of all('[data-venue-link]')) {
    if (link.dataset.venueLink === venue) {
      link.setAttribute('aria-current', 'page');
      link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else link.removeAttribute('aria-current');
  }
  one('[data-questions]').replaceChildren(...QUESTIONS[venue].map(questionCard));
  one('[data-snippet]').textContent = snippet(venue);
  one<HTMLAnchorElement>('[data-language]').href = `${language === 'en' ? './' : '?lang=en'}#/${venue}`;
  const night = getComputedStyle(document.documentElement).getPropertyValue('--kepu-color-night');
  one('meta[name="theme-color"]').setAttribute('content', night.trim());
}

function questionCard({ asked, gloss }: Question): HTMLLIElement {
  const button = element('button', { type: 'button' });
  if (language === 'en') button.append(element('span', { textContent: gloss }));
  button.append(element(language === 'en' ? 'small' : 'span', { textContent: asked, lang: 'zh-CN' }));
  button.addEventListener('click', () => void chat.ask(asked));
  const item = element('li', {});
  item.append(button);
  return item;
}

function snippet(venue: VenueId): string {
  const script = new URL('widget/kepu-chat.js', document.baseURI).href;
  return `<script type="module" src="${script}"></script>\n<kepu-chat venue="${venue}"></kepu-chat>`;
}

async function copySnippet(): Promise<void> {
  const code = one('[data-snippet]');
  const button = one('[data-copy]');
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {
    getSelection()?.selectAllChildren(code); // no clipboard over plain HTTP: ready for the visitor's own copy
    return;
  }
  button.textContent = words.copied;
  one('[data-copied]').textContent = words.copied;
  setTimeout(() => (button.textContent = words.copy), 2_500);
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the kind of element
function one<T extends HTMLElement = HTMLElement>(selector: string): T {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`index.html has no ${selector}`);
  return found;
}

function all(selector: string): NodeListOf<HTMLElement> {
  return document.querySelectorAll(selector);
}

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(tag), properties);
}
