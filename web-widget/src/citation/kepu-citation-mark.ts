import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { CiteEvent } from '../chat/events';
import type { Citation } from '../client/contract';
import type { Messages } from '../i18n/messages';
import { zhCN } from '../i18n/zh-cn';
import { base, sheet } from '../theme/styles';
import css from './citation-mark.css?inline';

/**
 * The small number behind a sentence. It is there from the start and works once its citation has arrived.
 *
 * @fires kepu-internal-cite - the visitor wants to see the source
 */
@customElement('kepu-citation-mark')
export class KepuCitationMark extends LitElement {
  static override readonly styles = [base, sheet(css)];
  static override readonly shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  /** What the interface says. */
  @property({ attribute: false }) messages: Messages = zhCN;
  /** The number shown. */
  @property({ type: Number }) index = 0;
  /** The source, once it has arrived. */
  @property({ attribute: false }) citation: Citation | undefined;

  @query('button') private readonly button!: HTMLButtonElement;

  override render(): TemplateResult {
    const { citation, index, messages: say } = this;
    const name = citation
      ? say.sourceMark(
          index,
          citation.title,
          citation.heading,
          citation.page === undefined ? undefined : say.page(citation.page),
        )
      : say.sourcePending(index);
    return html`<button
      type="button"
      aria-label=${name}
      title=${name}
      aria-disabled=${citation ? 'false' : 'true'}
      @click=${this.#open}
    >
      ${index}
    </button>`;
  }

  #open(): void {
    if (this.citation) this.dispatchEvent(new CiteEvent(this.citation, this.button));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-citation-mark': KepuCitationMark;
  }
}
