import type { KepuChat } from '../src/kepu-chat';
import { QUESTIONS, VENUE_WORDS, WORDS, type Question, type VenueId } from './content';
import { all, element, language, one, prepare, venueOf, wear } from './page';

/*
 * The venues share one page and have an address each, so that going from one to another is quick, the browser's back
 * button leads back, and an open panel stays. The widget keeps a conversation for each of them.
 */
const chat = one<KepuChat>('kepu-chat');

prepare();
chat.locale = language;
show(venueOf(location.hash));
window.addEventListener('hashchange', () => {
  if (location.hash.startsWith('#/')) show(venueOf(location.hash));
});
document.addEventListener('click', (event) => {
  if ((event.target as Element).closest('a[href^="#/"]')) scrollTo({ top: 0, behavior: 'instant' });
});
one('[data-open]').addEventListener('click', () => {
  chat.show();
});

/** Goes to a venue: its look, picture, words, questions and assistant. */
function show(venue: VenueId): void {
  const here = VENUE_WORDS[language][venue];
  document.title = `${here.name} · ${WORDS[language].academy}`;
  wear(venue);
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
  for (const scene of all('[data-scene]')) scene.hidden = scene.dataset.scene !== venue;
  for (const link of all('[data-other]')) link.hidden = link.dataset.other === venue;
  one('[data-questions]').replaceChildren(...QUESTIONS[venue].map(questionCard));
  one<HTMLAnchorElement>('[data-embed]').href = `/embed?lang=${language}#/${venue}`;
}

function questionCard(question: Question): HTMLLIElement {
  const button = element('button', { type: 'button' });
  const asked = question[language === 'en' ? 'zh-CN' : language];
  button.append(element('span', { textContent: question[language] }));
  if (language === 'en') button.append(element('small', { textContent: asked, lang: 'zh-CN' }));
  button.addEventListener('click', () => void chat.ask(asked));
  const item = element('li', {});
  item.append(button);
  return item;
}
