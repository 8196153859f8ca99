import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { MediaController } from '../chat/media-controller';
import '../choice/kepu-choice';
import type { ChooseEvent } from '../choice/kepu-choice';
import { ApiError } from '../client/failure';
import { LOCALES, localeOf, messagesOf, type Locale } from '../i18n/locale';
import type { Theme } from '../settings/preferences';
import { emblem } from '../theme/icons';
import { base, registerUnit, sheet } from '../theme/styles';
import tokensCss from '../theme/tokens.css?inline';
import './kepu-keypad';
import type { CodeEvent } from './kepu-keypad';
import css from './pairing.css?inline';
import { schemeOf } from './screen';
import type { TerminalClient, TerminalSettings } from './terminal-client';
import { WORDS } from './words';

registerUnit();

/** How long a pairing code is. */
const DIGITS = 8;

/** This device is paired. */
export class PairedEvent extends Event {
  static readonly type = 'kepu-internal-paired';
  constructor(readonly settings: TerminalSettings) {
    super(PairedEvent.type);
  }
}

/**
 * Asks for the code that pairs this device with a terminal, in the browser's language or the one that is chosen here.
 *
 * @fires kepu-internal-paired - this device is paired
 */
@customElement('kepu-pairing')
export class KepuPairing extends LitElement {
  static override readonly styles = [base, sheet(tokensCss), sheet(css)];

  @property({ attribute: false }) client!: TerminalClient;
  /** Whether the service is not reached yet. */
  @property({ type: Boolean }) waiting = false;
  /** Its colours; by default the system's. */
  @property() theme: Theme = 'auto';

  @state() private locale = localeOf(navigator.language);
  @state() private failure: unknown;
  @state() private busy = false;

  readonly #darkness = new MediaController(this, '(prefers-color-scheme: dark)');

  override willUpdate(): void {
    document.documentElement.lang = this.locale;
    this.setAttribute('scheme', schemeOf(this.theme, this.#darkness.matches));
  }

  override render(): TemplateResult {
    const say = WORDS[this.locale].pairing;
    return html`<main lang=${this.locale}>
      <div class="emblem">${emblem(undefined)}</div>
      <h1>${say.title}</h1>
      ${this.waiting ? html`<p role="status">${say.waiting}</p>` : this.#keypad()}
      <kepu-choice
        .label=${messagesOf(this.locale).language}
        .labelHidden=${true}
        .options=${Object.entries(LOCALES).map(([tag, name]) => [tag, name, tag] as const)}
        .value=${this.locale}
        @kepu-internal-choose=${(event: ChooseEvent) => (this.locale = event.value as Locale)}
      ></kepu-choice>
    </main>`;
  }

  #keypad(): TemplateResult {
    const say = WORDS[this.locale];
    return html`
      <p>${say.pairing.lead}</p>
      <kepu-keypad
        .most=${DIGITS}
        .words=${say}
        .label=${say.pairing.code}
        .enter=${say.pairing.pair}
        .trouble=${this.failure === undefined ? '' : this.#reason(this.failure)}
        .busy=${this.busy}
        @kepu-internal-code=${this.#pair}
      ></kepu-keypad>
    `;
  }

  readonly #pair = async ({ code }: CodeEvent): Promise<void> => {
    this.busy = true;
    this.failure = undefined;
    try {
      this.dispatchEvent(new PairedEvent(await this.client.pair(code)));
    } catch (error) {
      this.failure = error;
    } finally {
      this.busy = false;
    }
  };

  #reason(error: unknown): string {
    const say = WORDS[this.locale];
    const kind = error instanceof ApiError ? error.failure.kind : undefined;
    if (kind === 'busy') return say.tooOften;
    return kind === 'invalid' ? say.pairing.wrong : say.pairing.unreachable;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-pairing': KepuPairing;
  }

  interface HTMLElementEventMap {
    'kepu-internal-paired': PairedEvent;
  }
}
