import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { ApiError } from '../client/failure';
import { sheet } from '../theme/styles';
import type { Activity, ActivityForm, ActivityRegister, Programme } from './contract';
import { venueName, VENUES } from './names';
import { Panel } from './panel';

const FORMS: readonly ActivityForm[] = ['on_site', 'online', 'both'];
const FIELDS = [
  'name',
  'programme',
  'first',
  'last',
  'venue',
  'hall',
  'region',
  'unit',
  'form',
] as const satisfies readonly (keyof Activity)[];
const CHANGED: ReadonlySet<string | undefined> = new Set(['activity_changed', 'programme_changed']);

/** A field that somebody else changed while it stood in the form here. */
interface Merged {
  readonly words: string;
  readonly theirs: string;
  /** What was typed here instead, and stays. */
  readonly mine: string | undefined;
}

/** What the academy holds: activities and the programmes they are part of. */
@customElement('kepu-activities')
export class KepuActivities extends Panel {
  static override readonly styles = [
    ...Panel.styles,
    sheet(`
      section { margin-top: 1.5rem }
      td small { display: block }
      form .bar label { flex: 1 1 12rem }
      form .bar { margin-bottom: 0.75rem }
      .stale { display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; align-items: center; margin-block: 0.75rem; border-color: var(--kepu-color-danger) }
      .stale p { flex: 1 1 18rem; margin: 0 }
      .merged { margin-top: 0.75rem; padding: 0.75rem 1rem; border-radius: var(--kepu-radius-s); background: var(--kepu-color-accent-soft) }
      .merged p, .merged ul { margin: 0 }
      .merged ul { padding-inline-start: 1.25rem; overflow-wrap: anywhere }
    `),
  ];

  @state() private register: ActivityRegister | undefined;
  @state() private editing: Activity | undefined;
  @state() private stale = false;
  @state() private merged: readonly Merged[] | undefined;
  /** What the form's content goes out from: `editing`, or what was loaded after that. */
  #base: Activity | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(() => this.#fetch());
  }

  override render(): TemplateResult {
    const { say, register } = this;
    const mayChange = this.#mayChange;
    return html`
      <h1>${say.rooms.activities}</h1>
      <p class="lead">${say.activitiesLead}</p>
      ${
        this.stale
          ? html`<div class="card stale" role="alert">
              <p>${this.trouble}</p>
              <button
                id="reload"
                class="button main"
                type="button"
                ?disabled=${this.busy}
                @click=${() => void this.#reload()}
              >
                ${this.editing ? say.reloadKeeping : say.reload}
              </button>
            </div>`
          : html`<p class="trouble" role="alert">${this.trouble}</p>`
      }
      ${register && mayChange ? keyed(this.editing?.id ?? '', this.#form(register.programmes)) : nothing}
      ${register ? this.#activities(register, mayChange) : nothing}
      ${register && this.account.roles.includes('admin') && this.account.venues.length === 0 ? this.#programmes(register.programmes) : nothing}
    `;
  }

  get #mayChange(): boolean {
    return this.account.roles.some((role) => role === 'admin' || role === 'curator');
  }

  /** Whoever is bound to venues changes what is held there, and no address names some numbers of tables. */
  #mayChangeIt({ id, venue }: Activity): boolean {
    const { venues } = this.account;
    return this.#mayChange && (venues.length === 0 || venues.includes(venue)) && !/[/\\;%]/.test(id);
  }

  #activities({ activities, programmes }: ActivityRegister, mayChange: boolean): TemplateResult {
    const { say } = this;
    const named = (id: string) => programmes.find((programme) => programme.id === id)?.name ?? id;
    return html`<div>
      <h2>${say.activities}</h2>
      ${
        activities.length === 0
          ? html`<p class="soft">${say.empty}</p>`
          : html`<div class="card wide" tabindex="0" role="region" aria-label=${say.activities}>
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
                        ${
                          mayChange
                            ? html`<td>
                                ${this.#mayChangeIt(activity) ? this.#buttons(activity) : nothing}
                              </td>`
                            : nothing
                        }
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
      this.#edit(activity);
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#form')?.focus());
    })}
    ${button(activity.closed ? say.reopen : say.close, () => {
      void this.#keep({ ...activity, closed: !activity.closed }).then((kept) => {
        // It is the same person who goes on writing in the form.
        if (kept && this.editing?.id === activity.id && this.#base?.version === activity.version) {
          this.#base = this.#latest(activity.id);
        }
      });
    })}`;
  }

  #edit(activity: Activity | undefined): void {
    this.editing = activity;
    this.#base = activity;
    this.merged = undefined;
    this.stale = false;
    this.trouble = '';
  }

  #latest(wanted: string): Activity | undefined {
    return this.register?.activities.find(({ id }) => id === wanted);
  }

  #form(programmes: readonly Programme[]): TemplateResult {
    const { say, editing } = this;
    const venues = this.account.venues.length > 0 ? this.account.venues : ['', ...VENUES];
    const its = [editing?.programme, editing && this.#latest(editing.id)?.programme];
    const open = programmes.filter(({ id, closed }) => !closed || its.includes(id));
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
      ${this.merged ? this.#mergedNote(this.merged) : nothing}
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
                  this.#edit(undefined);
                }}
              >
                ${say.cancel}
              </button>`
            : nothing
        }
      </div>
    </form>`;
  }

  #mergedNote(merged: readonly Merged[]): TemplateResult {
    const { say } = this;
    return html`<div class="merged" role="status">
      <p>${merged.length > 0 ? say.merged : say.mergedNothing}</p>
      <ul>
        ${merged.map(({ words, theirs, mine }) => {
          const now = theirs || '—';
          return html`<li>
            ${mine === undefined ? say.mergedTaken(words, now) : say.mergedKept(words, now, mine || '—')}
          </li>`;
        })}
      </ul>
    </div>`;
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
                <td>
                  ${programme.closed ? say.activityClosed : say.activityOpen}${
                    programme.closedOn
                      ? html`<small class="soft">${say.closedSince(programme.closedOn)}</small>`
                      : nothing
                  }
                </td>
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
    const { closed = false, version } = this.#base ?? {};
    void this.#keep({ ...fields, id, closed, version } as Activity).then((kept) => {
      if (!kept) return;
      this.#edit(undefined);
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
    const { name, programme, venue, hall, region, first, last, unit, form, closed, version } = activity;
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
      version,
    });
  }

  async #keepProgramme({
    id,
    name,
    closed,
    version,
  }: Omit<Programme, 'closedOn' | 'version'> & Partial<Programme>): Promise<boolean> {
    return this.#put(`/api/v1/admin/programmes/${encodeURIComponent(id)}`, { name, closed, version });
  }

  async #put(path: string, body: unknown): Promise<boolean> {
    this.stale = false;
    await this.attempt(async () => {
      try {
        await this.client.send('PUT', path, body);
      } catch (error) {
        this.stale = error instanceof ApiError && CHANGED.has(error.failure.code);
        throw error;
      }
      await this.#fetch();
    });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#reload')?.focus();
    return this.trouble === '';
  }

  /** Shows what others made of it meanwhile; what was typed here stays. */
  async #reload(): Promise<void> {
    const form = this.renderRoot.querySelector<HTMLFormElement>('#form');
    await this.attempt(() => this.#fetch());
    if (this.trouble) return;
    this.stale = false;
    await this.updateComplete;
    const latest = this.#base && this.#latest(this.#base.id);
    if (!form || !this.#base || !latest || latest.version === this.#base.version) return;
    this.merged = this.#merge(form, this.#base, latest);
    this.#base = latest;
    form.focus();
  }

  /** Whatever nobody touched here becomes what it is now. */
  #merge(form: HTMLFormElement, base: Activity, latest: Activity): Merged[] {
    const { say } = this;
    const merged: Merged[] = [];
    for (const field of FIELDS.filter((name) => latest[name] !== base[name])) {
      const control = form.elements.namedItem(field) as HTMLInputElement | HTMLSelectElement;
      const mine = control.value;
      const untouched = mine === base[field];
      if (untouched) control.value = latest[field];
      merged.push({
        words: this.#fieldName(field),
        theirs: this.#shown(field, latest[field]),
        mine: untouched ? undefined : this.#shown(field, mine),
      });
    }
    if (latest.closed !== base.closed) {
      const theirs = latest.closed ? say.activityClosed : say.activityOpen;
      merged.push({ words: say.status, theirs, mine: undefined });
    }
    return merged;
  }

  #fieldName(field: (typeof FIELDS)[number]): string {
    const { say } = this;
    const { activityName: name, programme, firstDay: first, lastDay: last, venue } = say;
    const { hall, city: region, unit, takingPart: form } = say;
    return { name, programme, first, last, venue, hall, region, unit, form }[field];
  }

  #shown(field: (typeof FIELDS)[number], value: string): string {
    if (field === 'programme') return this.register?.programmes.find(({ id }) => id === value)?.name ?? value;
    if (field === 'venue') return value ? venueName(value, this.locale) : this.say.elsewhere;
    return field === 'form' ? this.say.activityForms[value as ActivityForm] : value;
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
