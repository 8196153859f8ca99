import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Summary } from '../contract';
import type { Defined } from '../words';
import { Figures } from './figures';

/** How much was asked, and how well it was answered. */
@customElement('kepu-quality-figures')
export class KepuQualityFigures extends Figures {
  override render(): TemplateResult {
    const { say } = this;
    const { figures } = this.metrics;
    return html`<section aria-labelledby="quality">
      <h2 id="quality">${say.figures}</h2>
      <div class="figures">
        ${this.figure(
          '',
          say.asked,
          this.number(figures.questions),
          this.change((it) => it.questions),
        )}
        ${this.figure(
          '',
          say.visitors,
          figures.visitorDays === null ? say.visitorsOnWebOnly : this.number(figures.visitorDays),
          figures.visitorDays === null ? undefined : this.change((it) => it.visitorDays),
        )}
        ${this.#rate(say.answered, figures.answeredRate)} ${this.#rate(say.grounded, figures.groundedRate)}
        ${this.#rate(say.noSource, figures.noSourceRate)}
        ${this.figure(
          '',
          say.refused,
          this.number(figures.refused),
          html`<span>${say.crisisOf(figures.crisis)}</span>`,
        )}
        ${this.#satisfaction(figures)}
      </div>
    </section>`;
  }

  #rate(defined: Defined, value: number | null): TemplateResult {
    return this.figure('', defined, value === null ? this.say.notApplicable : this.percent(value));
  }

  #satisfaction({ satisfaction, votes, responseRate }: Summary): TemplateResult {
    const { say } = this;
    return satisfaction
      ? this.figure(
          '',
          say.satisfaction,
          this.percent(satisfaction.share),
          html`<span
            >${say.satisfactionOf(
              this.percent(satisfaction.lower),
              this.percent(satisfaction.upper),
              satisfaction.n,
              this.percent(responseRate ?? 0),
            )}</span
          >`,
        )
      : this.figure('', say.satisfaction, say.notApplicable, html`<span>${say.tooFewVotes(votes)}</span>`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-quality-figures': KepuQualityFigures;
  }
}
