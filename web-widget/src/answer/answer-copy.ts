import { answerText, type Turn } from '../chat/turn';
import type { Messages } from '../i18n/messages';

/** What the copy button puts on the clipboard: the answer, its sources and the label that an AI made it. */
export function answerCopy(turn: Turn, say: Messages): string {
  const sources = turn.citations.map(
    ({ index, title, heading }) => `[${index}] ${sourceName(title, heading)}`,
  );
  return [
    turn.request.question,
    answerText(turn),
    ...(sources.length > 0 ? [`${say.sources}\n${sources.join('\n')}`] : []),
    `${aiLabel(turn, say)} · ${say.assistant}`,
  ].join('\n\n');
}

/** A source in one line: title and heading, unless the heading says it all. */
export function sourceName(title: string, heading: string | undefined): string {
  return heading && heading !== title ? `${title} — ${heading}` : title;
}

/** That an AI made the answer, and how: in the server's words where it gives them. */
export function aiLabel(turn: Turn, say: Messages): string {
  return [turn.aiLabel ?? say.aiLabel, maker(turn.generatedBy, say)].filter(Boolean).join(' · ');
}

function maker(generatedBy: string | undefined, say: Messages): string | undefined {
  if (generatedBy === 'extractive') return say.extractive;
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
