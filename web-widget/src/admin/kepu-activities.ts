import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { sheet } from '../theme/styles';
import type { Activity, ActivityForm, ActivityRegister, Programme } from './contract';
import { venueName, VENUES } from './names';
import { Panel } from './panel';

const FORMS: readonly ActivityForm[] = ['on_site', 'online', 'both'];

/** What the academy holds: activities and the programmes they are part of. */
@customElement('kepu-activities')
export class KepuActivities extends Panel {
  static override readonly styles = [
    ...Panel.styles,
    sheet(`
      section { margin-top: 1.5rem }
      td small { display: block }
      .table { overflow-x: auto }
      form .bar label { flex: 1 1 12rem }
      form .bar { margin-bottom: 0.75rem }
    `),
  ];

  @state() private register: ActivityRegister | undefined;
  @state() private editing: Activity | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(() => this.#fetch());
  }

  override render(): TemplateResult {
    const { say, register } = this;
    const mayChange = this.account.roles.some((role) => role === 'admin' || role === 'curator');
    return html`
      <h1>${say.rooms.activities}</h1>
      <p class="lead">${say.activitiesLead}</p>
      <p class="trouble" role="alert">${this.trouble}</p>
      ${register && mayChange ? keyed(this.editing?.id ?? '', this.#form(register.programmes)) : nothing}
      ${register ? this.#activities(register, mayChange) : nothing}
      ${register && this.account.roles.includes('admin') && this.account.venues.length === 0 ? this.#programmes(register.programmes) : nothing}
    `;
  }

  #activities({ activities, programmes }: ActivityRegister, mayChange: boolean): TemplateResult {
    const { say } = this;
    const named = (id: string) => programmes.find((programme) => programme.id === id)?.name ?? id;
    return html`<div>
      <h2>${say.activities}</h2>
      ${
        activities.length === 0
          ? html`<p class="soft">${say.empty}</p>`
          : html`<div class="card table" tabindex="0" role="region" aria-label=${say.activities}>
              <table>
                <thead>
                  <tr>
                    ${[say.activity, say.programme, say.venue, say.day, say.unit, say.status].map(
                      (title) => html`<th scope="col">${title}</th>`,
                    )}
                    ${mayChange ? html`<td></td>` : nothing}
                  </tr>
                </thead>
                <tbody>
                  ${activities.map(
                    (activity) =>
                      html`<tr>
                        <th scope="row">${activity.name}<br /><small class="soft">${activity.id}</small></th>
                        <td>${activity.programme ? named(activity.programme) : '—'}</td>
                        <td>
                          ${activity.venue ? venueName(activity.venue, this.locale) : '—'}<small class="soft"
                            >${[activity.hall, activity.region, say.activityForms[activity.form]]
                              .filter(Boolean)
                              .join(' · ')}</small
                          >
                        </td>
                        <td>
                          ${activity.first}${activity.last === activity.first ? nothing : html` —<br />${activity.last}`}
                        </td>
                        <td>${activity.unit || '—'}</td>
                        <td>
                          ${activity.closed ? say.activityClosed : say.activityOpen}${
                            activity.fromTable ? html`<small class="soft">${say.fromTable}</small>` : nothing
                          }
                        </td>
                        ${mayChange ? html`<td>${this.#buttons(activity)}</td>` : nothing}
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>`
      }
    </div>`;
  }

  #buttons(activity: Activity): TemplateResult {
    const { say } = this;
    const button = (words: string, work: () => void) =>
      html`<button
        class="button"
        type="button"
        ?disabled=${this.busy}
        aria-label=${`${words} ${activity.name}`}
        @click=${work}
      >
        ${words}
      </button>`;
    return html`${button(say.edit, () => {
      this.editing = activity;
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#form')?.focus());
    })}
    ${button(activity.closed ? say.reopen : say.close, () => {
      void this.#keep({ ...activity, closed: !activity.closed });
    })}`;
  }

  #form(programmes: readonly Programme[]): TemplateResult {
    const { say, editing } = this;
    const venues = this.account.venues.length > 0 ? this.account.venues : ['', ...VENUES];
    const open = programmes.filter(({ id, closed }) => !closed || id === editing?.programme);
    const field = (name: keyof Activity, words: string, type = 'text', required = false) =>
      html`<label
        ><span>${words}</span
        ><input
          name=${name}
          type=${type}
          maxlength="200"
          ?required=${required}
          .value=${String(editing?.[name] ?? '')}
      /></label>`;
    return html`<form id="form" class="card" tabindex="-1" aria-labelledby="make" @submit=${this.#save}>
      <h2 id="make">${editing ? `${say.edit} ${editing.name}` : say.addActivity}</h2>
      <div class="bar">
        ${
          editing
            ? nothing
            : html`<label
                ><span>${say.activityId}</span
                ><input
                  name="id"
                  required
                  maxlength="64"
                  pattern="[A-Za-z0-9._:\\-]+"
                  placeholder="kjz-2026-1"
              /></label>`
        }
        ${field('name', say.activityName, 'text', true)}
        <label
          ><span>${say.programme}</span
          ><select name="programme">
            <option value="">—</option>
            ${open.map(
              ({ id, name }) =>
                html`<option value=${id} ?selected=${id === editing?.programme}>${name}</option>`,
            )}
          </select></label
        >
      </div>
      <div class="bar">
        ${field('first', say.firstDay, 'date', true)} ${field('last', say.lastDay, 'date', true)}
        <label
          ><span>${say.venue}</span
          ><select name="venue">
            ${venues.map(
              (venue) =>
                html`<option value=${venue} ?selected=${venue === editing?.venue}>
                  ${venue ? venueName(venue, this.locale) : say.elsewhere}
                </option>`,
            )}
          </select></label
        >
        ${field('hall', say.hall)} ${field('region', say.city)}
      </div>
      <div class="bar">
        ${field('unit', say.unit)}
        <label
          ><span>${say.takingPart}</span
          ><select name="form">
            ${FORMS.map(
              (form) =>
                html`<option value=${form} ?selected=${form === editing?.form}>
                  ${say.activityForms[form]}
                </option>`,
            )}
          </select></label
        >
      </div>
      <p class="soft small">${say.activityHint}</p>
      <div class="bar">
        <button class="button main" ?disabled=${this.busy}>${editing ? say.save : say.register}</button>
        ${
          editing
            ? html`<button
                class="button"
                type="button"
                @click=${() => {
                  this.editing = undefined;
                }}
              >
                ${say.cancel}
              </button>`
            : nothing
        }
      </div>
    </form>`;
  }

  #programmes(programmes: readonly Programme[]): TemplateResult {
    const { say } = this;
    return html`<section class="card" aria-labelledby="programmes">
      <h2 id="programmes">${say.programmes}</h2>
      <table>
        <tbody>
          ${programmes.map(
            (programme) =>
              html`<tr>
                <th scope="row">${programme.name}</th>
                <td class="soft">${programme.id}</td>
                <td>${programme.closed ? say.activityClosed : say.activityOpen}</td>
                <td>
                  <button
                    class="button"
                    type="button"
                    ?disabled=${this.busy}
                    aria-label=${`${programme.closed ? say.reopen : say.close} ${programme.name}`}
                    @click=${() => {
                      void this.#keepProgramme({ ...programme, closed: !programme.closed });
                    }}
                  >
                    ${programme.closed ? say.reopen : say.close}
                  </button>
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
      <form class="bar" @submit=${this.#addProgramme}>
        <label
          ><span>${say.programmeId}</span
          ><input name="id" required maxlength="64" pattern="[A-Za-z0-9._:\\-]+" placeholder="museum-night"
        /></label>
        <label><span>${say.programmeName}</span><input name="name" required maxlength="200" /></label>
        <button class="button" ?disabled=${this.busy}>${say.register}</button>
      </form>
    </section>`;
  }

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const entries = Object.fromEntries(new FormData(form)) as Record<string, string>;
    const { id = this.editing?.id ?? '', ...fields } = entries;
    void this.#keep({ ...fields, id, closed: this.editing?.closed ?? false } as Activity).then((kept) => {
      if (!kept) return;
      this.editing = undefined;
      form.reset();
    });
  };

  readonly #addProgramme = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { id = '', name = '' } = Object.fromEntries(new FormData(form)) as Record<string, string>;
    void this.#keepProgramme({ id, name, closed: false }).then((kept) => {
      if (kept) form.reset();
    });
  };

  async #keep({ id, ...activity }: Activity): Promise<boolean> {
    const { name, programme, venue, hall, region, first, last, unit, form, closed } = activity;
    return this.#put(`/api/v1/admin/activities/${encodeURIComponent(id)}`, {
      name,
      programme,
      venue,
      hall,
      region,
      first,
      last,
      unit,
      form,
      closed,
    });
  }

  async #keepProgramme({ id, ...body }: Programme): Promise<boolean> {
    return this.#put(`/api/v1/admin/programmes/${encodeURIComponent(id)}`, body);
  }

  async #put(path: string, body: unknown): Promise<boolean> {
    await this.attempt(async () => {
      await this.client.send('PUT', path, body);
      await this.#fetch();
    });
    return this.trouble === '';
  }

  async #fetch(): Promise<void> {
    this.register = (await this.client.get('/api/v1/admin/activities')) as ActivityRegister;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-activities': KepuActivities;
  }
}
