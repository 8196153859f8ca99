import type { Citation, SourceDocument } from '../client/contract';

/** A run of text inside a line; `quoted` is the passage a citation points at. */
export interface Run {
  readonly text: string;
  readonly quoted: boolean;
}

/** A line of the document. */
export interface Line {
  /** 1 to 6 for a heading, 0 for a paragraph. */
  readonly level: number;
  readonly runs: readonly Run[];
}

/** A document ready to be shown. */
export interface Layout {
  readonly lines: readonly Line[];
  /** Whether the quote was found, and so stands in one of the lines. */
  readonly quoteFound: boolean;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a document's text into lines, with headings where its sections begin and the quote marked. Offsets count UTF-16
 * code units, as JavaScript's strings do. The document's own title line is left out: it stands above.
 */
export function layoutDocument(document: SourceDocument, citation: Citation): Layout {
  const { text } = document;
  const quote = locate(text, citation);
  const levels = new Map(document.sections.map(({ start, level }) => [start, level]));
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const level = levels.get(start) ?? 0;
    const isTitle = lines.length === 0 && line.trim() === document.title.trim();
    if (line.trim() !== '' && !isTitle) {
      lines.push({ level: Math.min(level, 6), runs: mark(line, start, quote) });
    }
    start += line.length + 1;
  }
  return { lines, quoteFound: quote !== undefined };
}

/** Where the quote stands: at its offsets, or, if the text there differs, wherever it occurs. */
function locate(text: string, { quote, start, end }: Citation): Range | undefined {
  if (quote === '') return undefined;
  if (text.slice(start, end) === quote) return { start, end };
  const found = text.indexOf(quote);
  return found < 0 ? undefined : { start: found, end: found + quote.length };
}

function mark(line: string, offset: number, quote: Range | undefined): readonly Run[] {
  const from = clamp((quote?.start ?? 0) - offset, line.length);
  const to = clamp((quote?.end ?? 0) - offset, line.length);
  if (!quote || from >= to) return [{ text: line, quoted: false }];
  return [
    { text: line.slice(0, from), quoted: false },
    { text: line.slice(from, to), quoted: true },
    { text: line.slice(to), quoted: false },
  ].filter(({ text }) => text !== '');
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
