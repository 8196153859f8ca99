import { afterEach, expect, it } from 'vitest';
import { activityOf, placeForScript, placeOf } from './place';

const SCRIPT = 'https://kepu.example/widget/kepu-chat.js';

afterEach(() => {
  document.head.replaceChildren();
  document.body.replaceChildren();
});

function tag(src: string, data: Record<string, string>): void {
  // Not attached as a script: the test's browser would load it.
  const script = document.createElement('script');
  script.type = 'text/plain';
  script.src = src;
  Object.assign(script.dataset, data);
  document.body.append(script);
}

it('puts the widget on the page of a tag that names a site', () => {
  tag(SCRIPT, { site: 'academy', venue: 'milu', other: 'x' });

  placeForScript(document, SCRIPT);

  const chat = document.querySelector('kepu-chat');
  expect(chat?.getAttribute('site')).toBe('academy');
  expect(chat?.getAttribute('venue')).toBe('milu');
  expect(chat?.hasAttribute('other')).toBe(false);
});

it('leaves alone a page that has one, and tags of other scripts', () => {
  tag('https://other.example/widget/kepu-chat.js', { site: 'academy' });
  placeForScript(document, SCRIPT);
  expect(document.querySelector('kepu-chat')).toBeNull();

  document.body.append(document.createElement('kepu-chat'));
  tag(SCRIPT, { site: 'academy' });
  placeForScript(document, SCRIPT);
  expect(document.querySelectorAll('kepu-chat')).toHaveLength(1);
});

it.each([
  ['?kepu-activity=kjz-1', 'kjz-1'],
  ['?a=b&kepu-activity=2026.05:open_day', '2026.05:open_day'],
  ['?kepu-activity=', undefined],
  ['?kepu-activity=%E8%A7%82%E9%B8%9F', undefined],
  ['', undefined],
])('finds the activity of %s', (search, activity) => {
  expect(activityOf(search)).toBe(activity);
});

it.each([
  ['?kepu-venue=milu&kepu-exhibit=milu-01', { venue: 'milu', exhibit: 'milu-01' }],
  ['?kepu-venue=milu', { venue: 'milu' }],
  ['?kepu-venue=<b>&kepu-exhibit=', {}],
])('finds the place of %s', (search, place) => {
  expect(placeOf(search)).toEqual(place);
});
