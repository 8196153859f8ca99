/** The most a question may have, after trimming (API.md). */
export const QUESTION_LIMIT = 500;
/** The counter appears when this many characters or fewer are left. */
const COUNTER_FROM = 100;

/** What can be said about a question before it is sent. */
export interface QuestionState {
  /** The question as it would be sent. */
  readonly question: string;
  /** Its length in UTF-16 code units, the strictest way anyone counts. */
  readonly length: number;
  /** How much it is too long; 0 if it is not. */
  readonly over: number;
  /** Whether the visitor should see the count. */
  readonly counted: boolean;
  readonly sendable: boolean;
}

/** Looks at what was typed. */
export function questionState(typed: string): QuestionState {
  const question = typed.trim();
  const { length } = question;
  const over = Math.max(0, length - QUESTION_LIMIT);
  return {
    question,
    length,
    over,
    counted: length >= QUESTION_LIMIT - COUNTER_FROM,
    sendable: length > 0 && over === 0,
  };
}

/**
 * Whether a key press means “send”: Enter alone. Enter that confirms a candidate of an input method does not; Safari
 * reports that one after the composition has ended, recognisable only by key code 229.
 */
export function sends(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- keyCode is the only sign of it in Safari
  return event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229;
}
