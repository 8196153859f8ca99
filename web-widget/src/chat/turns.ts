import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import '../answer/kepu-answer';
import { failureWords } from '../answer/kepu-answer';
import type { ChatClient } from '../client/chat-client';
import type { Feedback, Ticket } from '../client/contract';
import type { Locale } from '../i18n/locale';
import type { Messages } from '../i18n/messages';
import type { ConversationController } from './conversation-controller';
import type { ReportedEvent, RetryEvent, VoteEvent } from './events';
import { answerText, type Turn } from './turn';

/** Where a conversation is shown, and what becomes of what the visitor does there. */
export interface Stage {
  readonly messages: Messages;
  readonly locale: Locale;
  readonly client: ChatClient;
  /** Whether it is a terminal. */
  readonly terminal?: boolean;
  /** The parts of an answer that a host page may style. */
  readonly parts?: string;
  retry(turn: Turn): void;
  vote(turn: Turn, feedback: Feedback): void;
  reported(turn: Turn, ticket: Ticket): void;
}

/** All turns of a conversation, question and answer each. */
export function turnsOf(conversation: ConversationController, stage: Stage): TemplateResult {
  const { turns, slow, unsentVote } = conversation;
  const last = turns.at(-1);
  return html`${repeat(
    turns,
    (turn) => turn.request.requestId,
    (turn) =>
      html`<kepu-answer
        exportparts=${ifDefined(stage.parts)}
        .turn=${turn}
        .messages=${stage.messages}
        .locale=${stage.locale}
        .client=${stage.client}
        .terminal=${stage.terminal ?? false}
        .slow=${slow && turn === last}
        .voteFailed=${turn.answerId !== undefined && turn.answerId === unsentVote}
        @kepu-internal-retry=${(event: RetryEvent) => {
          event.stopPropagation();
          stage.retry(turn);
        }}
        @kepu-internal-vote=${(event: VoteEvent) => {
          event.stopPropagation();
          stage.vote(turn, event.feedback);
        }}
        @kepu-internal-reported=${(event: ReportedEvent) => {
          event.stopPropagation();
          stage.reported(turn, event.ticket);
        }}
      ></kepu-answer>`,
  )}`;
}

/** What those who hear the page are told once a turn has ended. */
export function endingWords(turn: Turn, say: Messages): string {
  if (turn.phase === 'done') return say.announceAnswer(answerText(turn), turn.citations.length);
  return turn.failure ? failureWords(turn.failure, say) : say.stopped;
}
