import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AccountClient } from '../account/account-client';
import './kepu-corrections';
import type { KepuCorrections } from './kepu-corrections';

/** What the service is asked for and has not answered yet. */
let waiting: { path: string; answer: (response: Response) => void }[];

beforeEach(() => {
  waiting = [];
  vi.stubGlobal('fetch', (path: string) => {
    if (path === '/api/v1/account') {
      return Promise.resolve(Response.json({ setUp: false, csrf: { header: 'X', token: '1' } }));
    }
    return new Promise<Response>((answer) => waiting.push({ path, answer }));
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

function report(number: string): unknown {
  return {
    ticket: { number, state: 'received', filedAt: '2026-09-01T00:00:00Z' },
    text: `第 ${number} 条`,
    due: '2026-09-08T00:00:00Z',
    venue: 'milu',
    answer: '',
  };
}

async function answer(end: string, ...numbers: string[]): Promise<void> {
  await vi.waitFor(() => {
    expect(waiting.some(({ path }) => path.endsWith(end))).toBe(true);
  });
  const [call] = waiting.splice(
    waiting.findIndex(({ path }) => path.endsWith(end)),
    1,
  );
  call?.answer(Response.json(numbers.map(report)));
}

function section(): KepuCorrections {
  const element = document.createElement('kepu-corrections');
  element.client = new AccountClient();
  element.account = { id: '1', name: 'wang', displayName: '', roles: ['admin'], venues: [], active: true };
  document.body.append(element);
  return element;
}

function titles(element: KepuCorrections): string[] {
  return [...element.renderRoot.querySelectorAll('li h2')].map((title) => title.textContent);
}

async function shows(element: KepuCorrections, ...numbers: string[]): Promise<void> {
  await vi.waitFor(() => {
    expect(titles(element)).toEqual(numbers.map((number) => `第 ${number} 条`));
  });
}

function press(element: KepuCorrections, at: number): void {
  element.renderRoot.querySelectorAll<HTMLButtonElement>('.bar [aria-pressed]')[at]?.click();
}

it('shows nothing of one list under the other’s name', async () => {
  const element = section();
  await answer('open=true', 'A');
  await shows(element, 'A');
  press(element, 1);
  await element.updateComplete;
  expect(titles(element)).toEqual([]);
  waiting.shift()?.answer(Response.json({ detail: '出错了' }, { status: 503 }));
  await vi.waitFor(() => {
    expect(element.renderRoot.querySelector('.trouble')?.textContent).toBe('出错了');
  });
  expect(titles(element)).toEqual([]);
});

it('keeps to the list chosen last, however late the other one comes', async () => {
  const element = section();
  await element.updateComplete;
  press(element, 1);
  await answer('open=false', 'B');
  await shows(element, 'B');
  await answer('open=true', 'A');
  await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
  expect(titles(element)).toEqual(['第 B 条']);
});

it('leaves what is typed at one item there when those before it go', async () => {
  const element = section();
  await answer('open=true', 'A', 'B');
  await shows(element, 'A', 'B');
  const [first, second] = element.renderRoot.querySelectorAll('textarea');
  if (!first || !second) throw new Error('no fields');
  first.value = '写给甲';
  second.value = '写给乙';
  element.renderRoot
    .querySelector('form')
    ?.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
  await answer('/A');
  await answer('open=true', 'B');
  await shows(element, 'B');
  expect(element.renderRoot.querySelector('textarea')?.value).toBe('写给乙');
});
