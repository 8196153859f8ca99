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
/** What the service says to the next change instead of keeping it. */
let refusal: { status: number; code: string; detail: string } | undefined;

beforeEach(() => {
  told = [];
  refusal = undefined;
  lists = {
    '/api/v1/account': { account: null, setUp: false, provider: null, csrf: { header: 'X', token: '1' } },
  };
  vi.stubGlobal('fetch', (path: string, { method = 'GET', body }: RequestInit) => {
    if (method !== 'GET') {
      told.push({ method, path, body: JSON.parse(body as string) as Record<string, unknown> });
      if (refusal) {
        const { status, ...problem } = refusal;
        refusal = undefined;
        return Promise.resolve(Response.json(problem, { status }));
      }
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

  it('offers the halls and exhibits there are and takes another all the same', async () => {
    const inIts = { ...settings, hall: 'milu-wetland', exhibit: 'not-listed' };
    lists['/api/v1/admin/terminals'] = [{ ...standing, id: 't-1', settings: inIts }];
    lists['/api/v1/halls'] = [
      {
        id: 'milu-wetland',
        venue: 'milu',
        names: { 'zh-CN': '湿地' },
        exhibits: [{ id: 'milu-reeds', names: { 'zh-CN': '芦苇' } }],
      },
    ];
    const terminals = await section('kepu-terminals');
    await edit(terminals, 't-1');

    expect(of(terminals, 'tbody td').textContent).toContain('麋鹿苑 · 湿地 · not-listed');
    expect(of(terminals, '#halls option').textContent).toBe('麋鹿苑 · 湿地');
    expect(of(terminals, '#exhibits option[value="milu-reeds"]').textContent).toBe('麋鹿苑 · 湿地 · 芦苇');
    expect(of(terminals, '[name="exhibit"]').value).toBe('not-listed');
  });

  it('closes a terminal on its own days alone', async () => {
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
    version: 1,
  };
  const changed = { status: 409, code: 'activity_changed', detail: '又有人改过这项活动' };

  function list(...activities: Partial<typeof activity & { id: string }>[]): void {
    lists['/api/v1/admin/activities'] = {
      programmes: [{ id: 'week', name: '科技周', closed: true, closedOn: '2026-11-30', version: 4 }],
      activities: activities.map((each) => ({ ...activity, ...each })),
    };
  }

  function text(element: Section, selector: string): string {
    return of(element, selector).textContent.replace(/\s+/g, ' ').trim();
  }

  async function press(element: Section, selector: string): Promise<void> {
    of(element, selector).click();
    await vi.waitFor(() => {
      expect(element.renderRoot.querySelector(selector)).toBeNull();
    });
    await element.updateComplete;
  }

  it('leaves nothing of a change that was not saved in the next activity', async () => {
    list({ id: 'a-1', name: '甲' }, { id: 'a-2', name: '乙' });
    const activities = await section('kepu-activities');
    await edit(activities, '甲');
    of(activities, '[name="hall"]').value = '一层';
    of(activities, '[name="form"]').value = 'online';
    await edit(activities, '乙');
    await save(activities);
    expect(told[0]).toMatchObject({
      path: '/api/v1/admin/activities/a-2',
      body: { name: '乙', hall: '', form: 'on_site', version: 1 },
    });
  });

  it('says of what version an activity is, and of a new one none', async () => {
    list({ id: 'a-1', name: '甲', version: 7 });
    const activities = await section('kepu-activities');
    of(activities, '[name="id"]').value = 'a-2';
    await save(activities);
    await edit(activities, '甲');
    await save(activities);
    expect(told.map(({ body }) => body.version)).toEqual([undefined, 7]);
  });

  it('keeps what was typed where another changed it, and offers what it is now', async () => {
    list({ id: 'a-1', name: '甲' });
    const activities = await section('kepu-activities');
    await edit(activities, '甲');
    of(activities, '[name="name"]').value = '甲（春）';
    of(activities, '[name="hall"]').value = '一层';
    refusal = changed;
    list({
      id: 'a-1',
      name: '甲（秋）',
      programme: 'week',
      region: '北京市',
      form: 'both',
      closed: true,
      version: 2,
    });
    await save(activities);

    expect(text(activities, '.stale[role="alert"]')).toContain('又有人改过这项活动');
    expect(of(activities, '[name="name"]').value).toBe('甲（春）');
    expect(of(activities, '[name="region"]').value).toBe('');
    expect(activities.renderRoot.querySelector('.merged')).toBeNull();

    await press(activities, '#reload');
    expect(of(activities, '[name="name"]').value).toBe('甲（春）');
    expect(of(activities, '[name="hall"]').value).toBe('一层');
    expect(of(activities, '[name="region"]').value).toBe('北京市');
    expect(of(activities, '[name="form"]').value).toBe('both');
    const note = text(activities, '.merged[role="status"]');
    expect(note).toContain('活动名称：他人改为“甲（秋）”，您填写的是“甲（春）”，已保留您填写的');
    expect(note).toContain('项目：现为“科技周”');
    expect(note).toContain('举办城市：现为“北京市”');
    expect(note).toContain('参与方式：现为“线下和线上”');
    expect(note).toContain('状态：现为“已结项”');
    expect(note).not.toContain('展厅');

    await save(activities);
    expect(told[1]?.body).toEqual({
      name: '甲（春）',
      programme: 'week',
      venue: '',
      hall: '一层',
      region: '北京市',
      first: '2026-09-01',
      last: '2026-09-01',
      unit: '',
      form: 'both',
      closed: true,
      version: 2,
    });
    await vi.waitFor(() => {
      expect(activities.renderRoot.querySelector('.merged')).toBeNull();
    });
    expect(of(activities, '[name="name"]').value).toBe('');
  });

  it('leaves the change of one activity out of the next one’s form', async () => {
    list({ id: 'a-1', name: '甲' }, { id: 'a-2', name: '乙', version: 5 });
    const activities = await section('kepu-activities');
    await edit(activities, '甲');
    refusal = changed;
    list({ id: 'a-1', name: '甲', region: '北京市', version: 2 }, { id: 'a-2', name: '乙', version: 5 });
    await save(activities);
    await press(activities, '#reload');
    await edit(activities, '乙');
    expect(activities.renderRoot.querySelector('.merged')).toBeNull();
    await save(activities);
    expect(told[1]?.body).toMatchObject({ name: '乙', region: '', version: 5 });
  });

  it('loads the list again where another changed what was to be closed', async () => {
    list({ id: 'a-1', name: '甲' });
    const activities = await section('kepu-activities');
    refusal = changed;
    list({ id: 'a-1', name: '甲（秋）', version: 2 });
    of(activities, '[aria-label="关闭 甲"]').click();
    await vi.waitFor(() => of(activities, '#reload:not([disabled])'));
    await press(activities, '#reload');
    of(activities, '[aria-label="关闭 甲（秋）"]').click();
    await vi.waitFor(() => {
      expect(told).toHaveLength(2);
    });
    expect(told.map(({ body }) => [body.version, body.closed])).toEqual([
      [1, true],
      [2, true],
    ]);
  });

  it('goes on writing in the form of an activity that the same person closed meanwhile', async () => {
    list({ id: 'a-1', name: '甲' });
    const activities = await section('kepu-activities');
    await edit(activities, '甲');
    list({ id: 'a-1', name: '甲', closed: true, version: 2 });
    of(activities, '[aria-label="关闭 甲"]').click();
    await vi.waitFor(() => of(activities, '[aria-label="重新打开 甲"]:not([disabled])'));
    await save(activities);
    expect(told[1]?.body).toMatchObject({ closed: true, version: 2 });
  });

  it('offers to change what one may change alone', async () => {
    list(
      { id: 'a-1', name: '甲', venue: 'milu' },
      { id: 'a-2', name: '乙', venue: '' },
      { id: 'a-3', name: '丙', venue: 'nature' },
      { id: 'a/4', name: '丁', venue: 'milu' },
    );
    const activities = await section('kepu-activities');
    activities.account = { ...CURATOR, venues: ['milu'] };
    await activities.updateComplete;
    const offered = [...activities.renderRoot.querySelectorAll('tbody button')].map((button) =>
      button.getAttribute('aria-label'),
    );
    expect(offered).toEqual(['修改 甲', '关闭 甲']);
  });

  it('tells since when a programme is closed, and of what version it is', async () => {
    list({ id: 'a-1', name: '甲' });
    const activities = await section('kepu-activities');
    expect(text(activities, 'section[aria-labelledby="programmes"] tbody')).toContain('已结项2026-11-30 起');
    of(activities, '[aria-label="重新打开 科技周"]').click();
    await vi.waitFor(() => {
      expect(told[0]).toMatchObject({
        path: '/api/v1/admin/programmes/week',
        body: { name: '科技周', closed: false, version: 4 },
      });
    });
  });
});
