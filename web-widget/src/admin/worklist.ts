import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
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

  protected abstract item(item: Item): TemplateResult;

  /** Fetches the list anew. */
  protected async refresh(): Promise<void> {
    this.items = await this.fetch(this.open);
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
        ${this.items?.map((item) => this.item(item))}
      </ol>
    `;
  }
}
