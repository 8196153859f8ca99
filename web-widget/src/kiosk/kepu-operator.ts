import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ChatClient } from '../client/chat-client';
import { ApiError } from '../client/failure';
import { base, sheet } from '../theme/styles';
import './kepu-keypad';
import type { CodeEvent } from './kepu-keypad';
import css from './operator.css?inline';
import { WORDS, type KioskWords } from './words';

/**
 * The way out of a terminal: a keypad for the operator's code, which the service checks, and behind it reloading and
 * leaving.
 *
 * @fires close - it is to be closed
 */
@customElement('kepu-operator')
export class KepuOperator extends LitElement {
  static override readonly styles = [base, sheet(css)];

  @property({ attribute: false }) words: KioskWords = WORDS['zh-CN'];
  @property({ attribute: false }) client!: ChatClient;

  @state() private busy = false;
  @state() private trouble = '';
  @state() private open = false;
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  override firstUpdated(): void {
    this.dialog.showModal();
  }

  override render(): TemplateResult {
    const { words: say } = this;
    return html`<dialog aria-labelledby="title" @close=${() => this.dispatchEvent(new Event('close'))}>
      <h2 id="title">${say.operator}</h2>
      ${this.open ? this.#ways() : this.#keypad()}
      <button
        class="back"
        type="button"
        @click=${() => {
          this.dialog.close();
        }}
      >
        ${say.back}
      </button>
    </dialog>`;
  }

  #keypad(): TemplateResult {
    const { words: say } = this;
    return html`<kepu-keypad
      secret
      .words=${say}
      .label=${say.code}
      .enter=${say.enter}
      .trouble=${this.trouble}
      .busy=${this.busy}
      @kepu-internal-code=${this.#unlock}
    ></kepu-keypad>`;
  }

  #ways(): TemplateResult {
    const { words: say } = this;
    return html`<div class="ways">
      <button
        type="button"
        @click=${() => {
          location.reload();
        }}
      >
        ${say.reload}
      </button>
      <button
        type="button"
        @click=${() => {
          location.assign('/');
        }}
      >
        ${say.exit}
      </button>
    </div>`;
  }

  readonly #unlock = async ({ code }: CodeEvent): Promise<void> => {
    this.busy = true;
    this.trouble = '';
    try {
      await this.client.unlock(code);
      this.open = true;
      await this.updateComplete;
      // The field that had the focus is gone.
      this.renderRoot.querySelector<HTMLElement>('.ways button')?.focus();
    } catch (error) {
      this.trouble = this.#reason(error);
    } finally {
      this.busy = false;
    }
  };

  #reason(error: unknown): string {
    const failure = error instanceof ApiError ? error.failure : undefined;
    if (failure?.code === 'operator_code_unset') return this.words.noCode;
    if (failure?.kind === 'busy') return this.words.tooOften;
    return failure?.kind === 'invalid' ? this.words.wrongCode : this.words.unreachable;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-operator': KepuOperator;
  }
}
