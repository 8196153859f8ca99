import '../account/kepu-sign-in';
import './kepu-item-set';
import './kepu-order-form';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { AccountClient, reasonOf, type AccountState } from '../account/account-client';
import { purposeOf, type Purpose } from '../account/kepu-sign-in';
import type { StaffLocale } from '../account/words';
import { ApiError } from '../client/failure';
import { localeOf } from '../i18n/locale';
import { base, registerUnit, sheet } from '../theme/styles';
import type { OrderEvent } from './kepu-order-form';
import css from './studio.css?inline';
import { StudioClient, type ItemSet, type Source } from './studio-client';
import { STUDIO_WORDS } from './words';

const LOCALE_KEY = 'kepu-staff:locale';

registerUnit();

/** How often a set in the making is looked at, in milliseconds. */
const LOOK_EVERY = 700;

/** The page at `/educator`: choose, have a set made, review it, take it along. */
@customElement('kepu-studio')
export class KepuStudio extends LitElement {
  static override readonly styles = [base, sheet(css)];

  readonly #account = new AccountClient();
  readonly #client = new StudioClient(this.#account);
  @state() private known: AccountState | undefined;
  @state() private unreachable = false;
  @state() private purpose: Purpose = purposeOf(location.hash);
  @state() private locale: StaffLocale = savedLocale();
  @state() private sources: readonly Source[] = [];
  @state() private sets: readonly ItemSet[] = [];
  @state() private shown: ItemSet | undefined;
  @state() private trouble = '';
  #timer: number | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#speak();
    window.addEventListener('hashchange', this.#follow);
    void this.#look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#follow);
    clearTimeout(this.#timer);
  }

  override render(): TemplateResult {
    const say = STUDIO_WORDS[this.locale];
    if (!this.known) {
      return html`<p class="waiting" role="status">${this.unreachable ? say.unreachable : say.waiting}</p>`;
    }
    if (!this.known.account || this.purpose.kind !== 'sign-in') {
      return html`<kepu-sign-in
        .client=${this.#account}
        .known=${this.known}
        .purpose=${this.purpose}
        .locale=${this.locale}
        product=${say.product}
        @kepu-signed-in=${this.#enter}
      ></kepu-sign-in>`;
    }
    return html`
      <header class="no-print">
        <p class="product">${say.product}</p>
        <div class="who">
          <button type="button" @click=${this.#otherLanguage}>${say.otherLanguage}</button>
          <span>${this.known.account.displayName}</span>
          <button type="button" @click=${this.#leave}>${say.signOut}</button>
        </div>
      </header>
      <main>${this.#allowed() ? this.#room() : html`<p class="notice">${say.notForYou}</p>`}</main>
    `;
  }

  #allowed(): boolean {
    return this.known?.account?.roles.some((role) => role === 'educator' || role === 'admin') ?? false;
  }

  #room(): TemplateResult {
    const say = STUDIO_WORDS[this.locale];
    const trouble = html`<p class="trouble no-print" role="alert">${this.trouble}</p>`;
    if (this.shown) {
      return html`${trouble}<kepu-item-set
          .client=${this.#client}
          .set=${this.shown}
          .sources=${this.sources}
          .locale=${this.locale}
          @kepu-set-changed=${(event: CustomEvent<ItemSet>) => {
            this.shown = event.detail;
            this.trouble = '';
          }}
          @kepu-set-trouble=${(event: CustomEvent<unknown>) => {
            this.#failed(event.detail);
          }}
          @kepu-set-left=${() => (location.hash = '')}
        ></kepu-item-set>`;
    }
    return html`${trouble}
      <div class="start">
        <kepu-order-form
          .sources=${this.sources}
          .locale=${this.locale}
          @kepu-order=${this.#order}
        ></kepu-order-form>
        <section class="sets" aria-labelledby="sets">
          <h2 id="sets">${say.mySets}</h2>
          ${this.sets.length === 0 ? html`<p class="soft">${say.noSets}</p>` : nothing}
          <ul>
            ${this.sets.map(
              (set) =>
                html`<li>
                  <a href="#set=${set.id}">${set.title}</a>
                  <span class="soft"
                    >${say.stages[set.stage]} · ${say.states[set.state]} ·
                    ${day(set.createdAt, this.locale)}</span
                  >
                </li>`,
            )}
          </ul>
        </section>
      </div>`;
  }

  readonly #look = async (): Promise<void> => {
    try {
      this.known = await this.#account.state();
      this.unreachable = false;
      if (this.known.account && this.#allowed()) {
        [this.sources, this.sets] = await Promise.all([this.#client.sources(), this.#client.sets()]);
        this.#follow();
      }
    } catch {
      this.unreachable = true;
    }
  };

  /** The set that the address names, which is how a link to one opens it. */
  readonly #follow = (): void => {
    clearTimeout(this.#timer);
    const id = named();
    if (id) {
      void this.#open(id);
    } else {
      this.shown = undefined;
      this.trouble = '';
      if (this.known?.account) void this.#client.sets().then((sets) => (this.sets = sets), this.#failed);
    }
  };

  async #open(id: string): Promise<void> {
    try {
      const set = await this.#client.set(id);
      if (!this.#wanted(id)) return;
      this.shown = set;
      this.trouble = '';
    } catch (error) {
      if (!this.#wanted(id)) return;
      // What was shown before is not what the address names, or is no more.
      if (this.shown?.id !== id || isGone(error)) this.shown = undefined;
      this.#failed(error);
    }
    clearTimeout(this.#timer);
    if (this.shown?.state === 'making') {
      this.#timer = window.setTimeout(() => void this.#open(id), LOOK_EVERY);
    }
  }

  /** Whether the page still waits for this set: an answer may come when somebody has gone on. */
  #wanted(id: string): boolean {
    return this.isConnected && named() === id;
  }

  readonly #order = async (event: OrderEvent): Promise<void> => {
    try {
      const set = await this.#client.begin(event.order);
      this.trouble = '';
      location.hash = `set=${set.id}`;
    } catch (error) {
      this.#failed(error);
    }
  };

  readonly #failed = (error: unknown): void => {
    this.trouble = reasonOf(error, STUDIO_WORDS[this.locale].unreachable);
  };

  readonly #enter = async (): Promise<void> => {
    if (this.purpose.kind !== 'sign-in') history.replaceState(null, '', location.pathname);
    this.purpose = { kind: 'sign-in' };
    await this.#look();
  };

  readonly #leave = async (): Promise<void> => {
    await this.#account.signOut();
    this.shown = undefined;
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
    document.title = STUDIO_WORDS[this.locale].product;
  }
}

/** The set that the address names. */
function named(): string | undefined {
  return /^#set=([\w-]+)$/.exec(location.hash)?.[1];
}

function isGone(error: unknown): boolean {
  const code = error instanceof ApiError ? error.failure.code : undefined;
  return code === 'set_deleted' || code === 'set_unknown';
}

function day(instant: string, locale: StaffLocale): string {
  return new Date(instant).toLocaleDateString(locale);
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
    'kepu-studio': KepuStudio;
  }
}
