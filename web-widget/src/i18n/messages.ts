import type { FailureKind } from '../client/failure';
import type { FeedbackReason } from '../client/contract';

/** The venues that have a look and a name of their own. */
export type Venue = 'nature' | 'planetarium' | 'milu';

/**
 * Everything the interface says. A language is one object of this type, so a missing or surplus key does not compile;
 * whatever depends on a number or a name is a function, because languages differ in order and plurals.
 */
export interface Messages {
  readonly assistant: string;
  readonly venueName: Readonly<Record<Venue, string>>;
  readonly tagline: string;
  readonly bubble: string;
  readonly close: string;
  readonly newConversation: string;
  readonly conversation: string;
  /** In phrases: a line may break between them, not inside. */
  readonly greeting: Readonly<Record<Venue | 'other', readonly string[]>>;
  readonly greetingNote: string;
  readonly suggestions: string;
  readonly followUps: string;
  readonly composerLabel: string;
  readonly composerPlaceholder: string;
  readonly send: string;
  readonly stop: string;
  readonly counter: (count: number, limit: number) => string;
  readonly tooLong: (over: number) => string;
  readonly you: string;
  readonly answer: string;
  readonly waiting: string;
  readonly streaming: string;
  readonly slow: string;
  readonly stopped: string;
  readonly interrupted: string;
  readonly retry: string;
  readonly askAgain: string;
  readonly sources: string;
  readonly sourceMark: (index: number, title: string, heading: string | undefined) => string;
  readonly sourcePending: (index: number) => string;
  readonly sourceView: string;
  readonly backToChat: string;
  readonly quote: string;
  readonly loadingSource: string;
  readonly sourceUnavailable: string;
  readonly openOriginal: string;
  readonly newWindow: string;
  readonly sourceBy: string;
  readonly licence: string;
  readonly reviewedOn: string;
  readonly aiLabel: string;
  readonly extractive: string;
  readonly computed: string;
  readonly generatedBy: (model: string) => string;
  readonly noSource: string;
  readonly helpful: string;
  readonly unhelpful: string;
  readonly feedbackGroup: string;
  readonly feedbackThanks: string;
  readonly feedbackWhy: string;
  readonly feedbackReasons: Readonly<Record<FeedbackReason, string>>;
  readonly feedbackFailed: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly announceAnswer: (text: string, sources: number) => string;
  readonly failures: Readonly<Record<Exclude<FailureKind, 'busy'>, string>> & {
    readonly busy: (seconds: number | undefined) => string;
  };
}
