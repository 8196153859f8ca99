import { html, nothing, type TemplateResult } from 'lit';
import { isVenue } from '../i18n/locale';
import type { Messages } from '../i18n/messages';
import { closeIcon, emblem, newIcon, settingsIcon } from '../theme/icons';

/** What the head of the panel shows, and what its buttons do. A button that may not be pressed now is hidden. */
export interface Header {
  readonly messages: Messages;
  readonly venue: string | undefined;
  /** Whether there is a conversation to begin anew. */
  readonly begun: boolean;
  readonly settingsOpen: boolean;
  /** Whether the panel can be closed. */
  readonly closable: boolean;
  startOver(): void;
  openSettings(opener: HTMLElement): void;
  close(): void;
}

/** The head of the panel; its heading is what names the panel. */
export function headerOf(header: Header): TemplateResult {
  const { messages: say, venue } = header;
  const place = isVenue(venue) ? say.venueName[venue] : undefined;
  return html`
    <div part="header" class="header">
      <span class="emblem">${emblem(venue)}</span>
      <div class="names">
        <h2 id="title">${say.assistant}</h2>
        <p>${[place, say.tagline].filter(Boolean).join(' · ')}</p>
      </div>
      <button
        type="button"
        aria-label=${say.newConversation}
        title=${say.newConversation}
        ?hidden=${!header.begun}
        @click=${() => {
          header.startOver();
        }}
      >
        ${newIcon}
      </button>
      <button
        class="settings"
        type="button"
        aria-label=${say.settings}
        title=${say.settings}
        ?hidden=${header.settingsOpen}
        @click=${(event: Event) => {
          header.openSettings(event.currentTarget as HTMLElement);
        }}
      >
        ${settingsIcon}
      </button>
      ${
        header.closable
          ? html`<button
              type="button"
              aria-label=${say.close}
              title=${say.close}
              @click=${() => {
                header.close();
              }}
            >
              ${closeIcon}
            </button>`
          : nothing
      }
    </div>
  `;
}
