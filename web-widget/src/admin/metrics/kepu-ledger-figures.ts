import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LedgerTotals } from '../contract';
import type { Defined } from '../words';
import { Figures } from './figures';

/** Reach by its ledgers: what the service counted itself, and what was imported. */
@customElement('kepu-ledger-figures')
export class KepuLedgerFigures extends Figures {
  /** Nothing where one venue is looked at: what is imported is of all. */
  @property({ attribute: false }) ledgers: LedgerTotals | undefined;

  override render(): TemplateResult {
    const { say, metrics, ledgers } = this;
    return html`<section aria-labelledby="ledgers">
      <div class="head">
        <h2 id="ledgers">${say.ledgers}</h2>
        <p class="soft small">${say.ledgersNote}</p>
      </div>
      <div class="ledgers">
        ${this.figure(
          'r1',
          say.r1,
          this.number(metrics.figures.visits),
          this.change((it) => it.visits),
        )}
        ${this.#imported(say.r2, (it) => it.offline)} ${this.#imported(say.r3, (it) => it.online)}
        ${this.#imported(say.r4, (it) => it.media)}
      </div>
      ${ledgers ? this.#served(ledgers) : nothing}
    </section>`;
  }

  #imported(ledger: Defined, of: (it: LedgerTotals['totals']) => number): TemplateResult {
    const amount = this.ledgers ? of(this.ledgers.totals) : 0;
    return amount === 0
      ? this.figure('absent', ledger, this.say.notImported)
      : this.figure('', ledger, this.number(amount));
  }

  #served({ served, overlap, totals }: LedgerTotals): TemplateResult {
    const { say } = this;
    const { activities, books, products } = totals;
    return html`<div class="served">
      ${this.figure(
        'r1',
        say.served,
        this.number(served),
        html`<span>${say.servedOf(overlap)}</span
          ><span>${say.activitiesOf(activities, books, products)}</span>`,
      )}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-ledger-figures': KepuLedgerFigures;
  }
}
