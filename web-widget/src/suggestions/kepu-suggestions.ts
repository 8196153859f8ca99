import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { AskEvent } from '../chat/events';
import { languageOf, type Locale } from '../i18n/locale';
import { askIcon } from '../theme/icons';
import { base, sheet } from '../theme/styles';
import css from './suggestions.css?inline';

/**
 * Questions to tap. A tap asks at once.
 *
 * @fires kepu-internal-ask - the question tapped
 */
@customElement('kepu-suggestions')
export class KepuSuggestions extends LitElement {
  static override readonly styles = [base, sheet(css)];

  /** What stands above the questions. */
  @property() heading = '';
  @property({ attribute: false }) questions: readonly string[] = [];
  @property({ attribute: false }) locale: Locale = 'zh-CN';

  override render(): TemplateResult | typeof nothing {
    if (this.questions.length === 0) return nothing;
    return html`
      <h3 id="heading">${this.heading}</h3>
      <ul aria-labelledby="heading">
        ${this.questions.map(
          (question) =>
            html`<li>
              <button
                type="button"
                lang=${languageOf(question, this.locale)}
                @click=${() => this.dispatchEvent(new AskEvent(question, 'suggestion'))}
              >
                <span>${question}</span>${askIcon}
              </button>
            </li>`,
        )}
      </ul>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-suggestions': KepuSuggestions;
  }
}
