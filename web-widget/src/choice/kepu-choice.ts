import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, sheet } from '../theme/styles';
import css from './choice.css?inline';

/** What a `kepu-choice` offers: a value and its name. */
export type Option = readonly [value: string, label: string, language?: string];

/** The visitor chose `value`. */
export class ChooseEvent extends Event {
  static readonly type = 'kepu-internal-choose';
  constructor(readonly value: string) {
    super(ChooseEvent.type, { bubbles: true, composed: true });
  }
}

/**
 * One of a few, side by side: native radio buttons, so arrow keys and screen readers work as everywhere.
 *
 * @fires kepu-internal-choose - the value chosen
 */
@customElement('kepu-choice')
export class KepuChoice extends LitElement {
  static override readonly styles = [base, sheet(css)];
  static override readonly shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  /** What is chosen between. */
  @property() label = '';
  @property({ attribute: false }) options: readonly Option[] = [];
  @property() value = '';
  /** Whether the label is for screen readers only. */
  @property({ type: Boolean, attribute: 'label-hidden' }) labelHidden = false;

  override render(): TemplateResult {
    return html`<fieldset>
      <legend class=${this.labelHidden ? 'visually-hidden' : ''}>${this.label}</legend>
      <div class="options">
        ${this.options.map(
          ([value, label, language]) =>
            html`<label lang=${language ?? nothing}
              ><input
                type="radio"
                name="choice"
                value=${value}
                .checked=${value === this.value}
                @change=${() => this.dispatchEvent(new ChooseEvent(value))}
              /><span>${label}</span></label
            >`,
        )}
      </div>
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-choice': KepuChoice;
  }
}
