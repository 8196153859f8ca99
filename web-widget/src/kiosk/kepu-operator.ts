import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ChatClient } from '../client/chat-client';
import { ApiError } from '../client/failure';
import { base, sheet } from '../theme/styles';
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

  @state() private code = '';
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
    return html`
      <label for="code">${say.code}</label>
      <input
        id="code"
        type="password"
        inputmode="none"
        autocomplete="off"
        .value=${this.code}
        @input=${(event: Event) => (this.code = (event.target as HTMLInputElement).value)}
      />
      <p class="trouble" role="alert">${this.trouble || nothing}</p>
      <div class="keys">
        ${['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'].map(
          (digit) => html`<button type="button" @click=${() => (this.code += digit)}>${digit}</button>`,
        )}
        <button
          type="button"
          aria-label=${say.keys.delete}
          @click=${() => (this.code = this.code.slice(0, -1))}
        >
          ⌫
        </button>
        <button class="enter" type="button" ?disabled=${this.code === ''} @click=${this.#unlock}>
          ${say.enter}
        </button>
      </div>
    `;
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

  async #unlock(): Promise<void> {
    const { code } = this;
    this.code = '';
    this.trouble = '';
    try {
      await this.client.unlock(code);
      this.open = true;
    } catch (error) {
      this.trouble = this.#reason(error);
    }
  }

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
