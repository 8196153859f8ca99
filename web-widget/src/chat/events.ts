import type { Citation, Feedback, Ticket } from '../client/contract';
import type { Preferences } from '../settings/preferences';

/*
 * The events that pass from the parts of the widget up to <kepu-chat>, which stops them there. What leaves it stands in
 * public-events.ts.
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

/** The visitor has an answer read aloud. */
export class ReadAloudEvent extends InternalEvent {
  static readonly type = 'kepu-internal-read-aloud';
  constructor(readonly answerId: string) {
    super(ReadAloudEvent.type);
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
