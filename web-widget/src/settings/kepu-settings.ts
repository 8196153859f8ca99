import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import '../choice/kepu-choice';
import type { ChooseEvent, Option } from '../choice/kepu-choice';
import { BackEvent, ForgetEvent, PreferEvent } from '../chat/events';
import { LOCALES, type Locale } from '../i18n/locale';
import type { Messages } from '../i18n/messages';
import { zhCN } from '../i18n/zh-cn';
import { backIcon } from '../theme/icons';
import { base, sheet } from '../theme/styles';
import viewCss from '../theme/view.css?inline';
import type { Contrast, Preferences, TextSize, Theme } from './preferences';
import css from './settings.css?inline';

/** What holds at the moment, chosen or not. */
export interface Settings {
  readonly audience: string;
  readonly locale: Locale;
  readonly textSize: TextSize;
  readonly contrast: Contrast;
  readonly theme: Theme;
}

/**
 * How the visitor wants it: for whom, in which language, how large, how strong, how dark; and the end of a conversation.
 *
 * @fires kepu-internal-prefer - something was chosen
 * @fires kepu-internal-forget - the conversation is to be forgotten
 * @fires kepu-internal-back - back to the conversation
 */
@customElement('kepu-settings')
export class KepuSettings extends LitElement {
  static override readonly styles = [base, sheet(viewCss), sheet(css)];

  @property({ attribute: false }) messages: Messages = zhCN;
  @property({ attribute: false }) settings!: Settings;
  /** Whether there is something to forget. */
  @property({ type: Boolean }) forgettable = false;

  @query('.back') private readonly back!: HTMLButtonElement;

  override firstUpdated(): void {
    this.back.focus();
  }

  override render(): TemplateResult {
    const { messages: say, settings } = this;
    return html`
      <div class="bar">
        <button class="back" type="button" @click=${() => this.dispatchEvent(new BackEvent())}>
          ${backIcon}<span>${say.backToChat}</span>
        </button>
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label=${say.settings}>
        <h2>${say.settings}</h2>
        ${this.#choice('audience', say.audience, Object.entries(say.audiences), settings.audience)}
        ${this.#choice('textSize', say.textSize, Object.entries(say.textSizes), settings.textSize)}
        ${this.#choice('contrast', say.contrast, Object.entries(say.contrasts), settings.contrast)}
        ${this.#choice('theme', say.theme, Object.entries(say.themes), settings.theme)}
        ${this.#choice(
          'locale',
          say.language,
          Object.entries(LOCALES).map(([tag, name]): Option => [tag, name, tag]),
          settings.locale,
        )}
        ${
          this.forgettable
            ? html`<div class="forget">
                <button type="button" @click=${() => this.dispatchEvent(new ForgetEvent())}>
                  ${say.forget}
                </button>
                <p>${say.forgetNote}</p>
              </div>`
            : nothing
        }
      </div>
    `;
  }

  #choice(name: keyof Preferences, label: string, options: readonly Option[], value: string): TemplateResult {
    return html`<kepu-choice
      .label=${label}
      .options=${options}
      .value=${value}
      @kepu-internal-choose=${(event: ChooseEvent) => {
        event.stopPropagation();
        this.dispatchEvent(new PreferEvent({ [name]: event.value }));
      }}
    ></kepu-choice>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-settings': KepuSettings;
  }
}
