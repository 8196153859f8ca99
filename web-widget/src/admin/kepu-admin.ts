import '../account/kepu-sign-in';
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { AccountClient, type Account, type AccountState, type Role } from '../account/account-client';
import { purposeOf, type Purpose } from '../account/kepu-sign-in';
import type { StaffLocale } from '../account/words';
import { localeOf } from '../i18n/locale';
import { base, sheet } from '../theme/styles';
import css from './admin.css?inline';
import './kepu-accounts';
import './kepu-activities';
import './kepu-corrections';
import './kepu-documents';
import './kepu-gaps';
import './kepu-ledgers';
import './metrics/kepu-metrics';
import './kepu-reports';
import './kepu-security-log';
import './kepu-terminals';
import { ADMIN_WORDS, type Room } from './words';

/** The sections, and whose they are; the service decides, this only spares a way that leads nowhere. */
const ROOMS: readonly {
  readonly id: Room;
  readonly roles: readonly Role[];
  readonly everywhere?: boolean;
}[] = [
  { id: 'reach', roles: ['admin', 'curator', 'analyst'] },
  { id: 'reports', roles: ['admin', 'analyst'] },
  { id: 'gaps', roles: ['admin', 'curator', 'analyst'] },
  { id: 'corrections', roles: ['admin', 'curator'] },
  { id: 'documents', roles: ['admin', 'curator'] },
  { id: 'activities', roles: ['admin', 'curator', 'analyst'] },
  { id: 'ledgers', roles: ['admin', 'curator', 'analyst'], everywhere: true },
  { id: 'terminals', roles: ['admin', 'curator', 'analyst'] },
  { id: 'accounts', roles: ['admin'], everywhere: true },
  { id: 'log', roles: ['admin'], everywhere: true },
];

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
  @state() private room = location.hash.slice(1);

  override connectedCallback(): void {
    super.connectedCallback();
    this.#speak();
    addEventListener('hashchange', this.#go);
    void this.#look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#go);
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
    const rooms = ROOMS.filter(
      ({ roles, everywhere }) =>
        roles.some((role) => account.roles.includes(role)) && !(everywhere && account.venues.length > 0),
    );
    const room = rooms.find(({ id }) => id === this.room) ?? rooms[0];
    return html`
      <header>
        <p class="product">${say.product}</p>
        <nav aria-label=${say.navigation}>
          ${rooms.map(
            ({ id }) =>
              html`<a href="#${id}" aria-current=${id === room?.id ? 'page' : 'false'}>${say.rooms[id]}</a>`,
          )}
        </nav>
        <div class="who">
          <button type="button" lang=${this.locale === 'en' ? 'zh-CN' : 'en'} @click=${this.#otherLanguage}>
            ${say.otherLanguage}
          </button>
          <span>${account.displayName}</span>
          <button type="button" @click=${this.#leave}>${say.signOut}</button>
        </div>
      </header>
      <main>${room ? this.#panel(room.id, account) : html`<p>${say.nothingForYou}</p>`}</main>
    `;
  }

  #panel(room: Room, account: Account): TemplateResult {
    const client = this.#client;
    const { locale } = this;
    switch (room) {
      case 'reach':
        return html`<kepu-metrics .client=${client} .account=${account} .locale=${locale}></kepu-metrics>`;
      case 'reports':
        return html`<kepu-reports .client=${client} .account=${account} .locale=${locale}></kepu-reports>`;
      case 'gaps':
        return html`<kepu-gaps .client=${client} .account=${account} .locale=${locale}></kepu-gaps>`;
      case 'corrections':
        return html`<kepu-corrections
          .client=${client}
          .account=${account}
          .locale=${locale}
        ></kepu-corrections>`;
      case 'documents':
        return html`<kepu-documents
          .client=${client}
          .account=${account}
          .locale=${locale}
        ></kepu-documents>`;
      case 'activities':
        return html`<kepu-activities
          .client=${client}
          .account=${account}
          .locale=${locale}
        ></kepu-activities>`;
      case 'ledgers':
        return html`<kepu-ledgers .client=${client} .account=${account} .locale=${locale}></kepu-ledgers>`;
      case 'terminals':
        return html`<kepu-terminals
          .client=${client}
          .account=${account}
          .locale=${locale}
        ></kepu-terminals>`;
      case 'accounts':
        return html`<kepu-accounts .client=${client} .account=${account} .locale=${locale}></kepu-accounts>`;
      case 'log':
        return html`<kepu-security-log
          .client=${client}
          .account=${account}
          .locale=${locale}
        ></kepu-security-log>`;
    }
  }

  readonly #go = (): void => {
    this.room = location.hash.slice(1);
  };

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
