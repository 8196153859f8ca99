import { afterEach, expect, it } from 'vitest';
import './kepu-item';
import type { ItemDeed } from './kepu-item';
import type { Content, Slot } from './studio-client';

afterEach(() => {
  document.body.replaceChildren();
});

async function edited(content: Content, kind: Slot['kind']): Promise<HTMLElementTagNameMap['kepu-item']> {
  const item = document.createElement('kepu-item');
  item.mayChange = true;
  item.slotted = {
    number: 1,
    kind,
    stem: '题干',
    content,
    key: '',
    explanation: '',
    evidence: [],
    source: '',
    author: '',
    alignment: { stage: 'years_5_6', bloom: 'remember', difficulty: 'easy', core: [] },
    objections: [],
    unchecked: [],
    decision: 'open',
    reason: '',
    edited: false,
  };
  document.body.append(item);
  await item.updateComplete;
  item.renderRoot.querySelector<HTMLElement>('.edit')?.click();
  await item.updateComplete;
  return item;
}

function saved(item: HTMLElementTagNameMap['kepu-item']): Content | undefined {
  let content: Content | undefined;
  item.addEventListener('kepu-item-deed', (event) => {
    const deed = (event as CustomEvent<ItemDeed>).detail;
    if (deed.does === 'reword') content = deed.content;
  });
  item.renderRoot.querySelector('form')?.dispatchEvent(new SubmitEvent('submit', { cancelable: true }));
  return content;
}

function fields(item: HTMLElementTagNameMap['kepu-item'], selector: string): HTMLInputElement[] {
  return [...item.renderRoot.querySelectorAll<HTMLInputElement>(selector)];
}

it('lets another option be the right one', async () => {
  const options = [
    { text: '甲', right: true },
    { text: '乙', right: false },
  ];
  const item = await edited({ is: 'choice', options }, 'single_choice');
  const marks = fields(item, 'input[name=right]');
  expect(marks.map((mark) => mark.checked)).toEqual([true, false]);
  expect(marks.map((mark) => mark.type)).toEqual(['radio', 'radio']);

  marks[1]?.click();

  expect(saved(item)?.options?.map((option) => option.right)).toEqual([false, true]);
});

it('lets an order, pairs and a task be worded anew', async () => {
  const order = await edited({ is: 'ordering', inOrder: ['一', '二', '三'] }, 'ordering');
  for (const field of fields(order, '[name=things]')) field.value = '二\n一\n\n三';
  expect(saved(order)?.inOrder).toEqual(['二', '一', '三']);

  const pairs = [
    { left: '甲', right: '1' },
    { left: '乙', right: '2' },
    { left: '丙', right: '3' },
  ];
  const matching = await edited({ is: 'matching', pairs }, 'matching');
  for (const field of fields(matching, '[name=right]').slice(0, 1)) field.value = '9';
  expect(saved(matching)?.pairs?.map((pair) => pair.right)).toEqual(['9', '2', '3']);

  const task = await edited({ is: 'task', materials: ['尺'], steps: ['量'], lookFor: '量得准' }, 'hands_on');
  for (const field of fields(task, '[name=steps]')) field.value = '量\n写';
  expect(saved(task)).toEqual({ is: 'task', materials: ['尺'], steps: ['量', '写'], lookFor: '量得准' });
});
