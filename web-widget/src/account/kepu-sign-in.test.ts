import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AccountClient } from './account-client';
import { purposeOf, SignedInEvent, type KepuSignIn, type Purpose } from './kepu-sign-in';

const ACCOUNT = {
  id: '1',
  name: 'wang',
  displayName: '王老师',
  roles: ['curator'],
  venues: [],
  active: true,
};

/** What the service was asked, and what it answers next. */
let asked: { method: string; path: string; headers: Record<string, string>; body: unknown }[];
let answers: Record<string, { status: number; body: unknown }[]>;

beforeEach(() => {
  asked = [];
  answers = {};
  let tokens = 0;
  vi.stubGlobal('fetch', (path: string, request: RequestInit) => {
    const method = request.method ?? 'GET';
    asked.push({
      method,
      path,
      headers: request.headers as Record<string, string>,
      body: typeof request.body === 'string' ? JSON.parse(request.body) : undefined,
    });
    if (path === '/api/v1/account') {
      tokens++;
      const csrf = { header: 'X-CSRF-Token', token: `token ${tokens}` };
      return Promise.resolve(Response.json({ account: null, setUp: false, provider: null, csrf }));
    }
    const next = answers[`${method} ${path}`]?.shift() ?? { status: 200, body: ACCOUNT };
    return Promise.resolve(Response.json(next.body, { status: next.status }));
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

async function form(purpose: Purpose = { kind: 'sign-in' }): Promise<KepuSignIn> {
  const element = document.createElement('kepu-sign-in');
  element.client = new AccountClient();
  element.purpose = purpose;
  element.product = '科普助手';
  document.body.append(element);
  await element.updateComplete;
  return element;
}

async function fill(element: KepuSignIn, entries: Record<string, string>): Promise<void> {
  for (const [id, value] of Object.entries(entries)) {
    const input = element.renderRoot.querySelector<HTMLInputElement>(`#${id}`);
    if (!input) throw new Error(`no field ${id}`);
    input.value = value;
  }
  element.renderRoot.querySelector('form')?.requestSubmit();
  await element.updateComplete;
  await vi.waitFor(() => {
    expect(element.renderRoot.querySelector<HTMLButtonElement>('.enter')?.disabled).toBe(false);
  });
  await element.updateComplete;
}

function trouble(element: KepuSignIn): string {
  return element.renderRoot.querySelector('.trouble')?.textContent.trim() ?? '';
}

describe('signing in', () => {
  test('who has name and password right is told to the page', async () => {
    const element = await form();
    const signedIn = vi.fn();
    element.addEventListener(SignedInEvent.type, signedIn);

    await fill(element, { name: 'wang', password: 'correct horse battery' });

    expect(signedIn).toHaveBeenCalledOnce();
    expect(asked.at(-1)).toMatchObject({
      method: 'POST',
      path: '/api/v1/account/session',
      headers: { 'X-CSRF-Token': 'token 1' },
      body: { name: 'wang', password: 'correct horse battery' },
    });
  });

  test('the service says in its own words why not', async () => {
    answers['POST /api/v1/account/session'] = [
      { status: 401, body: { code: 'sign_in_failed', detail: '用户名或密码不对。' } },
    ];
    const element = await form();

    await fill(element, { name: 'wang', password: 'wrong' });

    expect(trouble(element)).toBe('用户名或密码不对。');
  });

  test('a token that has gone stale is fetched anew', async () => {
    answers['POST /api/v1/account/session'] = [{ status: 403, body: { code: 'csrf_token', detail: '' } }];
    const element = await form();

    await fill(element, { name: 'wang', password: 'correct horse battery' });

    expect(asked.at(-1)?.headers).toMatchObject({ 'X-CSRF-Token': 'token 2' });
    expect(trouble(element)).toBe('');
  });

  test('two passwords that differ are not sent', async () => {
    const element = await form({ kind: 'set-up', secret: 'abc' });

    await fill(element, { name: 'wang', password: 'correct horse battery', repeat: 'correct horse' });

    expect(trouble(element)).toBe('两次输入的密码不一样。');
    expect(asked).toEqual([]);
  });

  test('the link of the first start makes the first account', async () => {
    const element = await form({ kind: 'set-up', secret: 'abc' });

    await fill(element, { name: 'wang', password: 'a long password', repeat: 'a long password' });

    expect(asked.at(-1)).toMatchObject({
      path: '/api/v1/account/setup',
      body: { link: 'abc', name: 'wang', password: 'a long password' },
    });
  });

  test.each<Purpose>([{ kind: 'sign-in' }, { kind: 'set-up', secret: 'a' }, { kind: 'link', secret: 'a' }])(
    'axe finds nothing in the form to $kind',
    async (purpose) => {
      const element = await form(purpose);

      const { violations } = await axe.run(element, { rules: { 'color-contrast': { enabled: false } } });

      expect(violations.map((violation) => violation.id)).toEqual([]);
    },
  );
});

describe('what an address asks for', () => {
  test.each([
    ['', { kind: 'sign-in' }],
    ['#metrics', { kind: 'sign-in' }],
    ['#setup=aB-_9', { kind: 'set-up', secret: 'aB-_9' }],
    ['#link=aB-_9', { kind: 'link', secret: 'aB-_9' }],
    ['#setup=<script>', { kind: 'sign-in' }],
    ['#unknown-account', { kind: 'sign-in', trouble: 'unknown-account' }],
  ])('%s', (hash, purpose) => {
    expect(purposeOf(hash)).toEqual(purpose);
  });
});
