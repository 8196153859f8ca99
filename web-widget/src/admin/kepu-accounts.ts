import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Account, Role } from '../account/account-client';
import { enumerated, noted } from '../i18n/writing';
import { sheet } from '../theme/styles';
import { venueName, VENUES } from './names';
import { Register } from './register';

const ROLES: readonly Role[] = ['admin', 'curator', 'educator', 'analyst'];

/** Who may sign in, and for what. */
@customElement('kepu-accounts')
export class KepuAccounts extends Register {
  static override readonly styles = [
    ...Register.styles,
    sheet(`
      output { overflow-wrap: anywhere; font-family: ui-monospace, monospace }
    `),
  ];

  @state() private accounts: readonly Account[] = [];
  @state() private editing: Account | undefined;
  @state() private linked: { readonly account: Account; readonly link: string } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(() => this.#fetch());
  }

  override render(): TemplateResult {
    const { say } = this;
    return html`
      <h1>${say.rooms.accounts}</h1>
      <p class="lead">${say.accountsLead}</p>
      <p class="trouble" role="alert">${this.trouble}</p>
      ${
        this.linked
          ? html`<div class="card handed" role="status">
              <p>${say.linkFor(this.linked.account.displayName)}</p>
              <output>${location.origin}${page(this.linked.account)}#link=${this.linked.link}</output>
              <p class="soft small">${say.linkHint}</p>
            </div>`
          : nothing
      }
      <div class="card wide" tabindex="0" role="region" aria-label=${say.rooms.accounts}>
        <table>
          <thead>
            <tr>
              ${[say.name, say.displayName, say.role, say.venue, say.status].map(
                (title) => html`<th scope="col">${title}</th>`,
              )}
              <td></td>
            </tr>
          </thead>
          <tbody>
            ${this.accounts.map((account) => this.#row(account))}
          </tbody>
        </table>
      </div>
      ${keyed(this.editing?.id ?? '', this.#form())}
    `;
  }

  #row(account: Account): TemplateResult {
    const { say, locale } = this;
    return html`<tr>
      <th scope="row">${account.name}</th>
      <td>${account.displayName}</td>
      <td>
        ${enumerated(
          account.roles.map((role) => say.roles[role]),
          locale,
        )}
      </td>
      <td>
        ${
          account.venues.length === 0
            ? say.allVenues
            : enumerated(
                account.venues.map((venue) => venueName(venue, locale)),
                locale,
              )
        }
      </td>
      <td>${account.active ? say.active : say.inactive}</td>
      <td>
        <div class="presets">
          ${this.rowButton(account.name, say.edit, () => {
            this.editing = account;
            this.linked = undefined;
          })}
          ${this.rowButton(account.name, say.newLink, () => void this.#link(account))}
          ${this.rowButton(
            account.name,
            account.active ? say.deactivate : say.activate,
            () => void this.#change(account, { ...account, active: !account.active }),
          )}
        </div>
      </td>
    </tr>`;
  }

  #form(): TemplateResult {
    const { say, editing } = this;
    return html`<form class="card list" @submit=${this.#save}>
      <h2>${editing ? `${say.edit} ${editing.name}` : say.addAccount}</h2>
      <div class="bar">
        ${
          editing
            ? nothing
            : html`<label
                ><span>${say.name}</span><input name="name" required autocapitalize="none"
              /></label>`
        }
        <label
          ><span>${say.displayName}</span
          ><input name="displayName" maxlength="64" .value=${editing?.displayName ?? ''}
        /></label>
      </div>
      <fieldset>
        <legend>${say.role}</legend>
        ${ROLES.map((role) => this.box('roles', say.roles[role], editing?.roles.includes(role) ?? false, role))}
      </fieldset>
      <fieldset>
        <legend>${noted(say.venue, say.venuesHint, this.locale)}</legend>
        ${VENUES.map((venue) => this.box('venues', venueName(venue, this.locale), editing?.venues.includes(venue) ?? false, venue))}
      </fieldset>
      ${this.formEnd(editing ? say.save : say.add, editing && this.#leave)}
    </form>`;
  }

  readonly #leave = (): void => {
    this.editing = undefined;
  };

  readonly #save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const entries = new FormData(form);
    const body = {
      name: entries.get('name'),
      displayName: entries.get('displayName'),
      roles: entries.getAll('roles'),
      venues: entries.getAll('venues'),
    };
    const { editing } = this;
    if (editing) {
      await this.#change(editing, { ...body, active: editing.active });
      return;
    }
    await this.attempt(async () => {
      this.linked = (await this.client.send('POST', '/api/v1/admin/accounts', body)) as typeof this.linked;
      form.reset();
      await this.#fetch();
    });
  };

  async #change(account: Account, body: unknown): Promise<void> {
    const { displayName, roles, venues, active } = body as Account;
    await this.attempt(async () => {
      await this.client.send('PUT', `/api/v1/admin/accounts/${account.id}`, {
        displayName,
        roles,
        venues,
        active,
      });
      this.editing = undefined;
      await this.#fetch();
    });
  }

  async #link(account: Account): Promise<void> {
    await this.attempt(async () => {
      this.linked = (await this.client.send(
        'POST',
        `/api/v1/admin/accounts/${account.id}/link`,
      )) as typeof this.linked;
    });
  }

  async #fetch(): Promise<void> {
    this.accounts = (await this.client.get('/api/v1/admin/accounts')) as Account[];
  }
}

/** Where somebody works: teachers have a page of their own. */
function page({ roles }: Account): string {
  return roles.every((role) => role === 'educator') ? '/educator' : '/admin';
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-accounts': KepuAccounts;
  }
}
