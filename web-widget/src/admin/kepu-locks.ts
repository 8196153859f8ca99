import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { sheet } from '../theme/styles';
import type { Adjustment, Locks, Verification } from './contract';
import { Panel } from './panel';

/** The locked months and what came to light after that; for accounts of all venues. */
@customElement('kepu-locks')
export class KepuLocks extends Panel {
  static override readonly styles = [
    ...Panel.styles,
    sheet(`
      section { margin-top: 2rem }
      code { font-family: ui-monospace, monospace; overflow-wrap: anywhere }
      .verdict { margin-block: 0.5rem; font-weight: 600 }
      .broken { color: var(--kepu-color-danger) }
      .time { white-space: nowrap; font-variant-numeric: tabular-nums }
      .grow { flex: 1 1 16rem }
      .grow input { width: 100% }
    `),
  ];

  @state() private known: Locks | undefined;
  @state() private verification: Verification | undefined;
  @state() private said = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(() => this.#fetch());
  }

  override render(): TemplateResult {
    const { say, known } = this;
    return html`
      <section class="card" aria-labelledby="locks">
        <h2 id="locks">${say.locks}</h2>
        <p class="soft small">${say.locksLead}</p>
        <p class="trouble" role="alert">${this.trouble}</p>
        ${known ? this.#locks(known) : nothing}
      </section>
      ${known ? this.#adjustments(known) : nothing}
    `;
  }

  #locks({ locks, next }: Locks): TemplateResult {
    const { say } = this;
    return html`
      <div class="bar actions">
        <button
          class="button main"
          type="button"
          ?disabled=${this.busy || locks.length === 0}
          @click=${this.#verify}
        >
          ${say.verify}
        </button>
        ${
          this.#mayChange && next && next < thisMonth()
            ? html`<button class="button" type="button" ?disabled=${this.busy} @click=${this.#lockNext}>
                ${say.lockNext(next)}
              </button>`
            : nothing
        }
      </div>
      <div role="status">${this.verification ? this.#verdict(this.verification) : nothing}</div>
      ${
        locks.length === 0
          ? html`<p class="soft">${say.locksNone}</p>`
          : html`<div class="wide" tabindex="0" role="group" aria-label=${say.locks}>
              <table>
                <thead>
                  <tr>
                    ${[say.month, say.lockedAt, say.lockedBy, say.digest].map(
                      (title) => html`<th scope="col">${title}</th>`,
                    )}
                  </tr>
                </thead>
                <tbody>
                  ${locks.toReversed().map(
                    (lock) =>
                      html`<tr>
                        <th scope="row">${lock.month}</th>
                        <td class="time">${this.#moment(lock.lockedAt)}</td>
                        <td>${this.#who(lock.by)}</td>
                        <td class="small"><code>${lock.hash}</code></td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>`
      }
    `;
  }

  #verdict({ equal, months }: Verification): TemplateResult {
    const { say } = this;
    if (equal) return html`<p class="verdict">${say.verifiedEqual(months.length)}</p>`;
    return html`${months.map(({ month, whole, differences }) =>
      whole && differences.length === 0
        ? nothing
        : html`<p class="verdict ${whole ? '' : 'broken'}">
            ${whole ? say.verifiedOtherwise(month, differences.length) : say.verifiedBroken(month)}
          </p>`,
    )}`;
  }

  #adjustments({ locks, adjustments }: Locks): TemplateResult {
    const { say } = this;
    return html`<section class="card" aria-labelledby="adjustments">
      <h2 id="adjustments">${say.adjustments}</h2>
      <p class="soft small">${say.adjustmentsLead}</p>
      ${
        this.#mayChange && locks.length > 0
          ? html`<form class="bar actions" @submit=${this.#adjust}>
              <label class="grow"
                ><span>${say.reason}</span
                ><input name="reason" required maxlength="300" placeholder=${say.reasonHint}
              /></label>
              <button class="button" ?disabled=${this.busy}>${say.adjust}</button>
            </form>`
          : nothing
      }
      <p role="status">${this.said}</p>
      ${
        adjustments.length === 0
          ? html`<p class="soft">${say.adjustmentsNone}</p>`
          : html`<div class="wide" tabindex="0" role="group" aria-label=${say.adjustments}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">${say.month}</th>
                    <th scope="col">${say.figure}</th>
                    ${[say.was, say.is, say.difference].map(
                      (title) => html`<th scope="col" class="number">${title}</th>`,
                    )}
                    ${[say.foundAt, say.lockedBy, say.reason].map(
                      (title) => html`<th scope="col">${title}</th>`,
                    )}
                  </tr>
                </thead>
                <tbody>
                  ${adjustments.toReversed().map((entry) => this.#adjustment(entry))}
                </tbody>
              </table>
            </div>`
      }
    </section>`;
  }

  #adjustment({ month, figure, before, now, foundAt, by, reason }: Adjustment): TemplateResult {
    return html`<tr>
      <th scope="row">${month}</th>
      <td>${this.say.headlines[figure]}</td>
      <td class="number">${this.number(before)}</td>
      <td class="number">${this.number(now)}</td>
      <td class="number">${now > before ? '+' : ''}${this.number(now - before)}</td>
      <td class="time">${this.#moment(foundAt)}</td>
      <td>${this.#who(by)}</td>
      <td>${reason}</td>
    </tr>`;
  }

  get #mayChange(): boolean {
    return this.account.roles.includes('admin');
  }

  #who(name: string): string {
    return name === 'system' ? this.say.bySystem : name;
  }

  #moment(moment: string): string {
    return new Date(moment).toLocaleString('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'short',
    });
  }

  readonly #verify = (): void => {
    void this.attempt(async () => {
      this.verification = (await this.client.get('/api/v1/admin/reports/locks/verification')) as Verification;
    });
  };

  readonly #lockNext = (): void => {
    const month = this.known?.next;
    if (!month) return;
    void this.attempt(async () => {
      this.known = (await this.client.send('POST', `/api/v1/admin/reports/locks/${month}`)) as Locks;
      this.verification = undefined;
      this.#tell();
    });
  };

  readonly #adjust = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const reason = new FormData(form).get('reason') as string;
    void this.attempt(async () => {
      const made = (await this.client.send('POST', '/api/v1/admin/reports/locks/adjustments', {
        reason,
      })) as Adjustment[];
      this.said = this.say.adjusted(made.length);
      form.reset();
      await this.#fetch();
      this.#tell();
    });
  };

  /** The report that is shown says what is locked, too. */
  #tell(): void {
    this.dispatchEvent(new CustomEvent('kepu-locks-changed'));
  }

  async #fetch(): Promise<void> {
    this.known = (await this.client.get('/api/v1/admin/reports/locks')) as Locks;
  }
}

function thisMonth(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 7);
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-locks': KepuLocks;
  }
}
