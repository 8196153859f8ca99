import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { said } from '../i18n/writing';
import { sheet } from '../theme/styles';
import type { Filed, Import, Standing } from './contract';
import { Panel } from './panel';

/** Tables of what units report, and the plans that it is held to. */
@customElement('kepu-ledgers')
export class KepuLedgers extends Panel {
  static override readonly styles = [
    ...Panel.styles,
    sheet(`
      section { margin-top: 1.5rem }
      progress { width: 100%; height: 0.625rem; accent-color: var(--kepu-color-accent) }
      code { font-family: ui-monospace, monospace; overflow-wrap: anywhere }
      .targets { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: 0.75rem 1.5rem; margin-top: 0.75rem }
    `),
  ];

  @state() private standings: readonly Standing[] = [];
  @state() private file: File | undefined;
  @state() private filed: readonly Filed[] = [];
  @state() private looked: Import | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(() => this.#fetch());
  }

  override render(): TemplateResult {
    const { say } = this;
    const mayImport = this.account.roles.some((role) => role === 'admin' || role === 'curator');
    return html`
      <h1>${say.rooms.ledgers}</h1>
      <p class="lead">${say.ledgersLead}</p>
      <p class="trouble" role="alert">${this.trouble}</p>
      ${mayImport ? this.#import() : nothing} ${this.#evidence(mayImport)}
      <section aria-labelledby="plans">
        <h2 id="plans">${say.plans}</h2>
        <div class="list">${this.standings.map((standing) => this.#standing(standing))}</div>
      </section>
    `;
  }

  #import(): TemplateResult {
    const { say, looked } = this;
    return html`<section class="card" aria-labelledby="import">
      <h2 id="import">${say.import}</h2>
      <p class="soft small">${say.importHint}</p>
      <p class="small"><code>类别,编号,名称,项目,场馆,填报单位,日期,来源,数量,证据等级,证据</code></p>
      <div class="bar">
        <label
          ><span>${say.chooseFile}</span>
          <input type="file" accept=".csv,.xlsx" @change=${this.#choose} />
        </label>
        <button
          class="button main"
          type="button"
          ?disabled=${this.busy || !looked || looked.kept || looked.problems.length > 0}
          @click=${this.#keep}
        >
          ${say.keep}
        </button>
      </div>
      <div role="status">${looked ? this.#looked(looked) : nothing}</div>
    </section>`;
  }

  #evidence(mayImport: boolean): TemplateResult {
    const { say } = this;
    return html`<section class="card" aria-labelledby="evidence">
      <h2 id="evidence">${say.evidence}</h2>
      <p class="soft small">${say.evidenceLead}</p>
      ${
        mayImport
          ? html`<form class="bar" @submit=${this.#handIn}>
              <label
                ><span>${say.evidenceName}</span><input name="evidence" required maxlength="200"
              /></label>
              <label
                ><span>${say.chooseFile}</span
                ><input name="file" type="file" required accept=".pdf,.png,.jpg,.jpeg"
              /></label>
              <button class="button main" ?disabled=${this.busy}>${say.evidenceUp}</button>
            </form>`
          : nothing
      }
      ${
        this.filed.length === 0
          ? html`<p class="soft">${say.empty}</p>`
          : html`<table>
              <thead>
                <tr>
                  ${[say.evidenceName, say.evidenceFile, say.digestOf, say.handedIn].map(
                    (title) => html`<th scope="col">${title}</th>`,
                  )}
                </tr>
              </thead>
              <tbody>
                ${this.filed.map(
                  ({ evidence, sha256, fileName, by, at }) =>
                    html`<tr>
                      <th scope="row">${evidence}</th>
                      <td><a href="/api/v1/admin/ledgers/evidence/${sha256}" download>${fileName}</a></td>
                      <td><code class="small">${sha256}</code></td>
                      <td>${by}<br /><span class="soft small">${this.day(at)}</span></td>
                    </tr>`,
                )}
              </tbody>
            </table>`
      }
    </section>`;
  }

  #looked({ kept, lines, activities, problems }: Import): TemplateResult {
    const { say } = this;
    const count = (effect: string) => lines.filter((line) => line.effect === effect).length;
    return html`
      <p>
        <b
          >${kept ? say.importKept : problems.length > 0 ? say.importBroken(problems.length) : say.importLooked}</b
        >
        ${say.importCounts(count('NEW'), count('CHANGED'), count('SAME'))}
        ${activities.length === 0 ? nothing : say.importActivities(activities.length)}
      </p>
      ${
        problems.length === 0
          ? nothing
          : html`<table>
              <thead>
                <tr>
                  ${[say.row, say.column, say.problem].map((title) => html`<th scope="col">${title}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${problems.map(
                  (problem) =>
                    html`<tr>
                      <th scope="row">${say.rowNumber(problem.row)}</th>
                      <td>${problem.column}</td>
                      <td>
                        ${problem.value ? said(say.problems[problem.code] ?? problem.code, problem.value, this.locale) : (say.problems[problem.code] ?? problem.code)}
                      </td>
                    </tr>`,
                )}
              </tbody>
            </table>`
      }
      ${
        lines.length === 0
          ? nothing
          : html`<details>
              <summary>${say.table}</summary>
              <table>
                <thead>
                  <tr>
                    ${[say.row, say.effect, say.title, say.day].map((title) => html`<th scope="col">${title}</th>`)}
                    <th scope="col" class="number">${say.amount}</th>
                    <th scope="col">${say.grade}</th>
                  </tr>
                </thead>
                <tbody>
                  ${lines.map(
                    ({ row, effect, entry }) =>
                      html`<tr>
                        <td>${row}</td>
                        <td>${say.effects[effect]}</td>
                        <th scope="row">${entry.title}</th>
                        <td class="number">${entry.day}</td>
                        <td class="number">${this.number(entry.amount)}</td>
                        <td>${entry.grade}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </details>`
      }
    `;
  }

  #standing(standing: Standing): TemplateResult {
    const { say } = this;
    const { plan } = standing;
    const targets = (['activities', 'books', 'products', 'visits'] as const).filter(
      (target) => standing[target].target > 0,
    );
    return html`<article class="card">
      <h2>${plan.name}</h2>
      <p class="soft small">
        ${plan.first} — ${plan.last} ·
        ${standing.over ? say.planOver : say.planElapsed(this.percent(standing.elapsed))}
      </p>
      <div class="targets">
        ${targets.map((target) => {
          const { actual, target: wanted, share, gap } = standing[target];
          return html`<div>
            <p><b>${say.targets[target]}</b> ${this.number(actual)} / ${this.number(wanted)}</p>
            <progress max="1" value=${Math.min(share, 1)} aria-label=${say.targets[target]}></progress>
            <p class="soft small">${this.percent(share)} · ${say.pace(this.number(Math.round(gap)))}</p>
          </div>`;
        })}
      </div>
    </article>`;
  }

  readonly #choose = (event: Event): void => {
    this.file = (event.target as HTMLInputElement).files?.[0];
    this.looked = undefined;
    void this.#send(true);
  };

  readonly #keep = (): void => {
    void this.#send(false);
  };

  async #send(preview: boolean): Promise<void> {
    const { file } = this;
    if (!file) return;
    await this.attempt(async () => {
      this.looked = (await this.client.send(
        'POST',
        `/api/v1/admin/ledgers?preview=${preview}`,
        file,
      )) as Import;
      if (!preview) await this.#fetch();
    });
  }

  readonly #handIn = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const fields = new FormData(form);
    const file = fields.get('file') as File;
    const query = new URLSearchParams({ evidence: fields.get('evidence') as string, name: file.name });
    void this.attempt(async () => {
      await this.client.send('POST', `/api/v1/admin/ledgers/evidence?${query}`, file);
      form.reset();
      await this.#fetch();
    });
  };

  async #fetch(): Promise<void> {
    this.filed = (await this.client.get('/api/v1/admin/ledgers/evidence')) as Filed[];
    this.standings = (await this.client.get('/api/v1/admin/plans')) as Standing[];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-ledgers': KepuLedgers;
  }
}
