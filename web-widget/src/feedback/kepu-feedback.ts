import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { VoteEvent } from '../chat/events';
import type { Feedback, FeedbackReason } from '../client/contract';
import type { Messages } from '../i18n/messages';
import { zhCN } from '../i18n/zh-cn';
import { downIcon, upIcon } from '../theme/icons';
import { base, sheet } from '../theme/styles';
import css from './feedback.css?inline';

const REASONS: readonly FeedbackReason[] = ['inaccurate', 'off_topic', 'unclear', 'other'];

/**
 * Two toggle buttons, helpful or not; after “not helpful”, four reasons to tap. The last vote counts.
 *
 * @fires kepu-internal-vote - the vote to send
 * @slot - what else can be done with the answer, at the end of the row
 */
@customElement('kepu-feedback')
export class KepuFeedback extends LitElement {
  static override readonly styles = [base, sheet(css)];

  /** What the interface says. */
  @property({ attribute: false }) messages: Messages = zhCN;
  /** The vote as it stands. */
  @property({ attribute: false }) feedback: Feedback | undefined;
  /** Whether the last vote could not be sent. */
  @property({ type: Boolean }) failed = false;

  override render(): TemplateResult {
    const say = this.messages;
    const vote = this.feedback?.vote;
    return html`
      <div class="row">
        <div class="votes" role="group" aria-label=${say.feedbackGroup}>
          <button
            type="button"
            aria-pressed=${vote === 'up' ? 'true' : 'false'}
            aria-label=${say.helpful}
            title=${say.helpful}
            @click=${() => {
              this.#vote({ vote: 'up' });
            }}
          >
            ${upIcon}
          </button>
          <button
            type="button"
            aria-pressed=${vote === 'down' ? 'true' : 'false'}
            aria-label=${say.unhelpful}
            title=${say.unhelpful}
            @click=${() => {
              this.#vote({ vote: 'down' });
            }}
          >
            ${downIcon}
          </button>
        </div>
        <slot></slot>
      </div>
      ${vote === 'down' ? this.#reasons() : nothing}
      <p role="status">${this.#status()}</p>
    `;
  }

  #reasons(): TemplateResult {
    const say = this.messages;
    return html`<fieldset>
      <legend>${say.feedbackWhy}</legend>
      ${REASONS.map(
        (reason) =>
          html`<button
            type="button"
            aria-pressed=${this.feedback?.reason === reason ? 'true' : 'false'}
            @click=${() => {
              this.#vote({ vote: 'down', reason });
            }}
          >
            ${say.feedbackReasons[reason]}
          </button>`,
      )}
    </fieldset>`;
  }

  #status(): string {
    if (this.failed) return this.messages.feedbackFailed;
    const complete = this.feedback?.vote === 'up' || this.feedback?.reason !== undefined;
    return complete ? this.messages.feedbackThanks : '';
  }

  #vote(feedback: Feedback): void {
    if (feedback.vote === this.feedback?.vote && feedback.reason === this.feedback.reason) return;
    this.dispatchEvent(new VoteEvent(feedback));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-feedback': KepuFeedback;
  }
}
