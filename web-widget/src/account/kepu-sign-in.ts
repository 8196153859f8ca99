import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, sheet } from '../theme/styles';
import { reasonOf, type Account, type AccountClient, type AccountState } from './account-client';
import css from './sign-in.css?inline';
import { SIGN_IN_WORDS, type StaffLocale } from './words';

/** What the page's address asks for; the secret after the # is sent to nobody until the form is. */
export type Purpose =
  | { readonly kind: 'sign-in'; readonly trouble?: 'unknown-account' | 'sign-in-failed' }
  | { readonly kind: 'set-up' | 'link'; readonly secret: string };

/** What `#setup=…`, `#link=…`, `#unknown-account` and `#sign-in-failed` ask for. */
export function purposeOf(hash: string): Purpose {
  const [, kind, secret] = /^#(setup|link)=([\w-]+)$/.exec(hash) ?? [];
  if (kind && secret) return { kind: kind === 'setup' ? 'set-up' : 'link', secret };
  if (hash === '#unknown-account' || hash === '#sign-in-failed') {
    return { kind: 'sign-in', trouble: hash === '#unknown-account' ? 'unknown-account' : 'sign-in-failed' };
  }
  return { kind: 'sign-in' };
}

/** Somebody signed in. */
export class SignedInEvent extends Event {
  static readonly type = 'kepu-signed-in';

  constructor(readonly account: Account) {
    super(SignedInEvent.type);
  }
}

/**
 * The form to sign in with; or, where the address says so, to make the first account or to set one's password.
 *
 * @fires kepu-signed-in - somebody signed in
 */
@customElement('kepu-sign-in')
export class KepuSignIn extends LitElement {
  static override readonly styles = [base, sheet(css)];

  @property({ attribute: false }) client!: AccountClient;
  @property({ attribute: false }) known: AccountState = { setUp: false };
  @property({ attribute: false }) purpose: Purpose = { kind: 'sign-in' };
  /** What is signed in to. */
  @property() product = '';
  @property() locale: StaffLocale = 'zh-CN';

  @state() private trouble = '';
  @state() private busy = false;

  override render(): TemplateResult {
    const say = SIGN_IN_WORDS[this.locale];
    const { kind } = this.purpose;
    const title = { 'sign-in': say.title, 'set-up': say.setUpTitle, link: say.linkTitle }[kind];
    const lead = { 'sign-in': say.lead, 'set-up': say.setUpLead, link: say.linkLead }[kind];
    return html`<main>
      <p class="product">${this.product}</p>
      <h1>${title}</h1>
      <p class="lead">${kind === 'sign-in' && this.known.setUp ? say.noAccountYet : lead}</p>
      <form @submit=${this.#submit} novalidate>
        ${
          kind === 'link'
            ? nothing
            : html`<div>
                <label for="name">${say.name}</label>
                <input
                  id="name"
                  name="name"
                  autocomplete="username"
                  autocapitalize="none"
                  spellcheck="false"
                  aria-describedby=${kind === 'set-up' ? 'name-hint' : nothing}
                  required
                />
                ${kind === 'set-up' ? html`<p class="hint" id="name-hint">${say.nameHint}</p>` : nothing}
              </div>`
        }
        <div>
          <label for="password">${say.password}</label>
          <input
            id="password"
            name="password"
            type="password"
            autocomplete=${kind === 'sign-in' ? 'current-password' : 'new-password'}
            aria-describedby=${kind === 'sign-in' ? nothing : 'password-hint'}
            required
          />
          ${kind === 'sign-in' ? nothing : html`<p class="hint" id="password-hint">${say.passwordHint}</p>`}
        </div>
        ${
          kind === 'sign-in'
            ? nothing
            : html`<div>
                <label for="repeat">${say.repeat}</label>
                <input id="repeat" name="repeat" type="password" autocomplete="new-password" required />
              </div>`
        }
        <p class="trouble" role="alert">${this.trouble || this.#brought()}</p>
        <button class="enter" ?disabled=${this.busy}>
          ${{ 'sign-in': say.enter, 'set-up': say.setUpEnter, link: say.linkEnter }[kind]}
        </button>
      </form>
      ${
        kind === 'sign-in' && this.known.provider
          ? html`<p class="or">${say.or}</p>
              <a class="provider" href=${this.known.provider.href}>${this.known.provider.label}</a>`
          : nothing
      }
    </main>`;
  }

  /** What the way here brought along. */
  #brought(): string {
    const say = SIGN_IN_WORDS[this.locale];
    if (this.purpose.kind !== 'sign-in' || !this.purpose.trouble) return '';
    return this.purpose.trouble === 'unknown-account' ? say.unknownAccount : say.providerFailed;
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const say = SIGN_IN_WORDS[this.locale];
    const entries = new FormData(event.target as HTMLFormElement);
    const entry = (name: string) => {
      const value = entries.get(name);
      return typeof value === 'string' ? value : '';
    };
    if (this.purpose.kind !== 'sign-in' && entry('password') !== entry('repeat')) {
      this.trouble = say.differ;
      return;
    }
    this.busy = true;
    this.trouble = '';
    try {
      this.dispatchEvent(new SignedInEvent(await this.#signIn(entry('name'), entry('password'))));
    } catch (error) {
      this.trouble = reasonOf(error, say.unreachable);
    } finally {
      this.busy = false;
    }
  };

  async #signIn(name: string, password: string): Promise<Account> {
    const { purpose } = this;
    switch (purpose.kind) {
      case 'set-up':
        return this.client.setUp(purpose.secret, name, password);
      case 'link':
        return this.client.byLink(purpose.secret, password);
      case 'sign-in':
        return this.client.signIn(name, password);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-sign-in': KepuSignIn;
  }
  interface HTMLElementEventMap {
    'kepu-signed-in': SignedInEvent;
  }
}
