import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { noted } from '../../i18n/writing';
import { sheet } from '../../theme/styles';
import { AdminElement } from '../admin-element';
import type { ActivityRegister, Metrics, Row } from '../contract';
import type { Series } from '../echarts';
import '../kepu-chart';
import { topicName, venueName } from '../names';
import css from './charts.css?inline';
import { numberTable, type NumberTable } from './number-table';

/** The width of a card: half a row of them, or otherwise. */
type Width = '' | 'third' | 'whole';

/** What a card shows. */
interface Breakdown {
  readonly width: Width;
  readonly title: string;
  readonly note?: string;
  readonly table: NumberTable;
  readonly chart: {
    readonly names: readonly string[];
    /** Nothing where all of it is hidden. */
    readonly series: readonly Series[] | undefined;
    readonly lying: boolean;
  };
}

/** Visits and questions of a period by what they can be told apart by, as charts with their tables. */
@customElement('kepu-breakdowns')
export class KepuBreakdowns extends AdminElement {
  static override readonly styles = [...AdminElement.styles, sheet(css)];

  @property({ attribute: false }) metrics!: Metrics;
  /** Where the names of activities and programmes stand. */
  @property({ attribute: false }) register: ActivityRegister = { programmes: [], activities: [] };

  override render(): TemplateResult {
    const { say, locale, metrics } = this;
    const trend = metrics.days.map(({ day, ...row }) => ({ key: day, ...row }));
    const channel = (key: string) => say.channel[key] ?? key;
    const audience = (key: string) => say.audience[key] ?? key;
    const venue = (key: string) => venueName(key, locale);
    return html`<div class="charts">
      ${this.#rows('whole', say.trend, say.day, trend, String, { line: true })}
      ${this.#rows('', say.hours, say.hours, hours(metrics.hours), say.hour, {})}
      ${this.#card(this.#topics(metrics))}
      ${this.#rows('third', say.channels, say.channels, metrics.channels, channel, { lying: true })}
      ${this.#rows('third', say.byVenue, say.byVenue, metrics.venues, venue, { lying: true })}
      ${this.#rows('third', say.audiences, say.audiences, metrics.audiences, audience, { lying: true })}
      ${this.#occasions(metrics)}
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
    const rows = (title: string, of: readonly Row[], name: (key: string) => string) =>
      this.#rows('third', noted(title, say.inTens, this.locale), title, of, name, { lying: true });
    return [
      rows(say.activities, activities, activity),
      rows(say.programmes, programmes, programme),
      rows(say.regions, regions, region),
    ];
  }

  /**
   * Visits and questions of each row.
   *
   * @param of what the rows are
   * @param name the name of a row by its key
   */
  #rows(
    width: Width,
    title: string,
    of: string,
    rows: readonly Row[],
    name: (key: string) => string,
    { lying = false, line = false },
  ): TemplateResult {
    const { say } = this;
    const hidden = rows.every(({ visits, questions }) => visits === null && questions === null);
    return this.#card({
      width,
      title,
      table: {
        columns: [of, say.visits, say.questions],
        rows: rows.map(({ key, visits, questions }) => ({
          name: name(key),
          numbers: [this.#shown(visits), this.#shown(questions)],
        })),
      },
      chart: {
        names: rows.map(({ key }) => name(key)),
        series: hidden
          ? undefined
          : [
              { name: say.visits, values: rows.map(({ visits }) => visits) },
              { name: say.questions, values: rows.map(({ questions }) => questions), line },
            ],
        lying,
      },
    });
  }

  #topics({ topics }: Metrics): Breakdown {
    const { say, locale } = this;
    const drawn = topics.filter(({ percent }) => percent !== null).slice(0, 10);
    return {
      width: '',
      title: say.topics,
      note: say.topicsNote,
      table: {
        columns: [say.topics, say.questions, say.share],
        rows: topics.map(({ key, questions, percent }) => ({
          name: topicName(key, locale),
          numbers: [this.#shown(questions), percent === null ? say.hidden : `${percent}%`],
        })),
      },
      chart: {
        names: drawn.map(({ key }) => topicName(key, locale)),
        series:
          drawn.length === 0
            ? undefined
            : [{ name: `${say.share} %`, values: drawn.map(({ percent }) => percent) }],
        lying: true,
      },
    };
  }

  #card({ width, title, note, table, chart }: Breakdown): TemplateResult {
    const { say } = this;
    return html`<div class="card ${width}">
      <h2>${title}</h2>
      ${note ? html`<p class="soft small">${note}</p>` : nothing}
      ${
        table.rows.length === 0
          ? html`<p class="soft">${say.empty}</p>`
          : html`${
                chart.series
                  ? html`<kepu-chart
                      label=${title}
                      ?lying=${chart.lying}
                      .names=${chart.names}
                      .series=${chart.series}
                    ></kepu-chart>`
                  : html`<p class="soft none">${say.allHidden}</p>`
              }
              <details>
                <summary>${say.table}<span class="visually-hidden"> ${title}</span></summary>
                ${numberTable(table)}
              </details>`
      }
    </div>`;
  }

  #shown(value: number | null): string {
    return value === null ? this.say.hidden : this.number(value);
  }
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
    'kepu-breakdowns': KepuBreakdowns;
  }
}
