import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Gap } from './contract';
import { venueName } from './names';
import { Worklist } from './worklist';

/** What visitors ask in vain. */
@customElement('kepu-gaps')
export class KepuGaps extends Worklist<Gap> {
  override render(): TemplateResult {
    const { say } = this;
    return this.list(say.rooms.gaps, say.gapsLead, say.gapsNone);
  }

  protected override key({ id }: Gap): string {
    return id;
  }

  protected override item(gap: Gap): TemplateResult {
    const { say } = this;
    const [question, ...others] = gap.questions;
    const days = Math.floor((Date.now() - Date.parse(gap.firstAt)) / 86_400_000);
    const venues = Object.entries(gap.venues)
      .map(([venue, count]) => `${venueName(venue, this.locale)} ${count}`)
      .join(' · ');
    const mayChange = this.account.roles.some((role) => role === 'admin' || role === 'curator');
    return html`<li class="card">
      <h2>${question ?? say.textGone}</h2>
      <p class="soft small">
        <b>${say.times(gap.count)}</b> · ${venues} · ${say.since(days)}
        ${gap.assignee ? html`· ${say.with(gap.assignee)}` : nothing}
        ${
          gap.closedBy
            ? html`· ${gap.closedBy === 'replay' ? say.closedByReplay : say.closedBy(gap.closedBy)}`
            : nothing
        }
      </p>
      ${
        others.length > 0
          ? html`<details>
              <summary>${say.otherWordings}</summary>
              <ul>
                ${others.map((other) => html`<li>${other}</li>`)}
              </ul>
            </details>`
          : nothing
      }
      ${mayChange ? this.#actions(gap) : nothing}
    </li>`;
  }

  #actions(gap: Gap): TemplateResult {
    const { say } = this;
    const mine = gap.assignee === this.account.name;
    const button = (words: string, change: unknown) =>
      html`<button
        class="button"
        type="button"
        ?disabled=${this.busy}
        @click=${() => {
          void this.#change(gap, change);
        }}
      >
        ${words}
      </button>`;
    return html`<p class="actions presets">
      ${
        this.open
          ? html`${button(mine ? say.giveBack : say.take, { mine: !mine })}
            ${button(say.close, { open: false })}`
          : button(say.reopen, { open: true })
      }
    </p>`;
  }

  async #change(gap: Gap, change: unknown): Promise<void> {
    await this.attempt(async () => {
      await this.client.send('PUT', `/api/v1/admin/gaps/${gap.id}`, change);
      await this.refresh();
    });
  }

  protected override async fetch(open: boolean): Promise<readonly Gap[]> {
    return (await this.client.get(`/api/v1/admin/gaps?open=${open}`)) as Gap[];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-gaps': KepuGaps;
  }
}
