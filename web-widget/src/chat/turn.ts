import type {
  ChatEvent,
  ChatRequest,
  Citation,
  Feedback,
  Illustration,
  Outcome,
  Sentence,
  Ticket,
} from '../client/contract';
import type { Failure } from '../client/failure';

/**
 * How far an answer has come. `waiting` and `streaming` are under way; the others are ends: `stopped` by the visitor,
 * `failed` by the network or the service.
 */
export type Phase = 'waiting' | 'streaming' | 'done' | 'stopped' | 'failed';

/** One question and its answer so far. An immutable value: every event gives the next one. */
export interface Turn {
  /** What was sent, kept whole: the service accepts a repeated `requestId` only with the same body. */
  readonly request: ChatRequest;
  readonly phase: Phase;
  readonly answerId?: string | undefined;
  readonly sentences: readonly Sentence[];
  readonly citations: readonly Citation[];
  readonly illustrations: readonly Illustration[];
  readonly suggestions: readonly string[];
  readonly outcome?: Outcome | undefined;
  readonly generatedBy?: string | undefined;
  readonly aiLabel?: string | undefined;
  readonly failure?: Failure | undefined;
  readonly feedback?: Feedback | undefined;
  /** The visitor's report that it is wrong. */
  readonly ticket?: Ticket | undefined;
}

/** A question that was just sent. */
export function begin(request: ChatRequest): Turn {
  return { request, phase: 'waiting', sentences: [], citations: [], illustrations: [], suggestions: [] };
}

/** The turn after an event of its stream. */
export function advance(turn: Turn, event: ChatEvent): Turn {
  switch (event.type) {
    case 'accepted':
      return { ...turn, answerId: event.answerId };
    case 'sentence':
      return { ...turn, phase: 'streaming', sentences: [...turn.sentences, event.sentence] };
    case 'citation':
      return { ...turn, citations: [...turn.citations, event.citation].sort((a, b) => a.index - b.index) };
    case 'illustration':
      return { ...turn, illustrations: [...turn.illustrations, event.illustration] };
    case 'suggestions':
      return { ...turn, suggestions: event.suggestions };
    case 'done':
      return {
        ...turn,
        phase: 'done',
        outcome: event.outcome,
        generatedBy: event.generatedBy,
        aiLabel: event.aiLabel,
      };
  }
}

/** The turn after its stream broke or the service refused. */
export function fail(turn: Turn, failure: Failure): Turn {
  return { ...turn, phase: 'failed', failure };
}

/** The turn after the visitor stopped it. */
export function stop(turn: Turn): Turn {
  return { ...turn, phase: 'stopped' };
}

/** Whether more of the answer may come. */
export function underWay(turn: Turn | undefined): boolean {
  return turn?.phase === 'waiting' || turn?.phase === 'streaming';
}

/** The answer as one text; sentences of a language with spaces between words are joined by one. */
export function answerText(turn: Turn): string {
  return turn.sentences.reduce(
    (text, { text: next }) => text + (/[.!?;:]$/.test(text) && /^\S/.test(next) ? ' ' : '') + next,
    '',
  );
}
