/**
 * The shapes of the public HTTP contract, version 1, as the widget uses them (API.md).
 * Everything arriving from the network passes the decoders of `decode.ts` before it gets one of these types.
 */

/** How a question ended. Unknown values of a later server are kept as they are. */
export type Outcome =
  'answered' | 'partial' | 'no_source' | 'clarified' | 'redirected' | 'refused' | 'crisis' | (string & {});

/** The body of `POST /api/v1/chat`. The same `requestId` with the same body returns the same answer and counts once. */
export interface ChatRequest {
  readonly question: string;
  readonly requestId: string;
  readonly conversationId?: string;
  readonly channel: string;
  readonly venue?: string;
  readonly exhibit?: string;
  readonly activity?: string;
  readonly audience?: string;
  readonly locale: string;
}

/** What a page tells of itself. Nothing in it is a visitor's word. */
export interface PageEvent {
  readonly type: 'impression' | 'source_open' | 'suggestion_click' | 'speech_play' | 'conversation_end';
  readonly conversationId?: string | undefined;
  readonly answerId?: string | undefined;
  readonly channel: string;
  readonly venue?: string | undefined;
  readonly exhibit?: string | undefined;
  readonly activity?: string | undefined;
  readonly locale: string;
  /** Why a conversation was left. */
  readonly reason?: 'nav' | 'explicit';
  /** How long the visitor saw and used it since it was last told. */
  readonly activeMs?: number;
}

/** An event as it is sent: once, however often. */
export interface TimedEvent extends PageEvent {
  readonly id: string;
  readonly at: string;
}

/** One sentence of an answer; `citations` are the indices of its sources. */
export interface Sentence {
  readonly index: number;
  readonly text: string;
  readonly citations: readonly number[];
  /** How what not everybody can read is read, in the order of the text, not overlapping. */
  readonly reading?: readonly Reading[] | undefined;
}

/** How a piece of a sentence is read: a syllable a character, with tone marks, parted by spaces. */
export interface Reading {
  /** Offset in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly pinyin: string;
}

/** A source: the words quoted and where they stand in that version of the document. */
export interface Citation {
  readonly index: number;
  readonly documentId: string;
  readonly documentVersion?: string | undefined;
  readonly title: string;
  readonly heading?: string | undefined;
  readonly quote: string;
  /** Offset of the quote in UTF-16 code units, that is, as `String.prototype.slice` counts. */
  readonly start: number;
  readonly end: number;
  /** The page or slide of the original on which the quote begins, from 1. */
  readonly page?: number | undefined;
  readonly url?: string | undefined;
  readonly source?: string | undefined;
  readonly licence?: string | undefined;
  readonly reviewedOn?: string | undefined;
}

/** A picture that belongs to an answer. */
export interface Illustration {
  readonly url: string;
  readonly alt: string;
  readonly credit?: string | undefined;
}

/** One event of the stream that answers a question. */
export type ChatEvent =
  | { readonly type: 'accepted'; readonly conversationId: string; readonly answerId: string }
  | { readonly type: 'sentence'; readonly sentence: Sentence }
  | { readonly type: 'citation'; readonly citation: Citation }
  | { readonly type: 'illustration'; readonly illustration: Illustration }
  | { readonly type: 'suggestions'; readonly suggestions: readonly string[] }
  | {
      readonly type: 'done';
      readonly outcome: Outcome;
      readonly generatedBy?: string | undefined;
      readonly aiLabel?: string | undefined;
    };

/** A part of a document under one heading: `start` is the first character of the heading's line. */
export interface Section {
  readonly heading: string;
  readonly level: number;
  readonly start: number;
  readonly end: number;
}

/** The text a citation points into. */
export interface SourceDocument {
  readonly id: string;
  readonly version?: string | undefined;
  readonly title: string;
  readonly text: string;
  readonly sections: readonly Section[];
  readonly sources: readonly string[];
  readonly licence?: string | undefined;
  readonly reviewedOn?: string | undefined;
  readonly url?: string | undefined;
}

/** Why a “down” was given. */
export type FeedbackReason = 'inaccurate' | 'off_topic' | 'unclear' | 'other';

/** The body of `POST /api/v1/answers/{answerId}/feedback`; the last vote counts. */
export interface Feedback {
  readonly vote: 'up' | 'down';
  readonly reason?: FeedbackReason | undefined;
}

/** How far a report that an answer is wrong has come. Unknown values of a later server are kept as they are. */
export type TicketState = 'received' | 'in_review' | 'corrected' | 'declined' | (string & {});

/** A report and what became of it. */
export interface Ticket {
  /** What the visitor keeps, e.g. `7F3Q-X9KM`. */
  readonly number: string;
  readonly state: TicketState;
  /** An editor's words. */
  readonly reply?: string | undefined;
}

/** Where the visitor is: what “this” and “it” point at. */
export interface VisitContext {
  readonly venue?: string | undefined;
  readonly hall?: string | undefined;
  readonly exhibit?: string | undefined;
  readonly audience?: string | undefined;
  readonly locale?: string | undefined;
}

/** What a registered site says about the widget on its pages, from `GET /api/v1/config`. */
export interface SiteConfig {
  readonly venue?: string | undefined;
  readonly theme?: string | undefined;
  readonly greeting?: string | undefined;
  /** The model that phrases answers; without one they are quoted. */
  readonly model?: string | undefined;
  /** Of the generative service (算法备案号). */
  readonly filingNumber?: string | undefined;
  /** Goes with every request. */
  readonly token?: string | undefined;
  /** In milliseconds since 1970. */
  readonly tokenExpiresAt?: number | undefined;
}
