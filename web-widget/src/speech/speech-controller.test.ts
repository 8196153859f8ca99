import { afterEach, describe, expect, it, vi } from 'vitest';
import { FakeSynthesis } from '../testing/speech';
import { hush, SpeechController } from './speech-controller';

const CHINESE = { text: '麋鹿吃草。', language: 'zh-CN' };
const ENGLISH = { text: 'It eats grass.', language: 'en' };
const host = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};

afterEach(() => {
  hush();
  vi.unstubAllGlobals();
});

describe('reading aloud', () => {
  it.each([
    [['zh-CN'], true],
    [['zh_CN'], true],
    [['cmn-Hans-CN'], true],
    [['zh-TW'], true],
    [['zh-HK'], false],
    [['zh-CN Grandma (Chinese)'], false],
    [['en-GB'], false],
    [['+zh-CN'], false],
    [[], false],
  ])('with the voices %j, of Chinese: %s', (voices, speaks) => {
    new FakeSynthesis(...voices);
    expect(new SpeechController(host).speaks([CHINESE])).toBe(speaks);
  });

  it('is not offered where a part could not be read, and of nothing', () => {
    new FakeSynthesis('zh-CN');
    const speech = new SpeechController(host);
    expect(speech.speaks([CHINESE, ENGLISH])).toBe(false);
    expect(speech.speaks([])).toBe(false);
  });

  it('is not offered by a browser that cannot', () => {
    expect(new SpeechController(host).speaks([CHINESE])).toBe(false);
  });

  it('gives each passage the voice of its language and ends with the last', () => {
    const device = new FakeSynthesis('zh-HK', 'zh-TW', 'zh-CN', 'en-GB');
    const changed = vi.fn<(speaking: boolean) => void>();
    const speech = new SpeechController(host, changed);
    speech.speak([ENGLISH, CHINESE]);
    expect(device.given.map(({ text, lang, voice }) => [text, lang, voice?.lang])).toEqual([
      [ENGLISH.text, 'en', 'en-GB'],
      [CHINESE.text, 'zh-CN', 'zh-CN'],
    ]);
    expect(speech.speaking).toBe(true);

    device.end();

    expect(speech.speaking).toBe(false);
    expect(changed.mock.calls).toEqual([[true], [false]]);
  });

  it('takes the device’s usual voice', () => {
    const device = new FakeSynthesis('zh-CN One', '* zh-CN Other', 'en-GB One', '* en-US Other');
    new SpeechController(host).speak([CHINESE, ENGLISH]);
    expect(device.given.map(({ voice }) => voice?.name)).toEqual(['Other', 'Other']);
  });

  it('is of one text at a time, whoever reads', () => {
    const device = new FakeSynthesis('zh-CN', 'en-GB');
    const first = new SpeechController(host);
    const second = new SpeechController(host);
    first.speak([CHINESE]);
    second.speak([ENGLISH]);
    expect([first.speaking, second.speaking]).toEqual([false, true]);

    first.hostDisconnected(); // is silent already, and silences nobody
    expect(device.reading.map(({ text }) => text)).toEqual([ENGLISH.text]);

    second.speak([CHINESE]);
    expect(second.speaking).toBe(true);
    expect(device.reading.map(({ text }) => text)).toEqual([CHINESE.text]);
  });

  it.each<[string, (speech: SpeechController) => void]>([
    [
      'its element leaves the page',
      (speech) => {
        speech.hostDisconnected();
      },
    ],
    ['the page is left', () => window.dispatchEvent(new Event('pagehide'))],
    ['anybody asks for silence', hush],
    [
      'the browser breaks it off',
      () => {
        window.speechSynthesis.cancel();
      },
    ],
  ])('ends when %s', (_, leave) => {
    const device = new FakeSynthesis('zh-CN');
    const speech = new SpeechController(host);
    speech.hostConnected();
    speech.speak([CHINESE, CHINESE]);
    leave(speech);
    expect(speech.speaking).toBe(false);
    expect(device.reading).toEqual([]);
  });
});
