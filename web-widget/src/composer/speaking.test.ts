import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AskEvent } from '../chat/events';
import { messagesOf } from '../i18n/locale';
import { SpeechController } from '../speech/speech-controller';
import { FakeRecognition, FakeSynthesis } from '../testing/speech';
import './kepu-composer';
import type { KepuComposer } from './kepu-composer';

let composer: KepuComposer;
const asked = vi.fn<(question: string) => void>();

beforeEach(async () => {
  FakeRecognition.install();
  asked.mockReset();
  composer = document.createElement('kepu-composer');
  composer.addEventListener(AskEvent.type, (event) => {
    asked(event instanceof AskEvent ? event.question : '');
  });
  document.body.replaceChildren(composer);
  await composer.updateComplete;
});

afterEach(() => {
  composer.remove();
  vi.unstubAllGlobals();
});

function button(): HTMLButtonElement | null | undefined {
  return composer.shadowRoot?.querySelector<HTMLButtonElement>('.speak');
}

function field(): HTMLTextAreaElement {
  const area = composer.shadowRoot?.querySelector('textarea');
  if (!area) throw new Error('no field');
  return area;
}

/** What is said beside the field. */
function note(): string {
  const text = composer.shadowRoot?.querySelector('#speech')?.textContent ?? '';
  return text.replace(/\s+/g, ' ').trim();
}

async function type(text: string): Promise<void> {
  field().value = text;
  field().dispatchEvent(new Event('input'));
  await composer.updateComplete;
}

/** A key or a click without a pointer. */
async function press(): Promise<FakeRecognition> {
  button()?.dispatchEvent(new MouseEvent('click', { detail: 0, bubbles: true }));
  await composer.updateComplete;
  return FakeRecognition.last;
}

async function point(kind: 'pointerdown' | 'pointerup', at: number): Promise<void> {
  const event = new PointerEvent(kind, { button: 0, pointerId: 1, bubbles: true });
  Object.defineProperty(event, 'timeStamp', { value: at });
  button()?.dispatchEvent(event);
  await composer.updateComplete;
}

async function hear(recognition: FakeRecognition, ...phrases: string[]): Promise<void> {
  recognition.hears(...phrases);
  await composer.updateComplete;
}

async function end(recognition: FakeRecognition, error?: string): Promise<void> {
  recognition.ends(error);
  await composer.updateComplete;
}

describe('a question that is spoken', () => {
  it('is written into the field as it is heard, stays there to be corrected and is not sent', async () => {
    const recognition = await press();
    expect(recognition).toMatchObject({ state: 'started', lang: 'zh-CN', interimResults: true });
    expect(button()?.getAttribute('aria-pressed')).toBe('true');
    expect(button()?.textContent).toContain('正在听');
    await hear(recognition, '迷路');
    expect(field().value).toBe('迷路');
    await hear(recognition, '麋鹿吃', '什么');
    expect(field().value).toBe('麋鹿吃什么');

    await press();
    expect(recognition.state).toBe('stopped');
    await end(recognition);

    expect(field().value).toBe('麋鹿吃什么');
    expect(button()?.getAttribute('aria-pressed')).toBe('false');
    expect(note()).toContain('先改一改再发送');
    expect(asked).not.toHaveBeenCalled();
    await type('麋鹿吃什么草');
    field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    expect(asked).toHaveBeenCalledExactlyOnceWith('麋鹿吃什么草');
  });

  it('stands behind what was written before', async () => {
    await type('请问');
    await hear(await press(), '麋鹿吃什么');
    expect(field().value).toBe('请问麋鹿吃什么');

    composer.locale = 'en';
    await type('Tell me,');
    const recognition = await press();
    expect(recognition.lang).toBe('en-US');
    await hear(recognition, ' what do milu eat');
    expect(field().value).toBe('Tell me, what do milu eat');
  });

  it('is given up with Escape, which brings back what was written and goes no further', async () => {
    const beyond = vi.fn();
    document.body.addEventListener('keydown', beyond, { once: true });
    await type('请问');
    const recognition = await press();
    await hear(recognition, '迷路');
    const escape = new KeyboardEvent('keydown', {
      key: 'Escape',
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    button()?.dispatchEvent(escape);
    await hear(recognition, '迷路了');

    expect(field().value).toBe('请问');
    expect(recognition.state).toBe('aborted');
    expect(escape.defaultPrevented).toBe(true);
    expect(beyond).not.toHaveBeenCalled();
    document.body.removeEventListener('keydown', beyond);
  });

  it('goes on, phrase after phrase, while the button is held', async () => {
    await point('pointerdown', 0);
    const first = FakeRecognition.last;
    await hear(first, '麋鹿');
    await end(first);
    const second = FakeRecognition.last;
    expect(second).not.toBe(first);
    await hear(second, '吃什么');
    expect(field().value).toBe('麋鹿吃什么');

    await point('pointerup', 3_000);
    expect(second.state).toBe('stopped');
    await end(second);
    expect(FakeRecognition.last).toBe(second);
    expect(note()).toContain('先改一改再发送');
  });

  it('is one phrase after a click, or less after a second one', async () => {
    await point('pointerdown', 0);
    await point('pointerup', 120);
    const recognition = FakeRecognition.last;
    expect(recognition.state).toBe('started');
    await hear(recognition, '麋鹿');

    await point('pointerdown', 2_000);
    expect(recognition.state).toBe('stopped');
    await point('pointerup', 2_100);
    await end(recognition);
    expect(FakeRecognition.all).toEqual([recognition]);
  });

  it('ends where the visitor types or sends, and nothing comes after', async () => {
    const recognition = await press();
    await hear(recognition, '迷路');
    await type('麋鹿');
    await hear(recognition, '迷路了');
    expect(field().value).toBe('麋鹿');
    expect(recognition.state).toBe('aborted');

    const second = await press();
    composer.send();
    await hear(second, '吃什么');
    expect(asked).toHaveBeenCalledExactlyOnceWith('麋鹿');
    expect(field().value).toBe('');
  });

  it.each([
    ['not-allowed', '没有允许使用麦克风'],
    ['audio-capture', '没有找到麦克风'],
    ['no-speech', '没有听到说话'],
    ['network', '现在连不上'],
    ['language-not-supported', '听不懂中文'],
    ['aborted', '没能听清'],
    [undefined, '没有听到说话'],
  ])('that fails by %s says so in words', async (error, words) => {
    await type('请问');
    await end(await press(), error);
    expect(note()).toContain(words);
    expect(composer.shadowRoot?.querySelector('#speech')?.getAttribute('role')).toBe('status');
    expect(button()?.getAttribute('aria-pressed')).toBe('false');
    expect(field().value).toBe('请问');
  });

  it('is told once who recognises it', async () => {
    const first = await press();
    expect(note()).toContain('识别由浏览器完成');
    await hear(first, '麋鹿');
    await end(first);
    await press();
    expect(note()).toContain('松开或再点一下就结束');
    expect(note()).not.toContain('识别由浏览器完成');
  });

  it('is not listened to once the field has gone or is covered', async () => {
    const first = await press();
    composer.covered = true;
    await composer.updateComplete;
    expect(first.state).toBe('aborted');
    expect(button()?.getAttribute('aria-pressed')).toBe('false');

    const second = await press();
    composer.remove();
    expect(second.state).toBe('aborted');
  });

  it('silences what is being read aloud', async () => {
    const device = new FakeSynthesis('zh-CN');
    new SpeechController(composer).speak([{ text: '麋鹿吃草。', language: 'zh-CN' }]);
    await press();
    expect(device.reading).toEqual([]);
  });

  it('is offered where the browser recognises speech, and not at a terminal', async () => {
    expect(button()).not.toBeNull();
    composer.quiet = true;
    await composer.updateComplete;
    expect(button()).toBeNull();

    vi.unstubAllGlobals();
    composer.quiet = false;
    await composer.updateComplete;
    expect(button()).toBeNull();
  });

  it.each(['zh-CN', 'zh-TW', 'en'] as const)(
    'has a button with a name that does not change in %s',
    async (locale) => {
      composer.messages = messagesOf(locale);
      await composer.updateComplete;
      const name = button()?.querySelector('.visually-hidden')?.textContent;
      await press();
      expect(name).toBe(messagesOf(locale).speak);
      expect(button()?.querySelector('.visually-hidden')?.textContent).toBe(name);
    },
  );
});
