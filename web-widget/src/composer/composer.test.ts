import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AskEvent } from '../chat/events';
import './kepu-composer';
import type { KepuComposer } from './kepu-composer';
import { QUESTION_LIMIT, questionState } from './question';

interface Press {
  readonly shiftKey?: boolean;
  readonly isComposing?: boolean;
  readonly keyCode?: number;
}

describe('questionState', () => {
  it.each([
    ['', 0, 0, false, false],
    ['  \n ', 0, 0, false, false],
    [' 麋 ', 1, 0, false, true],
    ['鹿'.repeat(399), 399, 0, false, true],
    ['鹿'.repeat(400), 400, 0, true, true],
    ['鹿'.repeat(500) + '  ', 500, 0, true, true],
    ['鹿'.repeat(501), 501, 1, true, false],
    ['🦌'.repeat(251), 502, 2, true, false],
  ])('of %j', (typed, length, over, counted, sendable) => {
    expect(questionState(typed)).toMatchObject({ length, over, counted, sendable });
  });
});

describe('<kepu-composer>', () => {
  let composer: KepuComposer;
  const asked = vi.fn<(question: string) => void>();

  beforeEach(async () => {
    asked.mockReset();
    composer = document.createElement('kepu-composer');
    composer.addEventListener(AskEvent.type, (event) => {
      asked(event instanceof AskEvent ? event.question : '');
    });
    document.body.replaceChildren(composer);
    await composer.updateComplete;
  });

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the kind of element
  function part<T extends Element>(selector: string): T {
    const found = composer.shadowRoot?.querySelector<T>(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  }

  async function type(text: string): Promise<HTMLTextAreaElement> {
    const area = part<HTMLTextAreaElement>('textarea');
    area.value = text;
    area.dispatchEvent(new Event('input'));
    await composer.updateComplete;
    return area;
  }

  function press(area: HTMLElement, init: Press): void {
    const event = new KeyboardEvent('keydown', {
      key: 'Enter',
      bubbles: true,
      cancelable: true,
      shiftKey: init.shiftKey ?? false,
    });
    for (const name of ['isComposing', 'keyCode'] as const) {
      if (name in init) Object.defineProperty(event, name, { value: init[name] });
    }
    area.dispatchEvent(event);
  }

  it('sends what was typed, trimmed, with Enter, and empties itself', async () => {
    const area = await type('  麋鹿吃什么？ ');
    press(area, {});
    await composer.updateComplete;
    expect(asked).toHaveBeenCalledExactlyOnceWith('麋鹿吃什么？');
    expect(area.value).toBe('');
  });

  it.each<[string, Press]>([
    ['Shift+Enter, which breaks the line', { shiftKey: true }],
    ['Enter while an input method composes', { isComposing: true }],
    ['Enter that ended a composition in Safari', { keyCode: 229 }],
  ])('does not send with %s', async (_, init) => {
    press(await type('mi lu'), init);
    expect(asked).not.toHaveBeenCalled();
  });

  it('does not send while an answer is on its way, and keeps the text', async () => {
    composer.busy = true;
    const area = await type('麋鹿吃什么？');
    press(area, {});
    expect(asked).not.toHaveBeenCalled();
    expect(area.value).toBe('麋鹿吃什么？');
    expect(part('button').getAttribute('aria-label')).toBe('停止回答');
  });

  it('counts near the limit and refuses what is too long, in words', async () => {
    const area = await type('鹿'.repeat(QUESTION_LIMIT + 1));
    expect(part('#count').textContent).toContain('501/500');
    expect(part('#count').textContent).toContain('请删去1个字');
    expect(area.getAttribute('aria-invalid')).toBe('true');
    expect(part<HTMLButtonElement>('.send').disabled).toBe(true);
    press(area, {});
    expect(asked).not.toHaveBeenCalled();
  });
});
