import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { sheet } from '../theme/styles';
import type { ReachReport, ReportTable } from './contract';
import './kepu-chart';
import './kepu-locks';
import { academyDay, Panel } from './panel';
import reportsCss from './reports.css?inline';

const FORMS = ['docx', 'pdf', 'xlsx', 'csv'] as const;
const FIRST_YEAR = 2023;

/** Reports of months and years: to look at, to print and to take along. */
@customElement('kepu-reports')
export class KepuReports extends Panel {
  static override readonly styles = [...Panel.styles, sheet(reportsCss)];

  @state() private kind: 'month' | 'year' = 'month';
  @state() private month = monthBefore();
  @state() private year = academyDay().slice(0, 4);
  @state() private report: ReachReport | undefined;

  #loading: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading?.abort();
  }

  override render(): TemplateResult {
    const { say, report } = this;
    return html`
      <div class="intro">
        <h1>${say.rooms.reports}</h1>
        <p class="lead">${say.reportsLead}</p>
      </div>
      ${this.#controls()}
      <p class="trouble" role="alert">${this.trouble}</p>
      <p class="soft making" role="status">${this.busy ? say.making : ''}</p>
      <div aria-busy=${this.busy}>${report ? this.#report(report) : nothing}</div>
      ${
        this.account.venues.length === 0
          ? html`<kepu-locks
              class="locks"
              .client=${this.client}
              .account=${this.account}
              .locale=${this.locale}
              @kepu-locks-changed=${this.#load}
            ></kepu-locks>`
          : nothing
      }
    `;
  }

  #controls(): TemplateResult {
    const { say } = this;
    return html`<form class="bar" @submit=${this.#show}>
      <label
        ><span>${say.reportKind}</span>
        <select name="kind" @change=${this.#chooseKind}>
          <option value="month" ?selected=${this.kind === 'month'}>${say.reportOfMonth}</option>
          <option value="year" ?selected=${this.kind === 'year'}>${say.reportOfYear}</option>
        </select></label
      >
      ${
        this.kind === 'month'
          ? html`<label
              ><span>${say.month}</span
              ><input
                name="month"
                type="month"
                required
                pattern="\\d{4}-\\d{2}"
                min="${FIRST_YEAR}-01"
                max=${academyDay().slice(0, 7)}
                .value=${this.month}
            /></label>`
          : html`<label
              ><span>${say.year}</span
              ><input
                name="year"
                type="number"
                required
                min=${FIRST_YEAR}
                max=${academyDay().slice(0, 4)}
                .value=${this.year}
            /></label>`
      }
      <button class="button main">${say.show}</button>
      <button
        class="button"
        type="button"
        @click=${() => {
          window.print();
        }}
      >
        ${say.print}
      </button>
      ${this.report ? this.#downloads(this.report.span) : nothing}
    </form>`;
  }

  #downloads(span: string): TemplateResult {
    const { say } = this;
    const address = `/api/v1/admin/reports/${span}`;
    return html`<div class="field" role="group" aria-label="${say.takeAlong} ${span}">
      <span aria-hidden="true">${say.takeAlong} · ${span}</span>
      <div class="presets">
        ${FORMS.map(
          (form) =>
            html`<a class="button" href="${address}/file?format=${form}" download>${say.forms[form]}</a>`,
        )}
        ${
          this.account.roles.includes('admin')
            ? html`<a class="button" href="${address}/statements" download>${say.forms.xapi}</a>`
            : nothing
        }
      </div>
    </div>`;
  }

  #report(report: ReachReport): TemplateResult {
    return html`<article class="card report" lang="zh-CN" aria-labelledby="title">
      <h2 id="title" class="title">${report.title}</h2>
      <dl>
        ${report.heading.map(
          ({ name, value }) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      <p class="soft small">${report.label}</p>
      ${report.sections.map(
        ({ id, title, notes, tables }) => html`
          <section aria-labelledby=${id}>
            <h3 id=${id}>${title}</h3>
            ${notes.map((note) => html`<p class="soft small">${note}</p>`)}
            ${tables.map((table) => this.#table(table))}
          </section>
        `,
      )}
    </article>`;
  }

  #table(table: ReportTable): TemplateResult {
    return html`<div class="part ${table.chart ? 'drawn' : ''}">
      <div class="wide" tabindex="0" role="group" aria-label=${table.title}>
        <table>
          <caption>
            ${table.title}
          </caption>
          <thead>
            <tr>
              ${table.columns.map(
                (column, at) =>
                  html`<th scope="col" class=${numeric(table, at) ? 'number' : ''}>${column}</th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${table.rows.map(
              (row) =>
                html`<tr>
                  ${row.map(({ text }, at) =>
                    at === 0
                      ? html`<th scope="row">${text}</th>`
                      : html`<td class=${numeric(table, at) ? 'number' : ''}>${text}</td>`,
                  )}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${this.#chart(table)}
    </div>`;
  }

  /** What is hidden is not drawn. */
  #chart({ title, columns, rows, chart }: ReportTable): TemplateResult | typeof nothing {
    if (!chart) return nothing;
    const drawn = rows
      .filter((row) => chart.columns.every((at) => row[at]?.number !== undefined))
      .slice(0, chart.kind === 'LINE' ? rows.length : 24);
    if (!drawn.some((row) => chart.columns.some((at) => (row[at]?.number ?? 0) > 0))) return nothing;
    return html`<kepu-chart
      label=${title}
      .names=${drawn.map((row) => row[0]?.text ?? '')}
      .series=${chart.columns.map((at) => ({
        name: columns[at] ?? '',
        values: drawn.map((row) => row[at]?.number ?? null),
        line: chart.kind === 'LINE',
      }))}
    ></kepu-chart>`;
  }

  readonly #chooseKind = (event: Event): void => {
    this.kind = (event.target as HTMLSelectElement).value === 'year' ? 'year' : 'month';
  };

  readonly #show = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    if (this.kind === 'month') this.month = form.get('month') as string;
    else this.year = form.get('year') as string;
    void this.#load();
  };

  readonly #load = async (): Promise<void> => {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    const span = this.kind === 'month' ? this.month : this.year;
    await this.attempt(async () => {
      this.report = (await this.client.get(`/api/v1/admin/reports/${span}`, loading.signal)) as ReachReport;
    });
  };
}

/** Whether a column holds numbers, or what stands for them: they stand to the right. */
function numeric({ rows }: ReportTable, column: number): boolean {
  const cells = rows.map((row) => row[column]);
  return (
    column > 0 &&
    (cells.some((cell) => cell?.number !== undefined) ||
      cells.every((cell) => cell?.text === '—' || cell?.text === '隐去'))
  );
}

/** The month that was over last. */
function monthBefore(): string {
  const [year = 0, month = 1] = academyDay().split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-reports': KepuReports;
  }
}
