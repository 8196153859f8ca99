import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KepuChat } from '../chat/kepu-chat';
import { FakeSynthesis } from '../testing/speech';
import { ACCEPTED, CITATION, DONE, FakeService, SENTENCE } from '../testing/fake-service';

customElements.define('kepu-chat', KepuChat);

const READ = { ...SENTENCE, reading: [{ start: 0, end: 2, pinyin: 'mí lù' }] };

let service: FakeService;
let chat: KepuChat;
let device: FakeSynthesis;

/** The buttons of the answers that read aloud, or stop it. */
function buttons(): HTMLButtonElement[] {
  return [...(chat.shadowRoot?.querySelectorAll('kepu-answer') ?? [])].flatMap((answer) => [
    ...(answer.shadowRoot?.querySelectorAll<HTMLButtonElement>('.aloud') ?? []),
  ]);
}

async function ask(question: string): Promise<void> {
  service
    .nextStream()
    .send('accepted', ACCEPTED)
    .send('sentence', READ)
    .send('citation', CITATION)
    .send('done', DONE);
  await chat.ask(question);
  await chat.updateComplete;
}

async function press(button: HTMLButtonElement | undefined): Promise<void> {
  button?.click();
  await chat.updateComplete;
}

beforeEach(async () => {
  sessionStorage.clear();
  service = new FakeService();
  device = new FakeSynthesis('zh-CN');
  chat = document.createElement('kepu-chat');
  chat.setAttribute('locale', 'zh-CN');
  document.body.replaceChildren(chat);
  await chat.updateComplete;
});

afterEach(() => {
  chat.remove();
  vi.unstubAllGlobals();
});

describe('an answer', () => {
  it('is read aloud with its readings and without its marks, and shown as it was', async () => {
    await ask('麋鹿的尾巴有多长？');
    await press(buttons()[0]);

    expect(device.given.map(({ text }) => text)).toEqual(['迷鹿的尾巴是鹿类里最长的。']);
    const shown = chat.shadowRoot?.querySelector('kepu-answer')?.shadowRoot?.querySelector('.text');
    expect(shown?.textContent).toContain('麋鹿的尾巴是鹿类里最长的。');
  });

  it('has a button that stops the reading, until it has ended', async () => {
    await ask('麋鹿的尾巴有多长？');
    expect(buttons()[0]?.title).toBe('朗读回答');
    await press(buttons()[0]);
    expect(buttons()[0]?.title).toBe('停止朗读');
    await press(buttons()[0]);
    expect(device.reading).toEqual([]);

    await press(buttons()[0]);
    device.end();
    await vi.waitFor(() => {
      expect(buttons()[0]?.title).toBe('朗读回答');
    });
  });

  it('falls silent where another one is read', async () => {
    await ask('麋鹿的尾巴有多长？');
    await ask('它的尾巴呢？');
    await press(buttons()[0]);
    await press(buttons()[1]);
    expect(device.reading).toHaveLength(1);
    expect(buttons().map(({ title }) => title)).toEqual(['朗读回答', '停止朗读']);
  });

  it.each<[string, () => unknown]>([
    ['a question is asked', () => chat.ask('麋鹿吃什么？')],
    [
      'the panel is closed',
      () => {
        chat.hide();
      },
    ],
    [
      'the conversation is deleted',
      () => {
        chat.clear();
      },
    ],
    [
      'the element leaves the page',
      () => {
        chat.remove();
      },
    ],
  ])('falls silent when %s', async (_, act) => {
    await ask('麋鹿的尾巴有多长？');
    await press(buttons()[0]);
    expect(device.reading).toHaveLength(1);

    service.nextFails();
    void act();
    await vi.waitFor(() => {
      expect(device.reading).toEqual([]);
    });
  });

  it('is not offered to be read where the device has no voice for it', async () => {
    device = new FakeSynthesis('en-GB', '+zh-CN');
    await ask('麋鹿的尾巴有多长？');
    expect(chat.shadowRoot?.querySelector('kepu-answer')).not.toBeNull();
    expect(buttons()).toEqual([]);
  });
});
