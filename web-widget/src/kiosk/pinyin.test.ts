import { describe, expect, it } from 'vitest';
import { MOST_LETTERS, parseWords, PinyinEngine } from './pinyin';

const DICTIONARY = [
  ['麋鹿', 'mi lu', -6],
  ['迷路', 'mi lu', -9],
  ['麋鹿角', 'mi lu jiao', -9],
  ['米', 'mi', -10],
  ['鹿', 'lu', -7],
  ['绿色', 'lv se', -8],
  ['吃', 'chi', -7],
  ['什么', 'shen me', -5],
  ['为什么', 'wei shen me', -5.5],
  ['先', 'xian', -7],
  ['西安', 'xi an', -9],
  ['西', 'xi', -9.5],
  ['安', 'an', -9.5],
  ['是', 'shi', -4],
  ['十', 'shi', -8],
]
  .map((fields) => fields.join('\t'))
  .join('\n');

const engine = new PinyinEngine(parseWords(DICTIONARY));

function texts(typed: string): string[] {
  return engine.candidates(typed).map(({ text }) => text);
}

describe('the pinyin keyboard', () => {
  it.each([
    ['milu', '麋鹿', 4, 'a word'],
    ['mil', '麋鹿', 3, 'a word cut short'],
    ['ml', '麋鹿', 2, 'a word by its initials'],
    ['wsm', '为什么', 3, 'another by its initials'],
    ['miluchishenme', '麋鹿吃什么', 13, 'a sentence'],
    ['miluchishenm', '麋鹿吃什么', 12, 'a sentence cut short'],
    ['lvse', '绿色', 4, 'v for ü'],
    ['shi', '是', 3, 'the commoner of two'],
    ['xian', '先', 4, 'one syllable before two'],
    ["xi'an", '西安', 5, 'two syllables where an apostrophe parts them'],
  ])('reads %s as %s (%i letters: %s)', (typed, text, letters) => {
    expect(engine.candidates(typed)[0]).toEqual({ text, letters });
  });

  it('offers what the beginning may be, longest first, so that it can be chosen word by word', () => {
    expect(engine.candidates('miluchi').map(({ text, letters }) => [text, letters])).toEqual([
      ['麋鹿吃', 7],
      ['麋鹿', 4],
      ['迷路', 4],
      ['米', 2],
    ]);
  });

  it('takes the apostrophe behind a chosen word along', () => {
    expect(engine.candidates("xi'chi").find(({ text }) => text === '西')).toEqual({ text: '西', letters: 3 });
  });

  it('offers the longer words that begin so', () => {
    expect(texts('milu')).toEqual(['麋鹿', '迷路', '麋鹿角', '米']);
  });

  it.each(['', "'", "'''", 'qqq', 'v', 'A', '麋', '0'])('offers nothing for %j', (typed) => {
    expect(texts(typed)).toEqual([]);
  });

  it('is not troubled by somebody leaning on it', () => {
    expect(engine.candidates('shi'.repeat(5_000))[0]?.text).toBe('是'.repeat(MOST_LETTERS / 3));
  });

  it('gives the same list every time', () => {
    expect(texts('xian')).toEqual(texts('xian'));
    expect(new PinyinEngine([...parseWords(DICTIONARY)].reverse()).candidates('milu')).toEqual(
      engine.candidates('milu'),
    );
  });
});

describe('a dictionary', () => {
  it('is read line by line, without what is no word', () => {
    expect(parseWords('麋鹿\tmi lu\t-6.5\n\n角\tjiao\n角\t\t-1\n角\tjiao\tmany\n')).toEqual([
      { text: '麋鹿', syllables: ['mi', 'lu'], weight: -6.5 },
    ]);
  });
});
