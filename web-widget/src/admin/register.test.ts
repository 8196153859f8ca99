import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AccountClient, type Account } from '../account/account-client';
import './kepu-accounts';
import './kepu-activities';
import './kepu-terminals';

const CURATOR: Account = {
  id: '2',
  name: 'li',
  displayName: '李老师',
  roles: ['curator'],
  venues: [],
  active: true,
};
const EDUCATOR: Account = { ...CURATOR, id: '3', name: 'zhao', displayName: '赵老师', roles: ['educator'] };
const ADMIN: Account = { ...CURATOR, id: '1', name: 'wang', displayName: '王老师', roles: ['admin'] };

/** What the service was told, and what it lists. */
let told: { method: string; path: string; body: Record<string, unknown> }[];
let lists: Record<string, unknown>;

beforeEach(() => {
  told = [];
  lists = {
    '/api/v1/account': { account: null, setUp: false, provider: null, csrf: { header: 'X', token: '1' } },
  };
  vi.stubGlobal('fetch', (path: string, { method = 'GET', body }: RequestInit) => {
    if (method !== 'GET') {
      told.push({ method, path, body: JSON.parse(body as string) as Record<string, unknown> });
    }
    const answer =
      method === 'POST' && path.endsWith('/accounts') ? { account: EDUCATOR, link: 'x' } : lists[path];
    return Promise.resolve(Response.json(answer ?? {}));
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

async function section<Tag extends 'kepu-accounts' | 'kepu-terminals' | 'kepu-activities'>(
  tag: Tag,
): Promise<HTMLElementTagNameMap[Tag]> {
  const element = document.createElement(tag);
  element.client = new AccountClient();
  element.account = ADMIN;
  document.body.append(element);
  await vi.waitFor(() => {
    if (!element.renderRoot.querySelector('[aria-label^="修改"]')) throw new Error('not listed yet');
  });
  return element;
}

type Section = Awaited<ReturnType<typeof section>>;

function of(element: Section, selector: string): HTMLInputElement {
  const found = element.renderRoot.querySelector<HTMLInputElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

async function edit(element: Section, name: string): Promise<void> {
  of(element, `[aria-label="修改 ${name}"]`).click();
  await element.updateComplete;
}

function box(element: Section, name: string, value: string): HTMLInputElement {
  return of(element, `input[name="${name}"][value="${value}"]`);
}

async function save(element: Section): Promise<void> {
  const before = told.length;
  of(element, 'form').dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
  await vi.waitFor(() => {
    expect(told).toHaveLength(before + 1);
    expect(of(element, 'form .main').disabled).toBe(false);
  });
  await element.updateComplete;
}

describe('accounts', () => {
  beforeEach(() => {
    lists['/api/v1/admin/accounts'] = [CURATOR, EDUCATOR];
  });

  it('leaves nothing of a change that was not saved in the next account', async () => {
    const accounts = await section('kepu-accounts');
    await edit(accounts, 'li');
    box(accounts, 'roles', 'admin').checked = true;
    of(accounts, '[name="displayName"]').value = '别人';
    await edit(accounts, 'zhao');
    expect(of(accounts, '[name="displayName"]').value).toBe('赵老师');
    await save(accounts);
    expect(told).toEqual([
      {
        method: 'PUT',
        path: '/api/v1/admin/accounts/3',
        body: { displayName: '赵老师', roles: ['educator'], venues: [], active: true },
      },
    ]);
  });

  it('offers an empty form after an account was made an administrator’s', async () => {
    const accounts = await section('kepu-accounts');
    await edit(accounts, 'li');
    box(accounts, 'roles', 'admin').checked = true;
    await save(accounts);
    expect(box(accounts, 'roles', 'admin').checked).toBe(false);
  });

  it('offers an empty form after an account was added', async () => {
    const accounts = await section('kepu-accounts');
    of(accounts, '[name="name"]').value = 'sun';
    box(accounts, 'roles', 'admin').checked = true;
    await save(accounts);
    expect(told[0]?.body).toMatchObject({ name: 'sun', roles: ['admin'] });
    expect(of(accounts, '[name="name"]').value).toBe('');
    expect(box(accounts, 'roles', 'admin').checked).toBe(false);
  });
});

describe('terminals', () => {
  it('closes a terminal on its own days alone', async () => {
    const settings = {
      name: '一号',
      venue: 'milu',
      hall: '',
      exhibit: '',
      opens: '09:00',
      closes: '17:00',
      closedOn: [],
      closures: [],
      audience: 'general',
      low: false,
      large: false,
    };
    const standing = { settings, state: 'alive', availability: null, version: 1, appliedVersion: 1 };
    lists['/api/v1/admin/terminals'] = [
      { ...standing, id: 't-1' },
      { ...standing, id: 't-2' },
    ];
    const terminals = await section('kepu-terminals');
    await edit(terminals, 't-1');
    box(terminals, 'closedOn', '1').checked = true;
    await edit(terminals, 't-2');
    await save(terminals);
    expect(told[0]).toMatchObject({ path: '/api/v1/admin/terminals/t-2', body: { closedOn: [] } });
  });
});

describe('activities', () => {
  it('leaves nothing of a change that was not saved in the next activity', async () => {
    const activity = {
      name: '科普日',
      programme: '',
      venue: '',
      hall: '',
      region: '',
      first: '2026-09-01',
      last: '2026-09-01',
      unit: '',
      form: 'on_site',
      closed: false,
      fromTable: false,
    };
    lists['/api/v1/admin/activities'] = {
      programmes: [],
      activities: [
        { ...activity, id: 'a-1', name: '甲' },
        { ...activity, id: 'a-2', name: '乙' },
      ],
    };
    const activities = await section('kepu-activities');
    await edit(activities, '甲');
    of(activities, '[name="hall"]').value = '一层';
    of(activities, '[name="form"]').value = 'online';
    await edit(activities, '乙');
    await save(activities);
    expect(told[0]).toMatchObject({
      path: '/api/v1/admin/activities/a-2',
      body: { name: '乙', hall: '', form: 'on_site' },
    });
  });
});
