import { html, nothing, type TemplateResult } from 'lit';
import { sheet } from '../theme/styles';
import { Panel } from './panel';
import css from './register.css?inline';

/** A section that lists things by their names and changes them in a form. */
export class Register extends Panel {
  static override readonly styles = [...Panel.styles, sheet(css)];

  /** Does something with one of the things listed; `name` tells it from the others. */
  protected rowButton(name: string, words: string, work: () => void): TemplateResult {
    return html`<button
      class="button"
      type="button"
      ?disabled=${this.busy}
      aria-label=${`${words} ${name}`}
      @click=${work}
    >
      ${words}
    </button>`;
  }

  /**
   * A box of the form to tick. The form has to be `keyed` by what it changes: a binding writes only what differs from
   * what it wrote before, so a box that somebody ticked would stay ticked in the next one's form.
   */
  protected box(
    name: string,
    words: string,
    checked: boolean,
    value: string | number = 'on',
  ): TemplateResult {
    return html`<label
      ><input type="checkbox" name=${name} value=${value} .checked=${checked} /><span>${words}</span></label
    >`;
  }

  /**
   * The end of the form.
   *
   * @param words what its button says
   * @param cancel leaves what is being changed as it is; nothing where something is added
   */
  protected formEnd(words: string, cancel: (() => void) | undefined): TemplateResult {
    return html`<p class="presets">
      <button class="button main" ?disabled=${this.busy}>${words}</button>
      ${
        cancel
          ? html`<button class="button" type="button" @click=${cancel}>${this.say.cancel}</button>`
          : nothing
      }
    </p>`;
  }
}
