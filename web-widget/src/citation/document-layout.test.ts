import { describe, expect, it } from 'vitest';
import type { Citation, SourceDocument } from '../client/contract';
import { layoutDocument } from './document-layout';

const text = '麋鹿\n麋鹿吃什么？\n🦌麋鹿吃草。它也吃水草。\n\n麋鹿住哪里？\n湿地。';
const document: SourceDocument = {
  id: 'milu',
  title: '麋鹿',
  text,
  sections: ['麋鹿吃什么？', '麋鹿住哪里？'].map((heading) => ({
    heading,
    level: 2,
    start: text.indexOf(heading),
    end: text.length,
  })),
  sources: [],
};

function citing(quote: string, start = text.indexOf(quote)): Citation {
  return { index: 1, documentId: 'milu', title: '麋鹿', quote, start, end: start + quote.length };
}

describe('layoutDocument', () => {
  it('makes headings of the lines where sections start, and leaves title and empty lines out', () => {
    const { lines } = layoutDocument(document, citing('湿地。'));
    expect(lines.map(({ level, runs }) => [level, runs.map((run) => run.text).join('')])).toEqual([
      [2, '麋鹿吃什么？'],
      [0, '🦌麋鹿吃草。它也吃水草。'],
      [2, '麋鹿住哪里？'],
      [0, '湿地。'],
    ]);
  });

  it('marks exactly the quote, counting UTF-16 code units', () => {
    const { lines, quoteFound } = layoutDocument(document, citing('麋鹿吃草。'));
    expect(quoteFound).toBe(true);
    expect(lines[1]?.runs).toEqual([
      { text: '🦌', quoted: false },
      { text: '麋鹿吃草。', quoted: true },
      { text: '它也吃水草。', quoted: false },
    ]);
  });

  it('marks a quote that runs over several lines in each of them', () => {
    const { lines } = layoutDocument(document, citing('它也吃水草。\n\n麋鹿住哪里？\n湿'));
    expect(lines.flatMap(({ runs }) => runs.filter(({ quoted }) => quoted).map((run) => run.text))).toEqual([
      '它也吃水草。',
      '麋鹿住哪里？',
      '湿',
    ]);
  });

  it('takes the place the offsets say where the quote occurs more than once', () => {
    const twice = { ...document, text: '麋鹿\n吃草。\n吃草。', sections: [] };
    const { lines } = layoutDocument(twice, citing('吃草。', 7));
    expect(lines.map(({ runs }) => runs[0]?.quoted)).toEqual([false, true]);
  });

  it('looks for the quote where its offsets do not fit the text', () => {
    const { lines, quoteFound } = layoutDocument(document, citing('它也吃水草。', 0));
    expect(quoteFound).toBe(true);
    expect(lines[1]?.runs[1]).toEqual({ text: '它也吃水草。', quoted: true });
  });

  it('says so when the quote is not in the text', () => {
    const { lines, quoteFound } = layoutDocument(document, citing('大熊猫', 3));
    expect(quoteFound).toBe(false);
    expect(lines.some(({ runs }) => runs.some(({ quoted }) => quoted))).toBe(false);
  });
});
