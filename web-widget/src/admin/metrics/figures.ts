import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { sheet } from '../../theme/styles';
import { AdminElement } from '../admin-element';
import type { Metrics, Period, Summary } from '../contract';
import type { Defined } from '../words';
import css from './figures.css?inline';

/** Figures beside each other, each with how it is counted. */
export class Figures extends AdminElement {
  static override readonly styles = [...AdminElement.styles, sheet(css)];

  @property({ attribute: false }) metrics!: Metrics;

  /**
   * One of the figures.
   *
   * @param look its class, where it stands out
   * @param beside what else there is to say of it
   */
  protected figure(
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

  /** How much more or less it is than before, and than a year before. */
  protected change(of: (it: Summary) => number | null): TemplateResult {
    const { say, metrics } = this;
    const compared = (other: Summary) => {
      const now = of(metrics.figures);
      const before = of(other);
      return before === 0 || before === null || now === null
        ? say.noComparison
        : say.change(Math.round((100 * (now - before)) / before));
    };
    return html`<span title=${periodText(metrics.before)}
        >${say.previous} ${compared(metrics.figuresBefore)}</span
      >
      <span title=${periodText(metrics.yearBefore)}
        >${say.lastYear} ${compared(metrics.figuresYearBefore)}</span
      >`;
  }
}

export function periodText({ from, to }: Period): string {
  return from === to ? from : `${from} — ${to}`;
}
