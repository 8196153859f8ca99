import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ReportedEvent } from '../chat/events';
import type { ChatClient } from '../client/chat-client';
import type { Ticket } from '../client/contract';
import type { Messages } from '../i18n/messages';
import { zhCN } from '../i18n/zh-cn';
import { base, sheet } from '../theme/styles';
import css from './correction.css?inline';

/** The most a report may have, after trimming. */
const LIMIT = 1_000;

/**
 * “Something wrong?”: a report to the editors, which gets a number, and what became of it.
 *
 * @fires kepu-internal-reported - the ticket that came back
 */
@customElement('kepu-correction')
export class KepuCorrection extends LitElement {
  static override readonly styles = [base, sheet(css)];

  @property({ attribute: false }) messages: Messages = zhCN;
  @property({ attribute: false }) client!: ChatClient;
  @property() answerId = '';
  /** Whether the page brings its own keyboard, so that the system's stays away. */
  @property({ type: Boolean }) quiet = false;
  /** The visitor's report, once there is one. */
  @property({ attribute: false }) ticket: Ticket | undefined;

  @state() private phase: 'closed' | 'open' | 'sending' | 'failed' = 'closed';
  @state() private checked: 'no' | 'failed' | 'yes' = 'no';
  @state() private typed = '';
  @query('textarea') private readonly textarea!: HTMLTextAreaElement | null;
  @query('.wrong') private readonly opener!: HTMLButtonElement | null;
  @query('.received') private readonly received!: HTMLElement | null;

  override updated(changed: PropertyValues): void {
    if (changed.has('phase') && this.phase === 'open') this.textarea?.focus();
  }

  override render(): TemplateResult {
    if (this.ticket) return this.#received(this.ticket);
    if (this.phase === 'closed') {
      return html`<button class="wrong" type="button" @click=${() => (this.phase = 'open')}>
        ${this.messages.wrong}
      </button>`;
    }
    return this.#form();
  }

  #form(): TemplateResult {
    const say = this.messages;
    const sending = this.phase === 'sending';
    return html`<form @submit=${this.#submit}>
      <label for="text">${say.wrongLabel}</label>
      <textarea
        id="text"
        rows="3"
        maxlength=${LIMIT}
        placeholder=${say.wrongPlaceholder}
        aria-describedby="note"
        autocomplete="off"
        inputmode=${this.quiet ? 'none' : 'text'}
        ?readonly=${sending}
        .value=${this.typed}
        @input=${() => (this.typed = this.textarea?.value ?? '')}
        @keydown=${this.#keydown}
      ></textarea>
      <p id="note">${say.wrongNote}</p>
      <p class="failed" role="alert">${this.phase === 'failed' ? say.wrongFailed : nothing}</p>
      <div class="row">
        <button class="send" type="submit" ?disabled=${sending || this.typed.trim() === ''}>
          ${sending ? say.wrongSending : say.wrongSend}
        </button>
        <button class="cancel" type="button" @click=${this.#cancel}>${say.cancel}</button>
      </div>
    </form>`;
  }

  #received(ticket: Ticket): TemplateResult {
    const say = this.messages;
    return html`<div class="received" role="status" tabindex="-1">
      <p><strong>${say.ticket(ticket.number)}</strong></p>
      ${this.#progress(ticket)}
      <button type="button" @click=${this.#check}>${say.ticketCheck}</button>
    </div>`;
  }

  #progress(ticket: Ticket): TemplateResult {
    const say = this.messages;
    if (this.checked === 'no') return html`<p>${say.ticketKeep}</p>`;
    if (this.checked === 'failed') return html`<p class="failed">${say.ticketFailed}</p>`;
    return html`<p>
      ${stateWords(ticket, say)}${ticket.reply ? html`<br />${say.ticketReply(ticket.reply)}` : nothing}
    </p>`;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const text = this.typed.trim();
    if (text === '' || this.phase === 'sending') return;
    this.phase = 'sending';
    try {
      const ticket = await this.client.report(this.answerId, text);
      this.typed = '';
      this.phase = 'closed';
      this.dispatchEvent(new ReportedEvent(ticket));
      await this.updateComplete;
      this.received?.focus();
    } catch {
      this.phase = 'failed';
    }
  }

  async #check(): Promise<void> {
    if (!this.ticket) return;
    try {
      const ticket = await this.client.ticket(this.ticket.number);
      this.checked = 'yes';
      this.dispatchEvent(new ReportedEvent(ticket));
    } catch {
      this.checked = 'failed';
    }
  }

  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    this.#cancel();
  };

  #cancel(): void {
    this.phase = 'closed';
    void this.updateComplete.then(() => this.opener?.focus());
  }
}

function stateWords({ state }: Ticket, say: Messages): string {
  return Object.hasOwn(say.ticketStates, state)
    ? say.ticketStates[state as keyof Messages['ticketStates']]
    : say.ticketStates.received;
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-correction': KepuCorrection;
  }
}
