import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { qrCode } from '../picture/qr';
import { base, sheet } from '../theme/styles';
import type { KioskClient } from './kiosk-client';
import css from './take-along.css?inline';
import { WORDS, type KioskWords } from './words';

/**
 * The code that takes an answer along. It holds an address and nothing of the conversation.
 *
 * @fires close - it is to be closed
 */
@customElement('kepu-take-along')
export class KepuTakeAlong extends LitElement {
  static override readonly styles = [base, sheet(css)];

  @property({ attribute: false }) words: KioskWords = WORDS['zh-CN'];
  @property({ attribute: false }) client!: KioskClient;
  @property({ attribute: false }) conversationId!: string;
  @property({ attribute: false }) answerId!: string;

  @state() private url: string | undefined;
  @state() private failed = false;
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  override firstUpdated(): void {
    this.dialog.showModal();
    void this.#fetch();
  }

  override render(): TemplateResult {
    const { words: say, url } = this;
    return html`<dialog aria-labelledby="title" @close=${() => this.dispatchEvent(new Event('close'))}>
      <h2 id="title">${say.takeAlongTitle}</h2>
      <div class="code">${url ? qrCode(url, say.takeAlongTitle) : nothing}</div>
      <p role="status">${this.failed ? say.takeAlongFailed : say.takeAlongHint}</p>
      <button
        type="button"
        @click=${() => {
          this.dialog.close();
        }}
      >
        ${say.back}
      </button>
    </dialog>`;
  }

  async #fetch(): Promise<void> {
    try {
      ({ url: this.url } = await this.client.takeAlong(this.conversationId, this.answerId));
    } catch {
      this.failed = true;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-take-along': KepuTakeAlong;
  }
}
