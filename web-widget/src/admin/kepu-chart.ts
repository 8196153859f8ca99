import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Chart, Series } from './echarts';
import { base, sheet } from '../theme/styles';

/**
 * A chart, fetched with its library when the first one is needed. What it shows stands in a table beside it, for
 * those who do not see it and for print.
 */
@customElement('kepu-chart')
export class KepuChart extends LitElement {
  static override readonly styles = [
    base,
    sheet(`:host { display: block } .plot { width: 100%; height: var(--height, 15rem) }`),
  ];

  @property() label = '';
  @property({ attribute: false }) names: readonly string[] = [];
  @property({ attribute: false }) series: readonly Series[] = [];
  /** Bars that lie, with their names beside them. */
  @property({ type: Boolean }) lying = false;
  @query('.plot') private readonly plot!: HTMLElement;

  #chart: Chart | undefined;
  readonly #sizes = new ResizeObserver(() => this.#chart?.resize());

  override render(): TemplateResult {
    return html`<div class="plot" role="img" aria-label=${this.label}></div>`;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('names') || changed.has('series') || changed.has('lying')) void this.#draw();
  }

  async #draw(): Promise<void> {
    const { draw } = await import('./echarts');
    if (!this.isConnected) return;
    const style = getComputedStyle(this);
    this.#chart = draw(this.#chart, this.plot, {
      names: this.names,
      series: this.series,
      lying: this.lying,
      colours: [
        style.getPropertyValue('--chart-1') || '#2b4a66',
        style.getPropertyValue('--chart-2') || '#b4611f',
      ],
    });
    this.#sizes.observe(this.plot);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    this.#chart?.dispose();
    this.#chart = undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-chart': KepuChart;
  }
}
