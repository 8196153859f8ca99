import { afterEach, expect, it } from 'vitest';
import './kepu-worksheet';
import type { ItemSet, Slot, Source } from './studio-client';

afterEach(() => {
  document.body.replaceChildren();
});

const SLOT = {
  number: 1,
  kind: 'short_answer',
  stem: '麋鹿吃什么？',
  content: { is: 'open', answer: '草。', points: [] },
  evidence: [{ documentId: 'milu', title: '麋鹿', heading: '', quote: '' }],
  source: '《麋鹿》“麋鹿吃什么？”',
  objections: [],
  decision: 'open',
} as unknown as Slot;

const MILU: Source = {
  id: 'milu',
  title: '麋鹿',
  topics: [],
  venues: ['milu', 'nature'],
  exhibits: ['milu-01'],
  sections: [],
};

async function sheet(slot: Slot, venues: readonly string[], sources: readonly Source[]): Promise<ShadowRoot> {
  const element = document.createElement('kepu-worksheet');
  element.set = { title: '麋鹿', aiLabel: '由人工智能生成', venues, slots: [slot] } as unknown as ItemSet;
  element.sources = sources;
  document.body.append(element);
  await element.updateComplete;
  if (!element.shadowRoot) throw new Error('nothing is shown');
  return element.shadowRoot;
}

function code(root: ShadowRoot): string {
  return (
    root.querySelector('svg')?.getAttribute('aria-label') ?? root.querySelector('svg')?.textContent ?? ''
  );
}

it('leads to the house and the exhibit that it is about', async () => {
  expect(code(await sheet(SLOT, ['nature'], [MILU]))).toContain('/?kepu-venue=nature&kepu-exhibit=milu-01');
  expect(code(await sheet(SLOT, [], [MILU]))).toContain('/?kepu-venue=milu&kepu-exhibit=milu-01');
  expect(code(await sheet(SLOT, ['planetarium'], []))).toContain('/?kepu-venue=planetarium');
  expect(code(await sheet(SLOT, [], []))).toMatch(/\/$/u);
});

it('says where its tasks come from, and whether a person has accepted them', async () => {
  const open = await sheet(SLOT, [], [MILU]);
  expect(open.querySelector('.sources')?.textContent).toContain('《麋鹿》');
  expect(open.querySelector('.sources')?.textContent).not.toContain('麋鹿吃什么');
  expect(open.querySelector('footer')?.textContent).toContain('未审核');

  const accepted = await sheet({ ...SLOT, decision: 'accepted' }, [], [MILU]);
  expect(accepted.querySelector('footer')?.textContent).toContain('已审核');
});
