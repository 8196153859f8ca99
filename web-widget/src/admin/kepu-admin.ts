import '../account/kepu-sign-in';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { AccountClient, type AccountState } from '../account/account-client';
import { purposeOf, type Purpose } from '../account/kepu-sign-in';
import type { StaffLocale } from '../account/words';
import { localeOf } from '../i18n/locale';
import { base, sheet } from '../theme/styles';
import css from './admin.css?inline';
import { ADMIN_WORDS } from './words';

const LOCALE_KEY = 'kepu-staff:locale';

/** The page at `/admin`: whoever is signed in sees what their roles let them see. */
@customElement('kepu-admin')
export class KepuAdmin extends LitElement {
  static override readonly styles = [base, sheet(css)];

  readonly #client = new AccountClient();
  @state() private known: AccountState | undefined;
  @state() private unreachable = false;
  @state() private purpose: Purpose = purposeOf(location.hash);
  @state() private locale: StaffLocale = savedLocale();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#speak();
    void this.#look();
  }

  override render(): TemplateResult {
    const say = ADMIN_WORDS[this.locale];
    if (!this.known) {
      return html`<p class="waiting" role="status">${this.unreachable ? say.unreachable : say.waiting}</p>`;
    }
    return this.known.account && this.purpose.kind === 'sign-in' ? this.#inside() : this.#outside(this.known);
  }

  #outside(known: AccountState): TemplateResult {
    return html`<kepu-sign-in
      .client=${this.#client}
      .known=${known}
      .purpose=${this.purpose}
      .locale=${this.locale}
      product=${ADMIN_WORDS[this.locale].product}
      @kepu-signed-in=${this.#enter}
    ></kepu-sign-in>`;
  }

  #inside(): TemplateResult {
    const say = ADMIN_WORDS[this.locale];
    const account = this.known?.account;
    if (!account) return html``;
    return html`
      <header>
        <p class="product">${say.product}</p>
        <div class="who">
          <button type="button" @click=${this.#otherLanguage}>${say.otherLanguage}</button>
          <span>${account.displayName}</span>
          <button type="button" @click=${this.#leave}>${say.signOut}</button>
        </div>
      </header>
      <main>
        <h1>${say.welcome(account.displayName)}</h1>
        <p>${account.roles.map((role) => say.roles[role]).join('、')}</p>
        ${account.venues.length > 0 ? html`<p>${say.venues(account.venues)}</p>` : nothing}
      </main>
    `;
  }

  readonly #look = async (): Promise<void> => {
    try {
      this.known = await this.#client.state();
      this.unreachable = false;
    } catch {
      this.unreachable = true;
    }
  };

  readonly #enter = async (): Promise<void> => {
    // The link is used up: going back must not bring it again.
    history.replaceState(null, '', location.pathname);
    this.purpose = { kind: 'sign-in' };
    await this.#look();
  };

  readonly #leave = async (): Promise<void> => {
    await this.#client.signOut();
    await this.#look();
  };

  readonly #otherLanguage = (): void => {
    this.locale = this.locale === 'en' ? 'zh-CN' : 'en';
    try {
      localStorage.setItem(LOCALE_KEY, this.locale);
    } catch {
      // Forbidden: the choice holds until the page goes.
    }
    this.#speak();
  };

  #speak(): void {
    document.documentElement.lang = this.locale;
    document.title = ADMIN_WORDS[this.locale].product;
  }
}

function savedLocale(): StaffLocale {
  try {
    const saved = localStorage.getItem(LOCALE_KEY);
    if (saved === 'en' || saved === 'zh-CN') return saved;
  } catch {
    // Forbidden: the browser's language, then.
  }
  return localeOf(navigator.language) === 'en' ? 'en' : 'zh-CN';
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-admin': KepuAdmin;
  }
}
