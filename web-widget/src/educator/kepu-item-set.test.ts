import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AccountClient } from '../account/account-client';
import type { StaffLocale } from '../account/words';
import './kepu-item-set';
import type { ItemSet, Slot } from './studio-client';
import { StudioClient } from './studio-client';

const SLOT: Slot = {
  number: 1,
  kind: 'short_answer',
  stem: '月球上有风吗？',
  content: { is: 'open', answer: '月球上没有风雨。', points: [] },
  key: '月球上没有风雨。',
  explanation: '月球上没有风雨。',
  evidence: [],
  source: '《月球》',
  author: '',
  alignment: { stage: 'years_5_6' } as Slot['alignment'],
  objections: [],
  unchecked: [],
  decision: 'open',
  reason: '',
  edited: false,
} as unknown as Slot;

const SET: ItemSet = {
  id: 'a',
  title: '月球',
  state: 'ready',
  version: 1,
  mine: true,
  venues: [],
  stage: 'years_5_6',
  progress: { done: 1, total: 1, made: 1 },
  createdAt: '2026-11-29T10:00:00Z',
  aiLabel: '由人工智能生成',
  model: null,
  refused: { objections: [], misfits: [] },
  slots: [SLOT],
};

beforeEach(() => {
  vi.stubGlobal('fetch', (path: string) =>
    Promise.resolve(
      Response.json(
        path === '/api/v1/account'
          ? { account: null, setUp: false, provider: null, csrf: { header: 'X', token: '1' } }
          : [],
      ),
    ),
  );
});

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

async function shown(set: ItemSet, locale: StaffLocale): Promise<ShadowRoot> {
  const element = document.createElement('kepu-item-set');
  element.client = new StudioClient(new AccountClient());
  element.set = set;
  element.locale = locale;
  document.body.append(element);
  await element.updateComplete;
  if (!element.shadowRoot) throw new Error('nothing is shown');
  return element.shadowRoot;
}

function text(root: ParentNode, selector: string): string {
  return (root.querySelector(selector)?.textContent ?? '').replace(/\s+/gu, ' ').trim();
}

const WORK: ItemSet['model'] = {
  models: [
    {
      name: 'qwen3',
      sections: 2,
      drafts: 1,
      flawed: [{ code: 'quote', label: '引文在原文里找不到', count: 2 }],
      failures: 1,
    },
    {
      name: 'glm',
      sections: 1,
      drafts: 3,
      flawed: [{ code: 'quote', label: '引文在原文里找不到', count: 1 }],
      failures: 0,
    },
  ],
  sections: 4,
  unanswered: 1,
  limit: 'account',
};

it('names every model that took part and why the rest was made without one', async () => {
  const root = await shown({ ...SET, model: WORK }, 'en');

  const said = text(root, '.model-work');
  expect(said).toContain('qwen3 wrote 1 item, glm wrote 3 items.');
  expect(said).toContain('a quote that the text does not have 3');
  expect(said).toContain('qwen3 was asked for 1 section without an answer.');
  expect(said).toContain('For 1 section no model wrote anything');
  expect(said).toContain('Your share of the day’s budget');
  expect(said).not.toMatch(/[、：（一-鿿]/u);
});

it('says the same in Chinese', async () => {
  const root = await shown({ ...SET, model: WORK }, 'zh-CN');

  const said = text(root, '.model-work');
  expect(said).toContain('qwen3 写了 1 道、glm 写了 3 道');
  expect(said).toContain('引文在原文里找不到 3');
  expect(said).toContain('您今天用于出题的语言模型额度已经用完');
});

it('says that the time was up also where no model came to an end', async () => {
  const model = { models: [], sections: 0, unanswered: 0, limit: 'time' } as const;
  const root = await shown({ ...SET, model }, 'en');

  expect(text(root, '.model-work')).toBe(
    'The time that language models have for one set was up: the rules alone made the rest.',
  );
});

it('says why an item was refused in the language of the page', async () => {
  const refused: Slot = {
    ...SLOT,
    objections: [{ code: 'giveaway', label: '题面透露了答案', what: '月球' }],
  };
  const set = { ...SET, slots: [refused] };

  const english = (await shown(set, 'en')).querySelector('kepu-item');
  await english?.updateComplete;
  expect(text(english?.shadowRoot ?? document, '.objection')).toBe('The item gives its key away: 月球');
  const chinese = (await shown(set, 'zh-CN')).querySelector('kepu-item');
  await chinese?.updateComplete;
  expect(text(chinese?.shadowRoot ?? document, '.objection')).toBe('题面透露了答案：月球');
});

it('counts all that it did without, also what it does not list', async () => {
  const refused = {
    objections: [
      { code: 'duplicate', label: '与前面的题重复', count: 80 },
      { code: 'giveaway', label: '题面透露了答案', count: 3 },
    ],
    misfits: [{ code: 'stage', label: '学段偏高', count: 12 }],
  };
  const slots = [SLOT, { ...SLOT, number: 2, objections: [{ code: 'giveaway', label: '', what: '' }] }];
  const root = await shown({ ...SET, slots, refused }, 'zh-CN');

  const said = text(root, '.refused');
  expect(said).toContain('没有通过检查的 83 道');
  expect(said).toContain('与前面的题重复 80、题面透露了答案 3');
  expect(said).toContain('另有 12 道不合这次的要求，没有采用：学段偏高 12。');
  expect(said).toContain('下面列出其中 1 道。');
});

it('says where a check could not be made, and keeps in its place what was worded anew', async () => {
  const objections = [{ code: 'key_unsupported', label: '依据没有说出答案', what: '' }];
  const slots = [{ ...SLOT, unchecked: ['key_not_read'], edited: true, objections }];
  const root = await shown({ ...SET, slots }, 'zh-CN');

  expect(root.querySelector('.refused')).toBeNull();
  const item = root.querySelector('kepu-item');
  await item?.updateComplete;
  expect(text(item?.shadowRoot ?? document, '.unchecked')).toContain('请您自己核对');
  expect(text(item?.shadowRoot ?? document, '.objection')).toBe('依据没有说出答案');
});

it('has one item, not one items', async () => {
  const root = await shown(SET, 'en');

  expect(text(root, '#count')).toBe('1 item, 0 accepted');
});
