import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { LogEntry } from './contract';
import { Panel } from './panel';

/** What was done to the service. */
@customElement('kepu-security-log')
export class KepuSecurityLog extends Panel {
  @state() private entries: readonly LogEntry[] | undefined;
  @state() private whole = true;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(async () => {
      const body = (await this.client.get('/api/v1/admin/security-log')) as {
        entries: LogEntry[];
        whole: boolean;
      };
      this.entries = body.entries;
      this.whole = body.whole;
    });
  }

  override render(): TemplateResult {
    const { say } = this;
    return html`
      <h1>${say.rooms.log}</h1>
      <p class="lead">${say.logLead}</p>
      <p class="trouble" role="alert">
        ${this.trouble || (this.entries && !this.whole ? say.logBroken : '')}
      </p>
      ${this.entries && this.whole ? html`<p class="bar">✓ ${say.logWhole}</p>` : nothing}
      <div class="card wide" tabindex="0" role="region" aria-label=${say.rooms.log}>
        <table>
          <thead>
            <tr>
              ${[say.at, say.act, say.detail].map((title) => html`<th scope="col">${title}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${this.entries?.map(
              (entry) =>
                html`<tr>
                  <td class="number">
                    ${new Date(entry.at).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' })}
                  </td>
                  <td>${say.acts[entry.act] ?? entry.act.replaceAll('_', ' ')}</td>
                  <td>${entry.detail}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-security-log': KepuSecurityLog;
  }
}
