import { describe, expect, it, vi } from 'vitest';
import { edit, focused } from './typing';

function field(value: string, start: number, end = start): HTMLTextAreaElement {
  const area = document.createElement('textarea');
  area.value = value;
  area.setSelectionRange(start, end);
  return area;
}

describe('a key', () => {
  it.each([
    ['麋吃什么', 1, 1, '鹿', '麋鹿吃什么'],
    ['麋鹿', 0, 2, '土星', '土星'],
    ['', 0, 0, '月', '月'],
  ])('writes into %j at %i to %i', (before, start, end, text, after) => {
    const area = field(before, start, end);
    const heard = vi.fn();
    area.addEventListener('input', heard);
    edit(area, { kind: 'insert', text });
    expect(area.value).toBe(after);
    expect(heard).toHaveBeenCalledOnce();
  });

  it.each([
    ['麋鹿', 2, 2, '麋'],
    ['麋鹿', 1, 1, '鹿'],
    ['麋鹿', 0, 0, '麋鹿'],
    ['麋鹿吃什么', 0, 2, '吃什么'],
    ['𫚭鱼', 2, 2, '鱼'],
  ])(
    'deletes the character before the cursor in %j at %i to %i, or what is selected',
    (before, start, end, after) => {
      const area = field(before, start, end);
      edit(area, { kind: 'delete' });
      expect(area.value).toBe(after);
    },
  );
});

describe('the focus', () => {
  it('is found inside shadow roots', () => {
    const host = document.createElement('div');
    const inner = document.createElement('textarea');
    host.attachShadow({ mode: 'open' }).append(inner);
    document.body.replaceChildren(host);
    inner.focus();
    expect(focused()).toBe(inner);
  });
});
