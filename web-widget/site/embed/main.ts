import milu from '../illustrations/milu.svg?url';
import nature from '../illustrations/nature.svg?url';
import planetarium from '../illustrations/planetarium.svg?url';
import { VENUE_WORDS, WORDS, type Language, type VenueId } from '../content';
import { all, copyFrom, element, language, one, prepare, speak, venueOf, wear } from '../page';
import './embed.css';
import { originOf, policyOf, registrationOf, snippetOf, type Choice, type Form } from './snippet';
import { KINDS, SURFACE, type Entry } from './surface';
import { EMBED_WORDS } from './words';

const PICTURES: Readonly<Record<VenueId, string>> = { nature, planetarium, milu };
const SITE_ID = /^[a-z0-9-]{1,64}$/;

const words = EMBED_WORDS[language];
const gap = language === 'en' ? ' ' : '';
const form = one<HTMLFormElement>('[data-choice]');
const host = location.origin;
const deviceToken = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
  byte.toString(16).padStart(2, '0'),
).join('');

prepare();
speak(words);
document.title = `${oneLine(words['embed.title'])} · ${WORDS[language].academy}`;
one('#title').replaceChildren(
  ...words['embed.title'].split('\n').flatMap((line) => [element('span', { textContent: line }), gap]),
);
one<HTMLInputElement>(`input[name="venue"][value="${venueOf(location.hash)}"]`).checked = true;
one('[data-code="policy"]').textContent = policyOf(host);
for (const kind of KINDS) one(`[data-surface="${kind}"]`).replaceChildren(...SURFACE[kind].map(row));
for (const button of all('[data-copy]')) {
  const code = one(`[data-code="${button.dataset.copy ?? ''}"]`);
  button.addEventListener('click', () => {
    void copyFrom(code, button, words.copied);
  });
}
form.addEventListener('submit', (event) => {
  event.preventDefault();
});
form.addEventListener('change', look);
form.addEventListener('input', write);
window.addEventListener('hashchange', () => {
  one<HTMLInputElement>(`input[name="venue"][value="${venueOf(location.hash)}"]`).checked = true;
  look();
});
look();

function chosen(): Choice {
  return {
    venue: said('venue') as VenueId,
    form: said('form') as Form,
    locale: said('locale') as Language | undefined,
    site: said('site'),
  };
}

/** What the form says in a field; nothing where that is empty. */
function said(name: string): string | undefined {
  const text = (new FormData(form).get(name) as string).trim();
  return text === '' ? undefined : text;
}

/** Writes the code that is right for the choice; there is none to copy while something is wrong with it. */
function write(): void {
  const choice = chosen();
  const { site } = choice;
  const typed = said('origin') ?? '';
  const origin = originOf(typed);
  const siteIsRight = !site || SITE_ID.test(site);
  const originIsRight = !site || origin !== undefined;
  hint('site', siteIsRight ? words.siteHint : words.siteWrong, siteIsRight);
  hint('origin', originIsRight ? words.originHint : words.originWrong, originIsRight);
  one('[data-code="snippet"]').textContent = siteIsRight ? snippetOf(choice, host) : '';
  one('[data-code="registration"]').textContent = siteIsRight && origin ? registrationOf(choice, origin) : '';
  for (const node of all('[data-registered]')) node.hidden = !site;
  one('[data-own]').hidden = Boolean(site);
  one('[data-paste]').textContent = words[`paste.${choice.form}`];
  one('[data-refused]').textContent = words.refused.replace('{0}', origin ?? typed);
  const app: Choice = { ...choice, form: 'page', site: siteIsRight && site ? site : 'app', deviceToken };
  one('[data-code="app-settings"]').textContent = registrationOf(app, '');
  one('[data-code="app-page"]').textContent = snippetOf(app, host);
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.disabled = one(`[data-code="${button.dataset.copy ?? ''}"]`).textContent === '';
  }
}

function hint(name: string, words: string, right: boolean): void {
  one(`#${name}-hint`).textContent = words;
  one(`#${name}`).setAttribute('aria-invalid', String(!right));
}

/** Shows the choice on a page as theirs may look, and dresses this one for the venue. */
function look(): void {
  write();
  const choice = chosen();
  wear(choice.venue);
  history.replaceState(null, '', `${location.search}#/${choice.venue}`);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-home]')) {
    link.href = `/?lang=${language}#/${link.dataset.home === '' ? choice.venue : link.dataset.home}`;
  }
  const frame = element('iframe', { title: words.preview, srcdoc: pageOf(choice) });
  one('[data-preview]').replaceChildren(frame);
}

/** A page with the very code, but for the site: this service's own pages need no registration. */
function pageOf(choice: Choice): string {
  const { title, lead } = VENUE_WORDS[language][choice.venue];
  const text = `<div class="head">${words.yourSite}</div><div class="text"><img src="${PICTURES[choice.venue]}" alt=""><h1>${oneLine(title)}</h1><p>${lead}</p></div>`;
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${words.preview}</title><link rel="icon" href="data:,">
<style>
  body { margin: 0; color: #222; background: #fff; font: 16px/1.7 system-ui, sans-serif; }
  .head { padding: 14px 24px; border-bottom: 1px solid #ddd; font-weight: 600; }
  .text { max-width: 640px; margin: 24px auto; padding: 0 24px; }
  img { display: block; width: 100%; height: 200px; object-fit: cover; object-position: 70% 45%; }
  h1 { margin: 16px 0 4px; font: 700 24px/1.4 serif; }
</style>
<body>${choice.form === 'page' ? '' : text}${snippetOf({ ...choice, site: undefined }, host)}</body></html>`;
}

/** A title without its break. */
function oneLine(title: string): string {
  return title.replace('\n', gap);
}

function row({ name, values, what }: Entry): HTMLTableRowElement {
  const head = element('th', { scope: 'row' });
  head.append(element('code', { textContent: name }));
  if (values) head.append(element('small', { textContent: values }));
  const line = element('tr', {});
  line.append(head, element('td', { textContent: what[language] }));
  return line;
}
