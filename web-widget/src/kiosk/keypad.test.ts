import { afterEach, describe, expect, it, vi } from 'vitest';
import { ChooseEvent } from '../choice/kepu-choice';
import type { ChatClient } from '../client/chat-client';
import { ApiError } from '../client/failure';
import type { KepuKeypad } from './kepu-keypad';
import './kepu-operator';
import './kepu-pairing';
import type { TerminalClient, TerminalSettings } from './terminal-client';

const UNREACHABLE = new ApiError({ kind: 'unreachable', final: false });
const SETTINGS: TerminalSettings = {
  terminal: 't-1',
  version: 1,
  venue: 'milu',
  hall: undefined,
  hallNames: undefined,
  exhibit: undefined,
  audience: undefined,
  low: false,
  large: false,
};

afterEach(() => {
  document.body.replaceChildren();
});

async function keypadOf(
  element: HTMLElementTagNameMap['kepu-pairing' | 'kepu-operator'],
): Promise<KepuKeypad> {
  document.body.append(element);
  await element.updateComplete;
  const keypad = element.renderRoot.querySelector('kepu-keypad');
  if (!keypad) throw new Error('no keypad');
  await keypad.updateComplete;
  return keypad;
}

async function tap(keypad: KepuKeypad, code: string): Promise<void> {
  for (const digit of code) {
    const keys = [...keypad.renderRoot.querySelectorAll<HTMLButtonElement>('.keys button')];
    keys.find((key) => key.textContent.trim() === digit)?.click();
    await keypad.updateComplete;
  }
}

function field(keypad: KepuKeypad): HTMLInputElement {
  const input = keypad.renderRoot.querySelector('input');
  if (!input) throw new Error('no field');
  return input;
}

function enter(keypad: KepuKeypad): void {
  keypad.renderRoot
    .querySelector('form')
    ?.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
}

describe('the code that pairs a terminal', () => {
  function pairing(pair: () => Promise<TerminalSettings>): HTMLElementTagNameMap['kepu-pairing'] {
    const element = document.createElement('kepu-pairing');
    element.client = { pair } as unknown as TerminalClient;
    return element;
  }

  it('has eight digits, however often one taps', async () => {
    const keypad = await keypadOf(pairing(() => Promise.resolve(SETTINGS)));
    await tap(keypad, '123456789');
    expect(field(keypad).value).toBe('12345678');
  });

  it('may be typed in the groups it is shown in', async () => {
    const keypad = await keypadOf(pairing(() => Promise.resolve(SETTINGS)));
    for (const typed of ['1234 5678', '123456789']) {
      field(keypad).value = typed;
      field(keypad).dispatchEvent(new Event('input'));
      await keypad.updateComplete;
      expect(field(keypad).value).toBe('12345678');
    }
  });

  it('stays while the service cannot be reached, and goes once it is accepted', async () => {
    const pair = vi.fn<(code: string) => Promise<TerminalSettings>>();
    pair.mockRejectedValueOnce(UNREACHABLE).mockResolvedValueOnce(SETTINGS);
    const keypad = await keypadOf(pairing(pair as unknown as () => Promise<TerminalSettings>));
    await tap(keypad, '12345678');
    enter(keypad);
    await vi.waitFor(() => {
      expect(keypad.trouble).not.toBe('');
    });
    await keypad.updateComplete;
    expect(field(keypad).value).toBe('12345678');
    enter(keypad);
    await vi.waitFor(() => {
      expect(field(keypad).value).toBe('');
    });
    expect(pair.mock.calls).toEqual([['12345678'], ['12345678']]);
  });

  it('gives way to the next digit once it was refused', async () => {
    const keypad = await keypadOf(pairing(() => Promise.reject(UNREACHABLE)));
    await tap(keypad, '00000000');
    enter(keypad);
    await vi.waitFor(() => {
      expect(keypad.trouble).not.toBe('');
    });
    await keypad.updateComplete;
    await tap(keypad, '123456789');
    expect(field(keypad).value).toBe('12345678');
  });
});

describe('the language of the pairing', () => {
  it.each([
    ['zh-TW', '配對終端'],
    ['de-DE', 'Pair this terminal'],
    ['zh-CN', '配对终端'],
  ])('is the browser’s: %s', async (language, title) => {
    vi.spyOn(navigator, 'language', 'get').mockReturnValue(language);
    const element = document.createElement('kepu-pairing');
    document.body.append(element);
    await element.updateComplete;
    expect(element.renderRoot.querySelector('h1')?.textContent).toBe(title);
  });

  it('is what the staff choose, of what went wrong, too', async () => {
    vi.spyOn(navigator, 'language', 'get').mockReturnValue('zh-CN');
    const element = document.createElement('kepu-pairing');
    element.client = { pair: () => Promise.reject(UNREACHABLE) } as unknown as TerminalClient;
    const keypad = await keypadOf(element);
    await tap(keypad, '12345678');
    enter(keypad);
    await vi.waitFor(() => {
      expect(keypad.trouble).toContain('连不上服务');
    });
    element.renderRoot.querySelector('kepu-choice')?.dispatchEvent(new ChooseEvent('en'));
    await element.updateComplete;
    expect(keypad.trouble).toContain('cannot be reached');
    expect(document.documentElement.lang).toBe('en');
  });
});

describe('the operator’s code', () => {
  function operator(unlock: () => Promise<void>): HTMLElementTagNameMap['kepu-operator'] {
    const element = document.createElement('kepu-operator');
    element.client = { unlock } as unknown as ChatClient;
    return element;
  }

  it('is gone once it is entered, even where it is not accepted', async () => {
    const keypad = await keypadOf(operator(() => Promise.reject(UNREACHABLE)));
    await tap(keypad, '2468024680');
    expect(field(keypad).value).toBe('2468024680');
    enter(keypad);
    await vi.waitFor(() => {
      expect(keypad.trouble).not.toBe('');
    });
    expect(field(keypad).value).toBe('');
  });

  it('hands the focus to the first way out', async () => {
    const element = operator(() => Promise.resolve());
    const keypad = await keypadOf(element);
    await tap(keypad, '2468');
    enter(keypad);
    await vi.waitFor(() => {
      const first = element.renderRoot.querySelector('.ways button');
      expect(first).not.toBeNull();
      expect(element.shadowRoot?.activeElement).toBe(first);
    });
  });
});
