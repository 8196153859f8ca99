import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { advance, begin } from '../chat/turn';
import { decodeChatEvent } from '../client/decode';
import table from './sounds.txt?raw';
import { passagesOf, spoken } from './spoken';

/** A sentence as the service sends it. */
function sentence(text: string, ...reading: [start: number, end: number, pinyin: string][]): unknown {
  return {
    index: 0,
    text,
    citations: [1],
    reading: reading.map(([start, end, pinyin]) => ({ start, end, pinyin })),
  };
}

function said(data: unknown): string {
  const event = decodeChatEvent('sentence', data);
  if (event?.type !== 'sentence') throw new Error('expected a sentence');
  return spoken(event.sentence);
}

describe('what a voice is given', () => {
  it.each([
    ['麋鹿吃草。', [0, 2, 'mí lù'], '迷鹿吃草。'],
    ['看，朱鹮在飞。', [2, 4, 'zhū huán'], '看，蛛桓在飞。'],
    ['昴星团很亮。', [0, 3, 'mǎo xīng tuán'], '卯星团很亮。'],
    ['參宿四是紅色的。', [0, 3, 'shēn xiù sì'], '身嗅四是紅色的。'],
    ['女宿在西边。', [0, 2, 'nǚ xiù'], '女嗅在西边。'],
    ['他捋着草。', [1, 2, 'lǚ'], '他旅着草。'],
  ] as const)('of %s has common characters of the same sound', (text, reading, expected) => {
    expect(said(sentence(text, [...reading]))).toBe(expected);
  });

  it('sounds as the reading says, syllable by syllable', () => {
    const names = [
      'mí lù',
      'zhū huán',
      'shēn xiù sì',
      'mǎo xiù',
      'zī xiù',
      'dǐ xiù',
      'lú cí',
      'xiāo',
      'zhāng',
    ];
    for (const name of names) {
      const syllables = name.split(' ');
      const heard = said(sentence('𬸚'.repeat(syllables.length), [0, 2 * syllables.length, name]));
      expect(pinyin(heard, { type: 'array' })).toEqual(syllables);
    }
  });

  it('changes several pieces, and nothing between or behind them', () => {
    expect(said(sentence('一只鸬鹚和一只麋鹿。', [2, 3, 'lú'], [3, 4, 'cí'], [7, 9, 'mí lù']))).toBe(
      '一只芦雌和一只迷鹿。',
    );
  });

  it('is the sentence itself where there is no reading or no such character', () => {
    expect(said({ index: 0, text: '地球绕太阳转。', citations: [] })).toBe('地球绕太阳转。');
    expect(said(sentence('卐字', [0, 1, 'nòu']))).toBe('卐字');
  });

  it('is the name itself where its syllables cannot be told apart', () => {
    expect(said(sentence('麋鹿苑', [0, 3, 'mí lù']))).toBe('麋鹿苑');
  });

  it('does without readings that are malformed', () => {
    const text = '麋鹿吃草。';
    for (const reading of [
      'mí lù',
      [null, 7, { start: 0, end: 2 }, { start: '0', end: 2, pinyin: 'mí lù' }],
      [
        { start: 2, end: 2, pinyin: 'mí' },
        { start: -1, end: 1, pinyin: 'mí lù' },
        { start: 4, end: 6, pinyin: 'mí lù' },
      ],
    ]) {
      expect(said({ index: 0, text, citations: [], reading })).toBe(text);
    }
    expect(said(sentence(text, [0, 2, 'mí lù'], [1, 2, 'lù']))).toBe('迷鹿吃草。');
  });
});

describe('an answer that is read aloud', () => {
  it('is its sentences, each in its language, without the marks of its sources', () => {
    const sentences = [
      sentence('There is no model here, so this is quoted in Chinese.'),
      sentence('麋鹿吃草。', [0, 2, 'mí lù']),
    ];
    const turn = sentences.reduce<ReturnType<typeof begin>>(
      (so, data) => {
        const event = decodeChatEvent('sentence', data);
        return event ? advance(so, event) : so;
      },
      begin({ question: 'q', requestId: 'r', channel: 'web', locale: 'en' }),
    );

    expect(passagesOf(turn, 'en')).toEqual([
      { text: 'There is no model here, so this is quoted in Chinese.', language: 'en' },
      { text: '迷鹿吃草。', language: 'zh-CN' },
    ]);
    expect(turn.sentences[1]?.text).toBe('麋鹿吃草。');
  });
});

describe('the table of sounds', () => {
  it('has common characters only, and none that could be read otherwise', () => {
    const common = new TextDecoder('gbk');
    const level1 = new Set<string>();
    for (let row = 0xb0; row <= 0xd7; row++)
      for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++)
        level1.add(common.decode(Uint8Array.of(row, cell)));
    const lines = table.trim().split('\n');
    let characters = 0;
    for (const line of lines) {
      const syllable = /^[a-z]+/.exec(line)?.[0] ?? '';
      for (const [tone, character] of Array.from(line.slice(syllable.length)).entries()) {
        if (character === '-') continue;
        characters++;
        const readings = pinyin(character, { multiple: true, type: 'array', toneType: 'num', v: true });
        expect([character, ...new Set(readings)]).toEqual([character, `${syllable}${tone + 1}`]);
        expect(level1).toContain(character);
      }
    }
    expect(characters).toBeGreaterThan(900);
  });
});
