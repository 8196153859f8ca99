import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Panel } from './panel';

/** A section that is worked off: what is open, and what has been closed. */
export abstract class Worklist<Item> extends Panel {
  @state() protected open = true;
  @state() private items: readonly Item[] | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(() => this.refresh());
  }

  /** What there is, open or closed. */
  protected abstract fetch(open: boolean): Promise<readonly Item[]>;

  /** What tells an item from the others, so that what is typed at one does not pass to the next. */
  protected abstract key(item: Item): string;

  protected abstract item(item: Item): TemplateResult;

  /** Fetches the list anew. */
  protected async refresh(): Promise<void> {
    const { open } = this;
    try {
      const items = await this.fetch(open);
      // Somebody may have gone over to the other list meanwhile.
      if (open === this.open) this.items = items;
    } catch (error) {
      if (open === this.open) throw error;
    }
  }

  /** The section; `none` is what it says where there is nothing. */
  protected list(title: string, lead: string, none: string): TemplateResult {
    const { say } = this;
    return html`
      <h1>${title}</h1>
      <p class="lead">${lead}</p>
      <div class="bar">
        <div class="presets">
          ${[true, false].map(
            (open) =>
              html`<button
                class="button"
                type="button"
                aria-pressed=${open === this.open}
                @click=${() => {
                  this.open = open;
                  this.items = undefined;
                  void this.attempt(() => this.refresh());
                }}
              >
                ${open ? say.open : say.closed}
              </button>`,
          )}
        </div>
      </div>
      <p class="trouble" role="alert">${this.trouble}</p>
      ${this.items?.length === 0 ? html`<p class="soft">${none}</p>` : nothing}
      <ol class="list" aria-busy=${this.busy}>
        ${repeat(
          this.items ?? [],
          (item) => this.key(item),
          (item) => this.item(item),
        )}
      </ol>
    `;
  }
}
