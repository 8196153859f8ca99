import type { Turn } from '../chat/turn';
import type { Messages } from '../i18n/messages';
import { copyEnding } from './answer-copy';

/** Chromium's way into a shadow root's selection; the standard one is `Selection.getComposedRanges()`. */
interface SelectingRoot extends ShadowRoot {
  getSelection?(): Selection | null;
}

/**
 * Lets what a visitor selected in an answer take its sources and the AI label along. Where no words of the answer are
 * selected, or the browser does not say what is, the copy stays the browser's own.
 *
 * @param root the answer's shadow root
 */
export function copySelection(event: ClipboardEvent, root: ShadowRoot, turn: Turn, say: Messages): void {
  const range = selectedIn(root);
  if (!range || !event.clipboardData) return;
  const cited = new Set(
    Array.from(root.querySelectorAll('.sentence')).flatMap((sentence, place) =>
      wordsOf(range, sentence) === '' ? [] : (turn.sentences[place]?.citations ?? []),
    ),
  );
  const answer = wordsOfAll(range, root.querySelectorAll('.text p'));
  if (answer === '') return;
  const words = [wordsOfAll(range, root.querySelectorAll('h3 .words')), answer].filter(Boolean);
  const citations = turn.citations.filter(({ index }) => cited.has(index));
  event.clipboardData.setData('text/plain', [...words, copyEnding(turn, citations, say)].join('\n\n'));
  event.preventDefault();
}

/** What is selected below a shadow root; nothing where the browser does not tell. */
function selectedIn(root: SelectingRoot): Range | undefined {
  const selection = document.getSelection();
  if (!selection) return undefined;
  if ('getComposedRanges' in selection) {
    const [found] = selection.getComposedRanges({ shadowRoots: [root] });
    if (found && root.contains(found.startContainer) && root.contains(found.endContainer)) {
      const range = document.createRange();
      range.setStart(found.startContainer, found.startOffset);
      range.setEnd(found.endContainer, found.endOffset);
      return range;
    }
  }
  const own = root.getSelection?.() ?? selection;
  const range = own.rangeCount > 0 ? own.getRangeAt(0) : undefined;
  return range && root.contains(range.commonAncestorContainer) ? range : undefined;
}

/** The selected words of each element that has any, a line for each. */
function wordsOfAll(range: Range, elements: Iterable<Element>): string {
  return Array.from(elements, (element) => wordsOf(range, element).trim())
    .filter(Boolean)
    .join('\n');
}

/** The words of an element that are selected; the numbers of its sources are none of them. */
function wordsOf(range: Range, element: Element): string {
  const words = document.createRange();
  words.selectNodeContents(element);
  if (range.compareBoundaryPoints(Range.END_TO_START, words) >= 0) return '';
  if (range.compareBoundaryPoints(Range.START_TO_END, words) <= 0) return '';
  if (range.compareBoundaryPoints(Range.START_TO_START, words) > 0) {
    words.setStart(range.startContainer, range.startOffset);
  }
  if (range.compareBoundaryPoints(Range.END_TO_END, words) < 0) {
    words.setEnd(range.endContainer, range.endOffset);
  }
  return words.toString();
}
