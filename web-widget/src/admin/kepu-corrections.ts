import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Report, ReportState } from './contract';
import { venueName } from './names';
import { Worklist } from './worklist';

/** What visitors say is wrong, and what becomes of it. */
@customElement('kepu-corrections')
export class KepuCorrections extends Worklist<Report> {
  override render(): TemplateResult {
    const { say } = this;
    return this.list(say.rooms.corrections, say.correctionsLead, say.correctionsNone);
  }

  protected override key({ ticket }: Report): string {
    return ticket.number;
  }

  protected override item(report: Report): TemplateResult {
    const { say } = this;
    const { ticket } = report;
    const due = this.day(report.due);
    const late = this.open && Date.parse(report.due) < Date.now();
    const mine = report.assignee === this.account.name;
    return html`<li class="card">
      <h2>${report.text}</h2>
      <p class="soft small">
        ${ticket.number} · ${say.states[ticket.state]} · ${venueName(report.venue, this.locale)} ·
        ${this.day(ticket.filedAt)} ·
        ${this.open ? (late ? html`<b>${say.overdue(due)}</b>` : say.due(due)) : nothing}
        ${report.assignee ? html`· ${say.with(report.assignee)}` : nothing}
      </p>
      <details>
        <summary>${say.wasAsked}</summary>
        <p>${report.question ?? say.textGone}</p>
        <p class="soft small">${say.wasAnswered}</p>
        <p>${report.answer}</p>
      </details>
      <form
        class="actions"
        @submit=${(event: SubmitEvent) => {
          void this.#save(event, report);
        }}
      >
        <div class="bar">
          <label
            ><span>${say.state}</span>
            <select name="state">
              ${(Object.keys(say.states) as ReportState[]).map(
                (state) =>
                  html`<option value=${state} ?selected=${state === ticket.state}>
                    ${say.states[state]}
                  </option>`,
              )}
            </select></label
          >
          <label><span>${say.dueOn}</span><input type="date" name="due" .value=${due} /></label>
        </div>
        <label
          ><span>${say.reply}</span>
          <textarea
            name="reply"
            maxlength="1000"
            placeholder=${say.replyHint}
            .value=${ticket.reply ?? ''}
          ></textarea>
        </label>
        <p class="presets">
          <button class="button main" ?disabled=${this.busy}>${say.save}</button>
          <button
            class="button"
            type="button"
            ?disabled=${this.busy}
            @click=${() => {
              void this.#change(report, { mine: !mine });
            }}
          >
            ${mine ? say.giveBack : say.take}
          </button>
        </p>
      </form>
    </li>`;
  }

  async #save(event: SubmitEvent, report: Report): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const due = form.get('due') as string;
    await this.#change(report, {
      state: form.get('state'),
      reply: form.get('reply'),
      ...(due && due !== this.day(report.due) ? { due: `${due}T15:59:59Z` } : {}),
    });
  }

  async #change(report: Report, change: unknown): Promise<void> {
    await this.attempt(async () => {
      await this.client.send('PUT', `/api/v1/admin/corrections/${report.ticket.number}`, change);
      await this.refresh();
    });
  }

  protected override async fetch(open: boolean): Promise<readonly Report[]> {
    return (await this.client.get(`/api/v1/admin/corrections?open=${open}`)) as Report[];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-corrections': KepuCorrections;
  }
}
