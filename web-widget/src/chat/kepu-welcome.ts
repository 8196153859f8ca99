import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../choice/kepu-choice';
import type { ChooseEvent } from '../choice/kepu-choice';
import type { SiteConfig } from '../client/contract';
import { isVenue, type Locale } from '../i18n/locale';
import type { Listener, Messages } from '../i18n/messages';
import { zhCN } from '../i18n/zh-cn';
import '../suggestions/kepu-suggestions';
import { base, sheet } from '../theme/styles';
import { PreferEvent } from './events';
import css from './welcome.css?inline';

/**
 * What stands where the first question has not been asked yet: a greeting, for whom the answers are, and questions to
 * tap.
 *
 * @fires kepu-internal-prefer - the visitor said for whom
 * @fires kepu-internal-ask - the visitor taps a question
 */
@customElement('kepu-welcome')
export class KepuWelcome extends LitElement {
  static override readonly styles = [base, sheet(css)];

  @property({ attribute: false }) messages: Messages = zhCN;
  @property({ attribute: false }) locale: Locale = 'zh-CN';
  @property({ attribute: false }) venue: string | undefined;
  @property({ attribute: false }) listener: Listener = 'general';
  @property({ attribute: false }) questions: readonly string[] = [];
  /** What the registration of the page's site says. */
  @property({ attribute: false }) config: SiteConfig | undefined;

  override render(): TemplateResult {
    const { messages: say, venue, config } = this;
    const greeting = config?.greeting ? [config.greeting] : say.greeting[isVenue(venue) ? venue : 'other'];
    return html`
      <p class="greeting">${greeting.map((phrase) => html`<span>${phrase}</span>`)}</p>
      <p class="note">
        ${say.greetingNote}${config?.filingNumber ? say.filing(config.filingNumber) : nothing}
      </p>
      <kepu-choice
        label-hidden
        .label=${say.audience}
        .options=${Object.entries(say.audiences)}
        .value=${this.listener}
        @kepu-internal-choose=${(event: ChooseEvent) => {
          event.stopPropagation();
          this.dispatchEvent(new PreferEvent({ audience: event.value as Listener }));
        }}
      ></kepu-choice>
      <kepu-suggestions
        .heading=${say.suggestions}
        .questions=${this.questions}
        .locale=${this.locale}
      ></kepu-suggestions>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-welcome': KepuWelcome;
  }
}
