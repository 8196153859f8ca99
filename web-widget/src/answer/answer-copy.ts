import { answerText, type Turn } from '../chat/turn';
import type { Citation } from '../client/contract';
import type { Messages } from '../i18n/messages';

/** What the copy button puts on the clipboard: the answer, its sources and the label that an AI made it. */
export function answerCopy(turn: Turn, say: Messages): string {
  return [turn.request.question, answerText(turn), copyEnding(turn, turn.citations, say)].join('\n\n');
}

/** What follows copied words: the sources of these citations, and the label that an AI made the answer. */
export function copyEnding(turn: Turn, citations: readonly Citation[], say: Messages): string {
  const sources = sourcesOf(citations).map(({ citations, name }) =>
    [`${citations.map(({ index }) => `[${index}]`).join('')} ${name}`, pagesOf(citations, say)]
      .filter(Boolean)
      .join(' · '),
  );
  return [
    ...(sources.length > 0 ? [`${say.sources}\n${sources.join('\n')}`] : []),
    `${aiLabel(turn, say)} · ${say.assistant}`,
  ].join('\n\n');
}

/** A section that an answer quotes, with the citations of it in their order; never empty. */
export interface Source {
  readonly name: string;
  readonly citations: readonly [Citation, ...Citation[]];
}

/** The sections behind these citations, each once: three sentences of one section are one source to a reader. */
export function sourcesOf(citations: readonly Citation[]): Source[] {
  const sources = new Map<string, Source>();
  for (const citation of citations) {
    const key = JSON.stringify([citation.documentId, citation.documentVersion, citation.heading]);
    const known = sources.get(key);
    sources.set(key, {
      name: sourceName(citation.title, citation.heading),
      citations: known ? [...known.citations, citation] : [citation],
    });
  }
  return [...sources.values()];
}

/** On which pages of the original the quotes begin, each once; empty where the original has none. */
export function pagesOf(citations: readonly Citation[], say: Messages): string {
  const pages = citations.flatMap(({ page }) => (page === undefined ? [] : [page]));
  return [...new Set(pages)].map((page) => say.page(page)).join(' · ');
}

/** A source in one line: title and heading, unless the heading says it all. */
function sourceName(title: string, heading: string | undefined): string {
  return heading && heading !== title ? `${title} — ${heading}` : title;
}

/** That an AI made the answer, and how: in the server's words where it gives them. */
export function aiLabel(turn: Turn, say: Messages): string {
  return [turn.aiLabel ?? say.aiLabel, maker(turn.generatedBy, say)].filter(Boolean).join(' · ');
}

function maker(generatedBy: string | undefined, say: Messages): string | undefined {
  if (generatedBy === 'extractive') return say.extractive;
  if (generatedBy === 'computed') return say.computed;
  return generatedBy?.startsWith('llm:') ? say.generatedBy(generatedBy.slice(4)) : undefined;
}

/**
 * Puts a text on the clipboard. Pages that came over plain HTTP have no clipboard interface; there the old command does it.
 *
 * @returns whether it worked
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyWithCommand(text);
  }
}

function copyWithCommand(text: string): boolean {
  const set = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', set, { capture: true, once: true });
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way without a secure context
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', set, { capture: true });
  }
}
