import type { Citation, Feedback, Outcome, Ticket } from '../client/contract';
import type { Preferences } from '../settings/preferences';

/*
 * Two kinds of events. The internal ones pass from the parts of the widget up to <kepu-chat>, which stops them there.
 * The public ones leave <kepu-chat> and are its documented interface.
 */

/** How a question came to be asked. */
export type AskOrigin = 'typed' | 'suggestion' | 'host';

abstract class InternalEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }
}

/** The visitor asks. */
export class AskEvent extends InternalEvent {
  static readonly type = 'kepu-internal-ask';
  constructor(
    readonly question: string,
    readonly origin: AskOrigin,
  ) {
    super(AskEvent.type);
  }
}

/** The visitor stops the answer on its way. */
export class StopEvent extends InternalEvent {
  static readonly type = 'kepu-internal-stop';
  constructor() {
    super(StopEvent.type);
  }
}

/** The visitor wants a stopped or failed answer after all. */
export class RetryEvent extends InternalEvent {
  static readonly type = 'kepu-internal-retry';
  constructor() {
    super(RetryEvent.type);
  }
}

/** The visitor opens a source; focus comes back to `opener`. */
export class CiteEvent extends InternalEvent {
  static readonly type = 'kepu-internal-cite';
  constructor(
    readonly citation: Citation,
    readonly opener: HTMLElement,
  ) {
    super(CiteEvent.type);
  }
}

/** The visitor leaves a source. */
export class BackEvent extends InternalEvent {
  static readonly type = 'kepu-internal-back';
  constructor() {
    super(BackEvent.type);
  }
}

/** The visitor votes on an answer. */
export class VoteEvent extends InternalEvent {
  static readonly type = 'kepu-internal-vote';
  constructor(readonly feedback: Feedback) {
    super(VoteEvent.type);
  }
}

/** The visitor's report has a ticket, or it was looked up again. */
export class ReportedEvent extends InternalEvent {
  static readonly type = 'kepu-internal-reported';
  constructor(readonly ticket: Ticket) {
    super(ReportedEvent.type);
  }
}

/** The visitor chose how they want it. */
export class PreferEvent extends InternalEvent {
  static readonly type = 'kepu-internal-prefer';
  constructor(readonly preferences: Preferences) {
    super(PreferEvent.type);
  }
}

/** The visitor wants the conversation forgotten. */
export class ForgetEvent extends InternalEvent {
  static readonly type = 'kepu-internal-forget';
  constructor() {
    super(ForgetEvent.type);
  }
}

/** What `kepu-answer` tells: an answer is complete. */
export interface KepuAnswerDetail {
  readonly requestId: string;
  readonly conversationId: string | undefined;
  readonly answerId: string | undefined;
  readonly question: string;
  readonly text: string;
  readonly outcome: Outcome;
  readonly citations: readonly Citation[];
}

/** What `kepu-feedback` tells: a vote was sent. */
export interface KepuFeedbackDetail extends Feedback {
  readonly answerId: string;
}

/** What `kepu-correction` tells: a report that an answer is wrong was received. */
export interface KepuCorrectionDetail {
  readonly answerId: string;
  readonly number: string;
}

/** What `kepu-open` and `kepu-close` tell. */
export interface KepuOpenDetail {
  readonly venue: string | undefined;
}

/** The public events of `<kepu-chat>`: they bubble and are seen outside its shadow root. */
export interface KepuChatEvents {
  'kepu-open': CustomEvent<KepuOpenDetail>;
  'kepu-close': CustomEvent<KepuOpenDetail>;
  'kepu-answer': CustomEvent<KepuAnswerDetail>;
  'kepu-feedback': CustomEvent<KepuFeedbackDetail>;
  'kepu-correction': CustomEvent<KepuCorrectionDetail>;
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merging needs an interface
  interface HTMLElementEventMap extends KepuChatEvents {}
}
