import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { enumerated, noted } from '../i18n/writing';
import { sheet } from '../theme/styles';
import type { Hall, PairingCode, TerminalSettings, TerminalStanding, TerminalVersion } from './contract';
import { venueName, VENUES } from './names';
import { Register } from './register';

const LOOK_MS = 30_000;
const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const AUDIENCES = ['general', 'child', 'elder'] as const;

/** The terminals in the halls: which there are, which are silent, what they are set to. */
@customElement('kepu-terminals')
export class KepuTerminals extends Register {
  static override readonly styles = [
    ...Register.styles,
    sheet(`
      output { margin-block: 0.25rem; font-size: 2rem; font-variant-numeric: tabular-nums; font-weight: 700; letter-spacing: 0.12em }
      .state { display: inline-block; padding: 0 0.5rem; border-radius: 999px; background: var(--kepu-color-ground); font-weight: 600; white-space: nowrap }
      .state.alive { background: var(--kepu-color-accent-soft); color: var(--kepu-color-accent) }
      .state.silent { background: var(--kepu-color-danger-soft); color: var(--kepu-color-danger) }
      .silences { border-color: var(--kepu-color-danger); margin-top: 1rem }
      td small { display: block; color: var(--kepu-color-ink-soft) }
    `),
  ];

  @state() private terminals: readonly TerminalStanding[] | undefined;
  @state() private halls: readonly Hall[] = [];
  @state() private editing: TerminalStanding | undefined;
  @state() private code: PairingCode | undefined;
  @state() private history:
    { readonly id: string; readonly versions: readonly TerminalVersion[] } | undefined;
  #looking: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(() => this.#fetch());
    // Without them ids are typed by heart.
    void this.#fetchHalls().catch(() => undefined);
    // What stands here grows old by itself.
    this.#looking = setInterval(() => void this.#fetch().catch(() => undefined), LOOK_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#looking);
  }

  override render(): TemplateResult {
    const { say, terminals, code } = this;
    const silent = terminals?.filter(({ state }) => state === 'silent') ?? [];
    return html`
      <h1>${say.rooms.terminals}</h1>
      <p class="lead">${say.terminalsLead}</p>
      <p class="trouble" role="alert">${this.trouble}</p>
      ${
        silent.length > 0
          ? html`<div class="card silences" role="status">
              <h2>${say.terminalsSilent(silent.length)}</h2>
              <ul>
                ${silent.map(
                  ({ id, settings, silentSince }) =>
                    html`<li>
                      ${noted(settings.name, id, this.locale)} ${say.silentSince(this.#moment(silentSince))}
                    </li>`,
                )}
              </ul>
            </div>`
          : nothing
      }
      ${
        code
          ? html`<div class="card handed" role="status">
              <p>${say.codeFor(code.terminal)}</p>
              <output>${code.code.slice(0, 4)} ${code.code.slice(4)}</output>
              <p class="soft small">${say.codeHint(location.origin, this.#moment(code.expiresAt))}</p>
            </div>`
          : nothing
      }
      ${
        terminals?.length === 0
          ? html`<p class="card list soft">${say.terminalsNone}</p>`
          : html`<div class="card wide list" tabindex="0" role="region" aria-label=${say.rooms.terminals}>
              <table>
                <thead>
                  <tr>
                    ${[say.terminal, say.place, say.status, say.availability, say.version].map(
                      (title) => html`<th scope="col">${title}</th>`,
                    )}
                    <td></td>
                  </tr>
                </thead>
                <tbody>
                  ${terminals?.map((terminal) => this.#row(terminal))}
                </tbody>
              </table>
            </div>`
      }
      ${this.history ? this.#versions(this.history) : nothing}
      ${this.#mayChange ? keyed(this.editing?.id ?? '', this.#form()) : nothing}
    `;
  }

  get #mayChange(): boolean {
    return this.account.roles.includes('admin');
  }

  #row(terminal: TerminalStanding): TemplateResult {
    const { say } = this;
    const { id, settings, state, availability, minutes, openingMinutes } = terminal;
    return html`<tr>
      <th scope="row">${settings.name}<small class="soft"> ${id}</small></th>
      <td>
        ${this.#place(settings).filter(Boolean).join(' · ')}
        <small
          >${settings.opens}–${settings.closes}${
            settings.closedOn.length > 0
              ? ` · ${say.closedOn(
                  enumerated(
                    settings.closedOn.map((day) => say.weekdays[day - 1] ?? ''),
                    this.locale,
                  ),
                )}`
              : nothing
          }</small
        >
      </td>
      <td>
        <span class="state ${state}">${say.terminalStates[state]}</span>
        ${
          terminal.silentSince
            ? html`<small>${say.silentSince(this.#moment(terminal.silentSince))}</small>`
            : nothing
        }
      </td>
      <td>
        ${availability === null ? say.notApplicable : this.percent(availability)}
        <small>${openingMinutes === 0 ? nothing : say.minutesOf(minutes, openingMinutes)}</small>
      </td>
      <td>
        ${terminal.version}
        ${
          terminal.appliedVersion !== null && terminal.appliedVersion !== terminal.version
            ? html`<small>${say.stillShows(terminal.appliedVersion)}</small>`
            : nothing
        }
      </td>
      <td>${this.#mayChange ? this.#actions(terminal) : nothing}</td>
    </tr>`;
  }

  #actions(terminal: TerminalStanding): TemplateResult {
    const { say } = this;
    return html`<div class="presets">
      ${this.rowButton(terminal.id, say.pairingCode, () => void this.#offer(terminal))}
      ${this.rowButton(terminal.id, say.edit, () => {
        this.editing = terminal;
      })}
      ${this.rowButton(terminal.id, say.versions, () => void this.#look(terminal.id))}
      ${
        terminal.pairedAt
          ? this.rowButton(terminal.id, say.revoke, () => {
              if (confirm(say.revokeSure(terminal.settings.name))) void this.#revoke(terminal);
            })
          : nothing
      }
    </div>`;
  }

  #versions({ id, versions }: { id: string; versions: readonly TerminalVersion[] }): TemplateResult {
    const { say } = this;
    return html`<div class="card wide list" tabindex="0" role="region" aria-label=${say.versionsOf(id)}>
      <h2>${say.versionsOf(id)}</h2>
      <table>
        <tbody>
          ${versions.map(
            ({ number, settings, changedBy, at }, row) =>
              html`<tr>
                <th scope="row">${number}</th>
                <td>${this.#described(settings)}</td>
                <td>${changedBy}<small>${this.#moment(at)}</small></td>
                <td>
                  ${
                    row === 0
                      ? say.inForce
                      : html`<button
                          class="button"
                          type="button"
                          ?disabled=${this.busy}
                          aria-label=${`${say.rollBack} ${number}`}
                          @click=${() => void this.#rollBack(id, number)}
                        >
                          ${say.rollBack}
                        </button>`
                  }
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #described(settings: TerminalSettings): string {
    const { say } = this;
    return [
      settings.name,
      ...this.#place(settings),
      `${settings.opens}–${settings.closes}`,
      say.listeners[settings.audience],
      settings.low ? say.lowMode : '',
      settings.large ? say.largeText : '',
    ]
      .filter(Boolean)
      .join(' · ');
  }

  #form(): TemplateResult {
    const { say, editing } = this;
    const set = editing?.settings;
    const venues = this.account.venues.length > 0 ? this.account.venues : VENUES;
    return html`<form class="card list" @submit=${this.#save}>
      <h2>${editing ? `${say.edit} ${editing.id}` : say.addTerminal}</h2>
      <div class="bar">
        ${
          editing
            ? nothing
            : html`<label
                ><span>${say.terminalId}</span
                ><input name="id" required maxlength="64" pattern="[A-Za-z0-9._:\\-]+" placeholder="milu-1"
              /></label>`
        }
        <label
          ><span>${say.terminalName}</span
          ><input name="name" required maxlength="64" .value=${set?.name ?? ''}
        /></label>
        <label
          ><span>${say.venue}</span
          ><select name="venue">
            ${venues.map(
              (venue) =>
                html`<option value=${venue} ?selected=${venue === set?.venue}>
                  ${venueName(venue, this.locale)}
                </option>`,
            )}
          </select></label
        >
        <label
          ><span>${say.hall}</span><input name="hall" list="halls" maxlength="64" .value=${set?.hall ?? ''}
        /></label>
        <label
          ><span>${say.exhibit}</span
          ><input
            name="exhibit"
            list="exhibits"
            maxlength="64"
            placeholder="milu-01"
            .value=${set?.exhibit ?? ''}
        /></label>
        ${this.#choices()}
        <label
          ><span>${say.opens}</span
          ><input name="opens" type="time" required value="09:00" .value=${set?.opens ?? '09:00'}
        /></label>
        <label
          ><span>${say.closes}</span
          ><input name="closes" type="time" required value="17:00" .value=${set?.closes ?? '17:00'}
        /></label>
        <label
          ><span>${say.listener}</span
          ><select name="audience">
            ${AUDIENCES.map(
              (audience) =>
                html`<option value=${audience} ?selected=${audience === set?.audience}>
                  ${say.listeners[audience]}
                </option>`,
            )}
          </select></label
        >
      </div>
      <fieldset>
        <legend>${say.closedDays}</legend>
        ${DAYS.map((day) => this.box('closedOn', say.weekdays[day - 1] ?? '', set?.closedOn.includes(day) ?? false, day))}
      </fieldset>
      <label
        ><span>${say.closures}</span
        ><input name="closures" placeholder="2027-02-06 2027-02-07" .value=${set?.closures.join(' ') ?? ''}
      /></label>
      <fieldset>
        ${this.box('low', say.lowMode, set?.low ?? false)}
        ${this.box('large', say.largeText, set?.large ?? false)}
      </fieldset>
      ${this.formEnd(editing ? say.save : say.register, editing && this.#leave)}
    </form>`;
  }

  /** The halls and exhibits there are; another id may be typed all the same. */
  #choices(): TemplateResult {
    const option = (id: string, ...names: string[]): TemplateResult =>
      html`<option value=${id}>${names.join(' · ')}</option>`;
    return html`<datalist id="halls">
        ${this.halls.map(({ id, venue, names }) => option(id, venueName(venue, this.locale), this.#named(names, id)))}
      </datalist>
      <datalist id="exhibits">
        ${this.halls.flatMap((hall) =>
          hall.exhibits.map(({ id, names }) =>
            option(
              id,
              venueName(hall.venue, this.locale),
              this.#named(hall.names, hall.id),
              this.#named(names, id),
            ),
          ),
        )}
      </datalist>`;
  }

  /** Venue, hall and exhibit by their names; what has none, by its id. */
  #place({ venue, hall, exhibit }: TerminalSettings): (string | null)[] {
    const known = this.halls.find(({ id }) => id === hall);
    const shown = this.halls.flatMap(({ exhibits }) => exhibits).find(({ id }) => id === exhibit);
    return [
      venueName(venue, this.locale),
      known ? this.#named(known.names, known.id) : hall,
      shown ? this.#named(shown.names, shown.id) : exhibit,
    ];
  }

  #named(names: Readonly<Record<string, string>>, id: string): string {
    return names[this.locale] ?? names['zh-CN'] ?? id;
  }

  readonly #leave = (): void => {
    this.editing = undefined;
  };

  readonly #save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const entries = new FormData(form);
    const text = (name: string): string => (entries.get(name) as string | null)?.trim() ?? '';
    const body = {
      name: text('name'),
      venue: text('venue'),
      hall: text('hall'),
      exhibit: text('exhibit'),
      opens: text('opens'),
      closes: text('closes'),
      closedOn: entries.getAll('closedOn').map(Number),
      closures: text('closures')
        .split(/[\s,，、]+/u)
        .filter(Boolean),
      audience: text('audience'),
      low: entries.has('low'),
      large: entries.has('large'),
    };
    const { editing } = this;
    await this.attempt(async () => {
      if (editing) await this.client.send('PUT', this.#path(editing.id), body);
      else await this.client.send('POST', '/api/v1/admin/terminals', { id: text('id'), ...body });
      this.editing = undefined;
      form.reset();
      await this.#fetch();
      if (this.history) await this.#fetchVersions(this.history.id);
    });
  };

  async #offer({ id }: TerminalStanding): Promise<void> {
    await this.attempt(async () => {
      this.code = (await this.client.send('POST', `${this.#path(id)}/code`)) as PairingCode;
    });
  }

  async #revoke({ id }: TerminalStanding): Promise<void> {
    await this.attempt(async () => {
      await this.client.send('DELETE', `${this.#path(id)}/token`);
      await this.#fetch();
    });
  }

  async #look(id: string): Promise<void> {
    await this.attempt(() => this.#fetchVersions(id));
  }

  async #rollBack(id: string, number: number): Promise<void> {
    await this.attempt(async () => {
      await this.client.send('POST', `${this.#path(id)}/versions/${number}/restore`);
      await this.#fetchVersions(id);
      await this.#fetch();
    });
  }

  async #fetchVersions(id: string): Promise<void> {
    const versions = (await this.client.get(`${this.#path(id)}/versions`)) as TerminalVersion[];
    this.history = { id, versions };
  }

  async #fetchHalls(): Promise<void> {
    const halls = await this.client.get('/api/v1/halls');
    if (Array.isArray(halls)) this.halls = halls as Hall[];
  }

  async #fetch(): Promise<void> {
    const terminals = (await this.client.get('/api/v1/admin/terminals')) as TerminalStanding[];
    this.terminals = terminals;
    // A code that was used has done its work.
    if (
      this.code &&
      !terminals.some(({ id, codeExpiresAt }) => id === this.code?.terminal && codeExpiresAt)
    ) {
      this.code = undefined;
    }
  }

  #path(id: string): string {
    return `/api/v1/admin/terminals/${encodeURIComponent(id)}`;
  }

  #moment(at: string | null): string {
    return at === null
      ? ''
      : new Date(at).toLocaleString(this.locale, {
          timeZone: 'Asia/Shanghai',
          month: 'numeric',
          day: 'numeric',
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
        });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-terminals': KepuTerminals;
  }
}
