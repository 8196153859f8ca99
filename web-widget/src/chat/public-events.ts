import type { Citation, Feedback, Outcome, Ticket } from '../client/contract';
import { answerText, type Turn } from './turn';

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

/** Tells the page what happens in the widget. */
export class PublicEvents {
  constructor(private readonly host: HTMLElement) {}

  opened(venue: string | undefined): void {
    this.#emit('kepu-open', { venue });
  }

  closed(venue: string | undefined): void {
    this.#emit('kepu-close', { venue });
  }

  /** @param turn one that is done */
  answered(turn: Turn, conversationId: string | undefined): void {
    this.#emit('kepu-answer', {
      requestId: turn.request.requestId,
      conversationId,
      answerId: turn.answerId,
      question: turn.request.question,
      text: answerText(turn),
      outcome: turn.outcome ?? 'answered',
      citations: turn.citations,
    });
  }

  voted({ answerId }: Turn, feedback: Feedback): void {
    if (answerId) this.#emit('kepu-feedback', { answerId, ...feedback });
  }

  reported({ answerId }: Turn, { number }: Ticket): void {
    if (answerId) this.#emit('kepu-correction', { answerId, number });
  }

  #emit<Type extends keyof KepuChatEvents>(type: Type, detail: KepuChatEvents[Type]['detail']): void {
    this.host.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merging needs an interface
  interface HTMLElementEventMap extends KepuChatEvents {}
}
