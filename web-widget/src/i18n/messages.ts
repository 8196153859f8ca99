import type { FailureKind } from '../client/failure';
import type { FeedbackReason } from '../client/contract';
import type { HearingFailure } from '../speech/recognition-controller';

/** Whom an answer can be written for here; educators have a room of their own. */
export type Listener = 'general' | 'child' | 'elder';

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
  readonly settings: string;
  readonly audience: string;
  readonly audiences: Readonly<Record<Listener, string>>;
  readonly language: string;
  readonly textSize: string;
  readonly textSizes: Readonly<Record<'m' | 'l' | 'xl', string>>;
  readonly contrast: string;
  readonly contrasts: Readonly<Record<'normal' | 'more', string>>;
  readonly theme: string;
  readonly themes: Readonly<Record<'light' | 'dark' | 'auto', string>>;
  readonly forget: string;
  readonly forgetNote: string;
  readonly offline: string;
  readonly online: string;
  readonly conversation: string;
  /** In phrases: a line may break between them, not inside. */
  readonly greeting: Readonly<Record<Venue | 'other', readonly string[]>>;
  readonly greetingNote: string;
  /** The number under which the generative service is filed with the authorities. */
  readonly filing: (number: string) => string;
  readonly suggestions: string;
  readonly followUps: string;
  readonly composerLabel: string;
  readonly composerPlaceholder: string;
  readonly send: string;
  readonly stop: string;
  readonly counter: (count: number, limit: number) => string;
  readonly tooLong: (over: number) => string;
  readonly speak: string;
  readonly speakHow: string;
  readonly listening: string;
  readonly listeningHow: string;
  readonly listeningEscape: string;
  /** Who hears what is said, told once. */
  readonly listeningBy: string;
  readonly heard: string;
  readonly hearingFailures: Readonly<Record<HearingFailure, string>>;
  readonly you: string;
  readonly answer: string;
  readonly waiting: string;
  readonly streaming: string;
  readonly slow: string;
  readonly stopped: string;
  readonly retry: string;
  readonly askAgain: string;
  readonly sources: string;
  readonly sourceMark: (
    index: number,
    title: string,
    heading: string | undefined,
    page: string | undefined,
  ) => string;
  readonly page: (page: number) => string;
  readonly pageOfOriginal: string;
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
  readonly enlarge: (alt: string) => string;
  readonly picture: string;
  readonly pictureMissing: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly wrong: string;
  readonly wrongLabel: string;
  readonly wrongPlaceholder: string;
  readonly wrongNote: string;
  readonly wrongSend: string;
  readonly wrongSending: string;
  readonly wrongFailed: string;
  readonly cancel: string;
  readonly ticket: (number: string) => string;
  readonly ticketKeep: string;
  readonly ticketCheck: string;
  readonly ticketFailed: string;
  readonly ticketStates: Readonly<Record<'received' | 'in_review' | 'corrected' | 'declined', string>>;
  readonly ticketReply: (reply: string) => string;
  readonly readAloud: string;
  readonly stopReading: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly announceAnswer: (text: string, sources: number) => string;
  readonly failures: Readonly<Record<Exclude<FailureKind, 'busy'>, string>> & {
    readonly busy: (seconds: number | undefined) => string;
  };
}
