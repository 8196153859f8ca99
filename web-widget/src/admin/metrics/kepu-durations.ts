import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { sheet } from '../../theme/styles';
import { AdminElement } from '../admin-element';
import type { Metrics } from '../contract';
import css from './charts.css?inline';
import { numberTable, type NumberTable } from './number-table';

/** How long answers took, and how long visitors stayed, by channel. */
@customElement('kepu-durations')
export class KepuDurations extends AdminElement {
  static override readonly styles = [...AdminElement.styles, sheet(css)];

  @property({ attribute: false }) metrics!: Metrics;

  override render(): TemplateResult {
    const { say } = this;
    const { latencies, stays } = this.metrics;
    return html`<div class="charts">
      ${this.#card(say.latency, say.latencyNote, {
        columns: [
          say.channels,
          ...[say.first, say.total].flatMap((what) =>
            [say.median, say.p95].map((which) => `${what} · ${which}`),
          ),
        ],
        rows: latencies.map(({ channel, firstSentenceP50, firstSentenceP95, totalP50, totalP95 }) => ({
          name: this.#channel(channel),
          numbers: [firstSentenceP50, firstSentenceP95, totalP50, totalP95].map((ms) =>
            ms === null ? say.notApplicable : this.number(ms),
          ),
        })),
      })}
      ${this.#card(say.stays, say.staysNote, {
        columns: [say.channels, say.median, say.p75],
        rows: stays.map(({ channel, median, p75 }) => ({
          name: this.#channel(channel),
          numbers: [median, p75].map((ms) => this.number(Math.round(ms / 1000))),
        })),
      })}
    </div>`;
  }

  #card(title: string, note: string, table: NumberTable): TemplateResult {
    return html`<div class="card whole">
      <h2>${title}</h2>
      ${
        table.rows.length === 0
          ? html`<p class="soft">${this.say.empty}</p>`
          : html`<p class="soft small">${note}</p>
              ${numberTable(table)}`
      }
    </div>`;
  }

  #channel(key: string): string {
    return this.say.channel[key] ?? key;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-durations': KepuDurations;
  }
}
