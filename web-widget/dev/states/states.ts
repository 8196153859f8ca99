import { html, render, type TemplateResult } from 'lit';
import { LOCALES, type Locale } from '../../src/i18n/locale';
import { registerUnit } from '../../src/theme/styles';
import '../../src/theme/tokens.css';
import { PARTS, type PartState } from './parts';
import { SCREENS, type Look, type ScreenState } from './screens';

registerUnit();

const CHOICES = {
  venue: ['milu', 'nature', 'planetarium', ''],
  locale: Object.keys(LOCALES),
  scheme: ['light', 'dark'],
  contrast: ['normal', 'more'],
};

const query = new URLSearchParams(location.search);
const screen = SCREENS.find(({ name }) => name === query.get('screen'));

/** Puts on what is chosen, as the widget does for itself. */
function dress({ venue, scheme, contrast }: Look): void {
  const { dataset } = document.documentElement;
  dataset.venue = venue;
  dataset.scheme = scheme;
  dataset.contrast = contrast;
  if (contrast === 'more') dataset.strong = '';
  else delete dataset.strong;
}

async function showScreen({ size, show, then }: ScreenState): Promise<void> {
  const look: Look = {
    venue: query.get('venue') ?? 'milu',
    locale: (query.get('locale') ?? 'zh-CN') as Locale,
    scheme: query.get('scheme') ?? 'light',
    contrast: query.get('contrast') ?? 'normal',
  };
  dress(look);
  document.documentElement.lang = look.locale;
  document.body.replaceChildren();
  document.documentElement.dataset.size = size;
  // The frames share one storage: what one keeps, its neighbours would show.
  sessionStorage.clear();
  Storage.prototype.setItem = () => undefined;
  render(show(look), document.body);
  await then?.(document.body);
}

function showAll(look: Look): void {
  dress(look);
  const main = document.querySelector('main');
  if (!main) return;
  render(html`${PARTS.map((part) => stage(part, look))}`, main);
  const screens = document.querySelector<HTMLElement>('.screens');
  if (screens) render(html`${SCREENS.map((one) => frame(one, look))}`, screens);
}

function stage({ name, tall, show }: PartState, { locale, venue }: Look): TemplateResult {
  return html`<section>
    <h2>${name}</h2>
    <div class=${tall ? 'stage tall' : 'stage'}>${show(locale, venue)}</div>
  </section>`;
}

function frame({ name, size, hash = '' }: ScreenState, look: Look): TemplateResult {
  const address = `?${new URLSearchParams({ ...look, screen: name }).toString()}#${hash}`;
  return html`<section>
    <h2><a href=${address} target="_blank">${name}</a></h2>
    <div class="frame ${size}"><iframe title=${name} src=${address}></iframe></div>
  </section>`;
}

function chosen(): Look {
  const value = (name: keyof typeof CHOICES): string =>
    document.querySelector<HTMLSelectElement>(`[data-set="${name}"]`)?.value ?? '';
  return {
    venue: value('venue'),
    locale: value('locale') as Locale,
    scheme: value('scheme'),
    contrast: value('contrast'),
  };
}

if (screen) {
  void showScreen(screen);
} else {
  for (const [name, values] of Object.entries(CHOICES)) {
    const select = document.querySelector<HTMLSelectElement>(`[data-set="${name}"]`);
    select?.append(...values.map((value) => new Option(value || '(none)', value)));
    select?.addEventListener('change', () => {
      showAll(chosen());
    });
  }
  showAll(chosen());
  document.querySelectorAll<HTMLElement>('main .stage').forEach((element, place) => {
    void PARTS[place]?.then?.(element);
  });
}
