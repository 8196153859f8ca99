import { describe, expect, it } from 'vitest';
import { decodePack } from './pack';
import { PackSearch, terms } from './pack-search';

const PACK = decodePack({
  madeOn: '2026-11-29',
  articles: [
    {
      id: 'milu',
      version: 'sha256:1',
      title: '麋鹿的食物',
      source: '《中国大百科全书》',
      sections: [
        {
          heading: '麋鹿吃什么？',
          wordings: ['麋鹿的食谱'],
          text: '麋鹿主要吃青草。冬天也吃干草。园里的游客不要投喂。',
          sentences: [
            { start: 0, end: 8 },
            { start: 8, end: 15 },
            { start: 15, end: 25 },
          ],
        },
      ],
    },
    {
      id: 'eclipse',
      version: 'sha256:2',
      title: '月食',
      validTo: '2026-12-31',
      sections: [
        {
          heading: '月食是怎么发生的？',
          text: '月食是月亮进入地球的影子。',
          sentences: [{ start: 0, end: 13 }],
        },
        { heading: '没有正文' },
      ],
    },
    'not an article',
  ],
});

const search = new PackSearch(PACK);
const TODAY = '2026-11-29';

describe('the search over a pack', () => {
  it.each([
    ['麋鹿吃什么？', 'milu'],
    ['请问麋鹿吃些什么呢', 'milu'],
    ['月食怎么发生', 'eclipse'],
    ['月食', 'eclipse'],
  ])('finds for %j the section of %s', (question, document) => {
    expect(search.find(question, TODAY)?.section.documentId).toBe(document);
  });

  it.each(['股票怎么买？', '为什么？', '', '！？', 'how are you'])('finds nothing for %j', (question) => {
    expect(search.find(question, TODAY)).toBeUndefined();
  });

  it('does not answer what only shares a common word with it', () => {
    const pack = decodePack({
      articles: ['手机没有信号时北斗还能定位吗？', '世界上最大和最小的花是哪种？', '白天能看到星星吗？'].map(
        (heading) => ({
          id: heading,
          version: 'sha256:1',
          title: heading,
          sections: [{ heading, text: '能，但是要有电。', sentences: [{ start: 0, end: 8 }] }],
        }),
      ),
    });
    const found = new PackSearch(pack);
    expect(found.find('手机没有信号怎么定位', TODAY)?.section.heading).toContain('手机');
    for (const question of ['手机屏幕碎了哪里修？', '谁是世界首富？']) {
      expect(found.find(question, TODAY, 0.1)).toBeUndefined();
    }
  });

  it('quotes the first sentence and the one that has most of the question', () => {
    const found = search.find('麋鹿冬天吃什么', TODAY, 0.1);
    const quotes = found?.sentences.map(({ start, end }) => found.section.text.slice(start, end));
    expect(quotes).toEqual(['麋鹿主要吃青草。', '冬天也吃干草。']);
  });

  it('passes over what may no longer be quoted', () => {
    expect(search.find('月食', '2026-12-31')).toBeDefined();
    expect(search.find('月食', '2027-01-01')).toBeUndefined();
  });

  it('offers questions it can answer, one a document', () => {
    expect(search.questions(5)).toEqual(['麋鹿吃什么？', '月食是怎么发生的？']);
    expect(search.questions(1)).toHaveLength(1);
  });
});

it('a pack that is malformed is empty', () => {
  expect(decodePack('').sections).toEqual([]);
  expect(new PackSearch(decodePack(null)).find('麋鹿', TODAY)).toBeUndefined();
});

it.each([
  ['麋鹿吃什么？', ['麋', '鹿', '吃', '麋鹿', '鹿吃']],
  ['DNA 是什么', ['dna']],
  ['Ｍ31 星系', ['m31', '星', '系', '星系']],
  ['龙', ['龙']],
])('%j is cut into %j', (text, expected) => {
  expect(terms(text)).toEqual(expected);
});
