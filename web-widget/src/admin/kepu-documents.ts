import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { enumerated } from '../i18n/writing';
import type { DocumentEntry } from './contract';
import { topicName, venueName } from './names';
import { Panel } from './panel';

/** What is answered from. */
@customElement('kepu-documents')
export class KepuDocuments extends Panel {
  @state() private documents: readonly DocumentEntry[] | undefined;
  @state() private wanted = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(async () => {
      this.documents = (await this.client.get('/api/v1/admin/documents')) as DocumentEntry[];
    });
  }

  override render(): TemplateResult {
    const { say, locale } = this;
    const shown = (this.documents ?? []).filter((document) => document.title.includes(this.wanted.trim()));
    return html`
      <h1>${say.rooms.documents}</h1>
      <p class="lead" role="status">${this.documents ? say.documentsLead(shown.length) : ''}</p>
      <div class="bar">
        <label
          ><span>${say.filter}</span>
          <input
            type="search"
            @input=${(event: Event) => (this.wanted = (event.target as HTMLInputElement).value)}
          />
        </label>
      </div>
      <p class="trouble" role="alert">${this.trouble}</p>
      <div class="card wide" tabindex="0" role="region" aria-label=${say.rooms.documents}>
        <table>
          <thead>
            <tr>
              ${[say.title, say.topic, say.venue, say.reviewedOn, say.reviewBy, say.validTo].map(
                (title) => html`<th scope="col">${title}</th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${shown.map(
              (document) =>
                html`<tr>
                  <th scope="row">
                    <a href="/api/v1/documents/${encodeURIComponent(document.id)}">${document.title}</a>
                  </th>
                  <td>
                    ${enumerated(
                      document.topics.map((topic) => topicName(topic, locale)),
                      locale,
                    )}
                  </td>
                  <td>
                    ${
                      document.venues.length === 0
                        ? say.everywhere
                        : enumerated(
                            document.venues.map((venue) => venueName(venue, locale)),
                            locale,
                          )
                    }
                  </td>
                  <td class="number">${document.reviewedOn ?? say.notApplicable}</td>
                  <td class="number">${document.reviewBy ?? say.notApplicable}</td>
                  <td class="number">${document.validTo ?? say.notApplicable}</td>
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
    'kepu-documents': KepuDocuments;
  }
}
