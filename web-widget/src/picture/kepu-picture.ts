import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Messages } from '../i18n/messages';
import { zhCN } from '../i18n/zh-cn';
import { closeIcon, enlargeIcon, minusIcon, plusIcon } from '../theme/icons';
import { base, sheet } from '../theme/styles';
import css from './picture.css?inline';

/** How large a picture can be shown: as it fits, to four times that. */
const STEPS = [1, 1.5, 2, 3, 4] as const;

/**
 * A picture of an answer: as wide as the text, and on a tap as large as the window, where it can be enlarged further,
 * moved by scrolling, and has what it shows in words below it.
 *
 * @csspart picture-viewer - where it is seen large
 */
@customElement('kepu-picture')
export class KepuPicture extends LitElement {
  static override readonly styles = [base, sheet(css)];

  /** A safe address. */
  @property() src = '';
  /** What it shows, in words. */
  @property() alt = '';
  @property() credit: string | undefined;
  @property({ attribute: false }) messages: Messages = zhCN;

  @state() private missing = false;
  @state() private step = 0;
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('.stage') private readonly stage!: HTMLElement;
  @query('.stage img') private readonly enlarged!: HTMLElement | null;

  override updated(): void {
    // By the object model, which a page's strict policy on inline styles allows.
    this.enlarged?.style.setProperty('--_zoom', String(STEPS[this.step] ?? 1));
  }

  override render(): TemplateResult {
    const { alt, credit, messages: say } = this;
    if (this.missing) {
      return html`<p class="missing" role="note">
        ${say.pictureMissing}${alt}${credit ? html`<small>${credit}</small>` : nothing}
      </p>`;
    }
    return html`
      <figure>
        <button class="open" type="button" aria-label=${say.enlarge(alt)} @click=${this.#open}>
          <img src=${this.src} alt="" loading="lazy" @error=${() => (this.missing = true)} />
          <span class="corner" aria-hidden="true">${enlargeIcon}</span>
        </button>
        <figcaption>
          <span>${alt}</span>
          ${credit ? html`<small>${credit}</small>` : nothing}
        </figcaption>
      </figure>
      ${this.#viewer(say)}
    `;
  }

  #viewer(say: Messages): TemplateResult {
    return html`
      <dialog
        part="picture-viewer"
        aria-label=${say.picture}
        @keydown=${this.#keydown}
        @close=${() => (this.step = 0)}
      >
        <div class="bar">
          <button
            type="button"
            aria-label=${say.zoomOut}
            title=${say.zoomOut}
            ?disabled=${this.step === 0}
            @click=${() => {
              this.#zoom(-1);
            }}
          >
            ${minusIcon}
          </button>
          <button
            type="button"
            aria-label=${say.zoomIn}
            title=${say.zoomIn}
            ?disabled=${this.step === STEPS.length - 1}
            @click=${() => {
              this.#zoom(1);
            }}
          >
            ${plusIcon}
          </button>
          <button
            class="close"
            type="button"
            aria-label=${say.close}
            title=${say.close}
            @click=${() => {
              this.dialog.close();
            }}
          >
            ${closeIcon}
          </button>
        </div>
        <div class="stage" tabindex="0" role="region" aria-label=${say.picture}>
          <img
            src=${this.src}
            alt=${this.alt}
            loading="lazy"
            @dblclick=${() => {
              this.#zoom(this.step === 0 ? 2 : -this.step);
            }}
          />
        </div>
        <p class="words">${this.alt}${this.credit ? html`<small>${this.credit}</small>` : nothing}</p>
      </dialog>
    `;
  }

  #open(): void {
    this.dialog.showModal();
    this.stage.focus();
  }

  /** Goes up or down by steps and keeps the middle of what is seen in the middle. */
  #zoom(by: number): void {
    const { stage } = this;
    const x = (stage.scrollLeft + stage.clientWidth / 2) / stage.scrollWidth;
    const y = (stage.scrollTop + stage.clientHeight / 2) / stage.scrollHeight;
    this.step = Math.min(Math.max(this.step + by, 0), STEPS.length - 1);
    void this.updateComplete.then(() => {
      stage.scrollLeft = x * stage.scrollWidth - stage.clientWidth / 2;
      stage.scrollTop = y * stage.scrollHeight - stage.clientHeight / 2;
    });
  }

  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.key === '+' || event.key === '=') this.#zoom(1);
    else if (event.key === '-') this.#zoom(-1);
    else if (event.key === 'Escape') {
      // The panel around it must not take it for its own.
      event.preventDefault();
      this.dialog.close();
    } else if (event.key !== 'Tab') return;
    event.stopPropagation();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-picture': KepuPicture;
  }
}
