import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { AskEvent, StopEvent } from '../chat/events';
import { zhCN } from '../i18n/zh-cn';
import type { Messages } from '../i18n/messages';
import { sendIcon, stopIcon } from '../theme/icons';
import { base, sheet } from '../theme/styles';
import css from './composer.css?inline';
import { QUESTION_LIMIT, questionState, sends } from './question';

/**
 * Where the question is typed. Enter sends, Shift+Enter breaks the line; while an answer is on its way the button
 * stops it and nothing is sent.
 *
 * @fires kepu-internal-ask - the question to send
 * @fires kepu-internal-stop - the visitor wants the answer to stop
 */
@customElement('kepu-composer')
export class KepuComposer extends LitElement {
  static override readonly styles = [base, sheet(css)];
  static override readonly shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  /** What the interface says. */
  @property({ attribute: false }) messages: Messages = zhCN;
  /** Whether an answer is on its way. */
  @property({ type: Boolean }) busy = false;
  /** Whether the page brings its own keyboard, so that the system's stays away. */
  @property({ type: Boolean }) quiet = false;

  @state() private typed = '';
  @query('textarea') private readonly textarea!: HTMLTextAreaElement;

  override render(): TemplateResult {
    const { length, over, counted, sendable } = questionState(this.typed);
    const say = this.messages;
    return html`
      <form @submit=${this.#submit}>
        <div class="field">
          <textarea
            rows="1"
            aria-label=${say.composerLabel}
            placeholder=${say.composerPlaceholder}
            aria-invalid=${over > 0 ? 'true' : 'false'}
            aria-describedby="count"
            inputmode=${this.quiet ? 'none' : 'text'}
            enterkeyhint="send"
            autocomplete="off"
            .value=${this.typed}
            @input=${this.#input}
            @keydown=${this.#keydown}
          ></textarea>
          ${
            this.busy
              ? html`<button
                  class="stop"
                  type="button"
                  aria-label=${say.stop}
                  title=${say.stop}
                  @click=${this.#stop}
                >
                  ${stopIcon}
                </button>`
              : html`<button
                  class="send"
                  type="submit"
                  aria-label=${say.send}
                  title=${say.send}
                  ?disabled=${!sendable}
                >
                  ${sendIcon}
                </button>`
          }
        </div>
        <p id="count" class=${over > 0 ? 'over' : ''} aria-live="polite">
          ${counted ? html`<span>${say.counter(length, QUESTION_LIMIT)}</span>` : nothing}
          ${over > 0 ? html`<span>${say.tooLong(over)}</span>` : nothing}
        </p>
      </form>
    `;
  }

  /** Sends what was typed, if it can be sent. */
  send(): void {
    this.#send();
  }

  override updated(): void {
    this.textarea.style.height = 'auto';
    this.textarea.style.height = `${this.textarea.scrollHeight}px`;
  }

  #input(): void {
    this.typed = this.textarea.value;
  }

  #keydown(event: KeyboardEvent): void {
    if (!sends(event)) return;
    event.preventDefault();
    this.#send();
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    this.#send();
  }

  #send(): void {
    const { question, sendable } = questionState(this.typed);
    if (this.busy || !sendable) return;
    this.typed = '';
    this.dispatchEvent(new AskEvent(question, 'typed'));
  }

  #stop(): void {
    this.dispatchEvent(new StopEvent());
    this.textarea.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-composer': KepuComposer;
  }
}
