import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { noted } from '../i18n/writing';
import { sheet } from '../theme/styles';
import type { ActivityRegister, LedgerTotals, Metrics, Row, Summary } from './contract';
import './kepu-chart';
import metricsCss from './metrics.css?inline';
import { topicName, venueName, VENUES } from './names';
import { academyDay, Panel } from './panel';
import type { Defined, Preset } from './words';

const DEFINITION = 'kepu-reach 1';

/** The figures of a period: reach by its ledgers, quality, and what they are divided by. */
@customElement('kepu-metrics')
export class KepuMetrics extends Panel {
  static override readonly styles = [...Panel.styles, sheet(metricsCss)];

  @state() private from = academyDay(-29);
  @state() private to = academyDay();
  @state() private preset: Preset | undefined = 'month';
  @state() private venue = '';
  @state() private metrics: Metrics | undefined;
  /** Nothing where one venue is looked at: what is imported is of all. */
  @state() private ledgers: LedgerTotals | undefined;

  @state() private register: ActivityRegister = { programmes: [], activities: [] };

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
    const { say, metrics } = this;
    return html`
      <div class="head">
        <h1>${say.rooms.reach}</h1>
        ${metrics ? html`<p class="soft">${period(metrics.period)}</p>` : nothing}
      </div>
      ${this.#controls()}
      <p class="trouble" role="alert">${this.trouble}</p>
      <div aria-busy=${this.busy} aria-live="off">${metrics ? this.#all(metrics) : nothing}</div>
    `;
  }

  #controls(): TemplateResult {
    const { say } = this;
    const venues = this.account.venues.length > 0 ? this.account.venues : VENUES;
    return html`<form class="bar" @submit=${this.#show}>
      <div class="field" role="group" aria-label=${say.period}>
        <span aria-hidden="true">${say.period}</span>
        <div class="presets">
          ${(Object.keys(say.presets) as Preset[]).map(
            (preset) =>
              html`<button
                class="button"
                type="button"
                aria-pressed=${preset === this.preset}
                @click=${() => {
                  this.#choose(preset);
                }}
              >
                ${say.presets[preset]}
              </button>`,
          )}
        </div>
      </div>
      <label><span>${say.from}</span><input name="from" type="date" required .value=${this.from} /></label>
      <label><span>${say.to}</span><input name="to" type="date" required .value=${this.to} /></label>
      <label
        ><span>${say.venue}</span>
        <select name="venue">
          <option value="">${say.allVenues}</option>
          ${venues.map(
            (venue) =>
              html`<option value=${venue} ?selected=${venue === this.venue}>
                ${venueName(venue, this.locale)}
              </option>`,
          )}
        </select></label
      >
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
    </form>`;
  }

  #all(metrics: Metrics): TemplateResult {
    const { say } = this;
    return html`
      <p class="printed small">${say.printed(academyDay(), DEFINITION)}</p>
      <section aria-labelledby="ledgers">
        <div class="head">
          <h2 id="ledgers">${say.ledgers}</h2>
          <p class="soft small">${say.ledgersNote}</p>
        </div>
        <div class="ledgers">
          ${this.#figure(
            'r1',
            say.r1,
            this.number(metrics.figures.visits),
            this.#change(metrics, (it) => it.visits),
          )}
          ${this.#imported(say.r2, (it) => it.offline)} ${this.#imported(say.r3, (it) => it.online)}
          ${this.#imported(say.r4, (it) => it.media)}
        </div>
        ${this.ledgers ? this.#served(this.ledgers) : nothing}
      </section>
      <section aria-labelledby="quality">
        <h2 id="quality">${say.figures}</h2>
        <div class="figures">${this.#quality(metrics)}</div>
      </section>
      <section>
        <p class="soft small">${say.hiddenNote}</p>
        <div class="charts">${this.#charts(metrics)}</div>
      </section>
    `;
  }

  #imported(ledger: Defined, of: (it: LedgerTotals['totals']) => number): TemplateResult {
    const amount = this.ledgers ? of(this.ledgers.totals) : 0;
    return amount === 0
      ? this.#figure('absent', ledger, this.say.notImported)
      : this.#figure('', ledger, this.number(amount));
  }

  #served({ served, overlap, totals }: LedgerTotals): TemplateResult {
    const { say } = this;
    const { activities, books, products } = totals;
    return html`<div class="served">
      ${this.#figure(
        'r1',
        say.served,
        this.number(served),
        html`<span>${say.servedOf(overlap)}</span
          ><span>${say.activitiesOf(activities, books, products)}</span>`,
      )}
    </div>`;
  }

  #quality(metrics: Metrics): TemplateResult[] {
    const { say } = this;
    const { figures } = metrics;
    const rate = (defined: Defined, of: (it: Summary) => number | null) => {
      const value = of(figures);
      return this.#figure('', defined, value === null ? say.notApplicable : this.percent(value));
    };
    const { satisfaction } = figures;
    return [
      this.#figure(
        '',
        say.asked,
        this.number(figures.questions),
        this.#change(metrics, (it) => it.questions),
      ),
      this.#figure(
        '',
        say.visitors,
        this.number(figures.visitorDays),
        this.#change(metrics, (it) => it.visitorDays),
      ),
      rate(say.answered, (it) => it.answeredRate),
      rate(say.grounded, (it) => it.groundedRate),
      rate(say.noSource, (it) => it.noSourceRate),
      this.#figure(
        '',
        say.refused,
        this.number(figures.refused),
        html`<span>${say.crisisOf(figures.crisis)}</span>`,
      ),
      satisfaction
        ? this.#figure(
            '',
            say.satisfaction,
            this.percent(satisfaction.share),
            html`<span
              >${say.satisfactionOf(
                this.percent(satisfaction.lower),
                this.percent(satisfaction.upper),
                satisfaction.n,
                this.percent(figures.responseRate ?? 0),
              )}</span
            >`,
          )
        : this.#figure(
            '',
            say.satisfaction,
            say.notApplicable,
            html`<span>${say.tooFewVotes(figures.votes)}</span>`,
          ),
    ];
  }

  #figure(
    look: string,
    { name, definition }: Defined,
    value: string,
    beside?: TemplateResult,
  ): TemplateResult {
    return html`<div class="card figure ${look}">
      <p class="name">${name}</p>
      <p class="value">${value}</p>
      ${beside ? html`<p class="change">${beside}</p>` : nothing}
      <details>
        <summary>${this.say.definition}</summary>
        <p>${definition}</p>
      </details>
    </div>`;
  }

  #change(metrics: Metrics, of: (it: Summary) => number): TemplateResult {
    const { say } = this;
    const compared = (other: Summary) => {
      const before = of(other);
      return before === 0
        ? say.noComparison
        : say.change(Math.round((100 * (of(metrics.figures) - before)) / before));
    };
    return html`<span title=${period(metrics.before)}
        >${say.previous} ${compared(metrics.figuresBefore)}</span
      >
      <span title=${period(metrics.yearBefore)}
        >${say.lastYear} ${compared(metrics.figuresYearBefore)}</span
      >`;
  }

  #charts(metrics: Metrics): TemplateResult[] {
    const { say, locale } = this;
    const channel = (key: string) => say.channel[key] ?? key;
    const audience = (key: string) => say.audience[key] ?? key;
    return [
      this.#chart(
        'whole',
        say.trend,
        say.day,
        metrics.days.map(({ day, ...row }) => ({ key: day, ...row })),
        String,
        {
          line: true,
        },
      ),
      this.#chart('', say.hours, say.hours, hours(metrics.hours), say.hour, {}),
      this.#topics(metrics),
      this.#chart('third', say.channels, say.channels, metrics.channels, channel, { lying: true }),
      this.#chart('third', say.byVenue, say.byVenue, metrics.venues, (key) => venueName(key, locale), {
        lying: true,
      }),
      this.#chart('third', say.audiences, say.audiences, metrics.audiences, audience, { lying: true }),
      ...this.#occasions(metrics),
      this.#latency(metrics),
      this.#stays(metrics),
    ];
  }

  #chart(
    width: string,
    title: string,
    of: string,
    rows: readonly Row[],
    name: (key: string) => string,
    { lying = false, line = false },
  ): TemplateResult {
    const { say } = this;
    return html`<div class="card ${width}">
      <h2>${title}</h2>
      ${
        rows.length === 0
          ? html`<p class="soft">${say.empty}</p>`
          : html`${
                rows.every((row) => row.visits === null && row.questions === null)
                  ? this.#allHidden()
                  : html`<kepu-chart
                      label=${title}
                      ?lying=${lying}
                      .names=${rows.map((row) => name(row.key))}
                      .series=${[
                        { name: say.visits, values: rows.map((row) => row.visits) },
                        { name: say.questions, values: rows.map((row) => row.questions), line },
                      ]}
                    ></kepu-chart>`
              }
              <details>
                <summary>${say.table}<span class="visually-hidden"> ${title}</span></summary>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">${of}</th>
                      <th scope="col" class="number">${say.visits}</th>
                      <th scope="col" class="number">${say.questions}</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${rows.map(
                      (row) =>
                        html`<tr>
                          <th scope="row">${name(row.key)}</th>
                          <td class="number">${this.#cell(row.visits)}</td>
                          <td class="number">${this.#cell(row.questions)}</td>
                        </tr>`,
                    )}
                  </tbody>
                </table>
              </details>`
      }
    </div>`;
  }

  #topics({ topics }: Metrics): TemplateResult {
    const { say, locale } = this;
    const shown = topics.filter((topic) => topic.percent !== null).slice(0, 10);
    return html`<div class="card">
      <h2>${say.topics}</h2>
      <p class="soft small">${say.topicsNote}</p>
      ${
        topics.length === 0
          ? html`<p class="soft">${say.empty}</p>`
          : html`${
                shown.length === 0
                  ? this.#allHidden()
                  : html`<kepu-chart
                      label=${say.topics}
                      lying
                      .names=${shown.map((topic) => topicName(topic.key, locale))}
                      .series=${[{ name: `${say.share} %`, values: shown.map((topic) => topic.percent) }]}
                    ></kepu-chart>`
              }
              <details>
                <summary>${say.table}<span class="visually-hidden"> ${say.topics}</span></summary>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">${say.topics}</th>
                      <th scope="col" class="number">${say.questions}</th>
                      <th scope="col" class="number">${say.share}</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${topics.map(
                      (topic) =>
                        html`<tr>
                          <th scope="row">${topicName(topic.key, locale)}</th>
                          <td class="number">${this.#cell(topic.questions)}</td>
                          <td class="number">${topic.percent === null ? say.hidden : `${topic.percent}%`}</td>
                        </tr>`,
                    )}
                  </tbody>
                </table>
              </details>`
      }
    </div>`;
  }

  /** Activities, programmes and regions, whose numbers are told in tens. */
  #occasions({ activities, programmes, regions }: Metrics): TemplateResult[] {
    const { say, register } = this;
    const activity = (key: string) =>
      key === '' ? say.noActivity : (register.activities.find(({ id }) => id === key)?.name ?? key);
    const programme = (key: string) =>
      key === '' ? say.noProgramme : (register.programmes.find(({ id }) => id === key)?.name ?? key);
    const region = (key: string) => (key === '' ? say.unknownRegion : key);
    const chart = (title: string, rows: readonly Row[], name: (key: string) => string) =>
      this.#chart('third', noted(title, say.inTens, this.locale), title, rows, name, { lying: true });
    return [
      chart(say.activities, activities, activity),
      chart(say.programmes, programmes, programme),
      chart(say.regions, regions, region),
    ];
  }

  #stays({ stays }: Metrics): TemplateResult {
    const { say } = this;
    return html`<div class="card whole">
      <h2>${say.stays}</h2>
      ${
        stays.length === 0
          ? html`<p class="soft">${say.empty}</p>`
          : html`<p class="soft small">${say.staysNote}</p>
              <table>
                <thead>
                  <tr>
                    <th scope="col">${say.channels}</th>
                    <th scope="col" class="number">${say.median}</th>
                    <th scope="col" class="number">${say.p75}</th>
                  </tr>
                </thead>
                <tbody>
                  ${stays.map(
                    ({ channel, median, p75 }) =>
                      html`<tr>
                        <th scope="row">${say.channel[channel] ?? channel}</th>
                        ${[median, p75].map(
                          (ms) => html`<td class="number">${this.number(Math.round(ms / 1000))}</td>`,
                        )}
                      </tr>`,
                  )}
                </tbody>
              </table>`
      }
    </div>`;
  }

  #allHidden(): TemplateResult {
    return html`<p class="soft none">${this.say.allHidden}</p>`;
  }

  #latency({ latencies }: Metrics): TemplateResult {
    const { say } = this;
    return html`<div class="card whole">
      <h2>${say.latency}</h2>
      ${
        latencies.length === 0
          ? html`<p class="soft">${say.empty}</p>`
          : html`<p class="soft small">${say.latencyNote}</p>
              <table>
                <thead>
                  <tr>
                    <th scope="col">${say.channels}</th>
                    ${[say.first, say.total].flatMap((what) =>
                      [say.median, say.p95].map(
                        (which) => html`<th scope="col" class="number">${what} · ${which}</th>`,
                      ),
                    )}
                  </tr>
                </thead>
                <tbody>
                  ${latencies.map(
                    (row) =>
                      html`<tr>
                        <th scope="row">${say.channel[row.channel] ?? row.channel}</th>
                        ${[row.firstSentenceP50, row.firstSentenceP95, row.totalP50, row.totalP95].map(
                          (ms) =>
                            html`<td class="number">
                              ${ms === null ? say.notApplicable : this.number(ms)}
                            </td>`,
                        )}
                      </tr>`,
                  )}
                </tbody>
              </table>`
      }
    </div>`;
  }

  #cell(value: number | null): string {
    return value === null ? this.say.hidden : this.number(value);
  }

  readonly #show = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const entry = (name: string) => form.get(name) as string;
    this.preset = entry('from') === this.from && entry('to') === this.to ? this.preset : undefined;
    this.from = entry('from');
    this.to = entry('to');
    this.venue = entry('venue');
    void this.#load();
  };

  #choose(preset: Preset): void {
    this.preset = preset;
    this.to = academyDay();
    this.from = {
      today: this.to,
      week: academyDay(-6),
      month: academyDay(-29),
      thisMonth: `${this.to.slice(0, 7)}-01`,
      thisYear: `${this.to.slice(0, 4)}-01-01`,
    }[preset];
    void this.#load();
  }

  async #load(): Promise<void> {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    const query = new URLSearchParams({
      from: this.from,
      to: this.to,
      ...(this.venue ? { venue: this.venue } : {}),
    });
    await this.attempt(async () => {
      this.ledgers =
        this.venue === '' && this.account.venues.length === 0
          ? ((await this.client.get(
              `/api/v1/admin/ledgers?from=${this.from}&to=${this.to}`,
              loading.signal,
            )) as LedgerTotals)
          : undefined;
      this.register = (await this.client.get('/api/v1/admin/activities', loading.signal)) as ActivityRegister;
      this.metrics = (await this.client.get(`/api/v1/admin/metrics?${query}`, loading.signal)) as Metrics;
    });
  }
}

function period({ from, to }: { readonly from: string; readonly to: string }): string {
  return from === to ? from : `${from} — ${to}`;
}

/** Every hour of the day, also those in which nobody asked. */
function hours(rows: readonly Row[]): Row[] {
  return Array.from({ length: 24 }, (_, hour) => {
    const key = String(hour);
    return rows.find((row) => row.key === key) ?? { key, visits: 0, questions: 0 };
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-metrics': KepuMetrics;
  }
}
