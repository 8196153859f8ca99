import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { sheet } from '../../theme/styles';
import type { ActivityRegister, LedgerTotals, Metrics } from '../contract';
import { academyDay, Panel } from '../panel';
import { periodText } from './figures';
import './kepu-breakdowns';
import './kepu-durations';
import './kepu-ledger-figures';
import './kepu-quality-figures';
import './kepu-selection';
import { days, type Selection, type SelectionEvent } from './kepu-selection';
import css from './metrics.css?inline';

const DEFINITION = 'kepu-reach 3';

/** The figures of a period: reach by its ledgers, quality, and what they are divided by. */
@customElement('kepu-metrics')
export class KepuMetrics extends Panel {
  static override readonly styles = [...Panel.styles, sheet(css)];

  @state() private selection: Selection = { ...days('month'), venue: '' };
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
        ${metrics ? html`<p class="soft">${periodText(metrics.period)}</p>` : nothing}
      </div>
      <kepu-selection
        .locale=${this.locale}
        .selection=${this.selection}
        .venues=${this.account.venues}
        @kepu-selection=${this.#select}
      ></kepu-selection>
      <p class="trouble" role="alert">${this.trouble}</p>
      <div aria-busy=${this.busy} aria-live="off">${metrics ? this.#all(metrics) : nothing}</div>
    `;
  }

  #all(metrics: Metrics): TemplateResult {
    const { say, locale } = this;
    return html`
      <p class="printed small">${say.printed(academyDay(), DEFINITION)}</p>
      <kepu-ledger-figures
        .locale=${locale}
        .metrics=${metrics}
        .ledgers=${this.ledgers}
      ></kepu-ledger-figures>
      <kepu-quality-figures .locale=${locale} .metrics=${metrics}></kepu-quality-figures>
      <section>
        <p class="soft small">${say.hiddenNote}</p>
        <kepu-breakdowns .locale=${locale} .metrics=${metrics} .register=${this.register}></kepu-breakdowns>
        <kepu-durations .locale=${locale} .metrics=${metrics}></kepu-durations>
      </section>
    `;
  }

  readonly #select = ({ selection }: SelectionEvent): void => {
    this.selection = selection;
    void this.#load();
  };

  async #load(): Promise<void> {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    const { from, to, venue } = this.selection;
    const query = new URLSearchParams({ from, to, ...(venue ? { venue } : {}) });
    await this.attempt(async () => {
      this.ledgers =
        venue === '' && this.account.venues.length === 0
          ? ((await this.client.get(
              `/api/v1/admin/ledgers?from=${from}&to=${to}`,
              loading.signal,
            )) as LedgerTotals)
          : undefined;
      this.register = (await this.client.get('/api/v1/admin/activities', loading.signal)) as ActivityRegister;
      this.metrics = (await this.client.get(`/api/v1/admin/metrics?${query}`, loading.signal)) as Metrics;
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-metrics': KepuMetrics;
  }
}
