import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SURFACE, type Kind } from '../site/embed/surface';
import { KepuChat } from './chat/kepu-chat';
import { TOLD } from './chat/place';
import { ACCEPTED, CITATION, DONE, FakeService, SENTENCE } from './testing/fake-service';

/*
 * The documented surface of <kepu-chat>, four times: in the README, in the element's own comment, on the page for
 * embedding, and as it is.
 */
const README = read('README.md');
const COMMENT = read('src/chat/kepu-chat.ts').split('export class KepuChat')[0] ?? '';
/** What the element sets itself, for its own styles. */
const OWN = ['scheme'];

function read(path: string): string {
  return readFileSync(`${import.meta.dirname}/../${path}`, 'utf8');
}

function onThePage(kind: Kind): string[] {
  return SURFACE[kind].map(({ name }) => name).sort();
}

/** The names in the first column of the README's table that begins with a heading. */
function inTheReadme(heading: string): string[] {
  const table = README.split(new RegExp(`^\\| ${heading} +\\|.*$`, 'm'))[1] ?? '';
  const rows = table.slice(0, table.indexOf('\n\n')).split('\n').slice(2);
  return rows.flatMap((row) => named(row.split('|')[1] ?? '')).sort();
}

function named(words: string): string[] {
  return Array.from(words.matchAll(/`([^`]+)`/g), ([, name]) => name ?? '');
}

function inTheComment(tag: string): string[] {
  return Array.from(COMMENT.matchAll(new RegExp(`@${tag} (\\S+)`, 'g')), ([, name]) => name ?? '').sort();
}

it('every attribute is documented', () => {
  const attributes = KepuChat.observedAttributes.filter((name) => !OWN.includes(name)).sort();

  expect(inTheComment('attr')).toEqual(attributes);
  expect(inTheReadme('attribute')).toEqual(attributes);
  expect(onThePage('attributes')).toEqual(attributes);
});

it('what the script tag takes is documented, and is an attribute', () => {
  const [, said = ''] = /The tag\s+takes\s+([^.]+)\./.exec(README) ?? [];

  expect(named(said).sort()).toEqual(TOLD.map((name) => `data-${name}`).sort());
  expect(KepuChat.observedAttributes).toEqual(expect.arrayContaining([...TOLD]));
});

it('every method is documented', () => {
  const methods = ['ask', 'clear', 'hide', 'show'];

  expect(methods.every((name) => name in KepuChat.prototype)).toBe(true);
  expect(inTheReadme('method').map((call) => call.replace(/\(.*/, ''))).toEqual(methods);
  expect(onThePage('methods').map((call) => call.replace('()', ''))).toEqual(methods);
});

it('every event is documented', () => {
  const source = read('src/chat/public-events.ts');
  const events = Array.from(source.matchAll(/#emit\('([a-z-]+)'/g), ([, name]) => name ?? '').sort();

  expect(events).toHaveLength(5);
  expect(inTheComment('fires')).toEqual(events);
  expect(inTheReadme('event')).toEqual(events);
  expect(onThePage('events')).toEqual(events);
});

it('every part is documented and can be reached from the page', async () => {
  const parts = [...(await partsOfAnAnswer())].sort();

  expect(inTheComment('csspart')).toEqual(parts);
  expect(inTheReadme('part')).toEqual(parts);
  expect(onThePage('parts')).toEqual(parts);
});

it('every custom property is documented, with its default', () => {
  const css = read('src/chat/chat.css');
  const defaults = new Map(
    Array.from(css.matchAll(/var\((--kepu-(?:inset|panel|z)-[a-z]+), ([^)]+)\)/g), ([, name, value]) => [
      name ?? '',
      value ?? '',
    ]).reverse() as [string, string][],
  );
  const own = SURFACE.properties.filter(({ name }) => !name.endsWith('…'));

  expect(new Map(own.map(({ name, values = '' }) => [name, values]))).toEqual(defaults);
  expect(inTheReadme('custom property').filter((name) => !name.endsWith('…'))).toEqual(
    [...defaults.keys()].sort(),
  );
  expect(inTheComment('cssprop')).toEqual(expect.arrayContaining([...defaults.keys()]));
});

/** The parts of an element that has answered, with those that answers hand on. */
async function partsOfAnAnswer(): Promise<Set<string>> {
  customElements.define('kepu-chat', KepuChat);
  const service = new FakeService();
  const chat = document.createElement('kepu-chat');
  document.body.replaceChildren(chat);
  await chat.updateComplete;
  const stream = service.nextStream();
  const answered = chat.ask('麋鹿的尾巴有多长？');
  stream.send('accepted', ACCEPTED).send('sentence', SENTENCE).send('citation', CITATION);
  stream.send('illustration', { url: '/media/a.png', alt: '图', credit: '' }).send('done', DONE).end();
  await answered;
  await chat.updateComplete;
  return new Set(partsIn(chat));
}

/** Parts below an element that a page can reach: those of shadow roots further down only where they are handed on. */
function partsIn(element: Element): string[] {
  return Array.from(element.shadowRoot?.querySelectorAll('*') ?? []).flatMap((child) => {
    const handedOn = (child.getAttribute('exportparts') ?? '').split(/,\s*/);
    const below = partsIn(child);
    for (const part of below) expect(handedOn, `${part} is handed on by ${child.localName}`).toContain(part);
    return [...(child.getAttribute('part')?.split(' ') ?? []), ...below];
  });
}
