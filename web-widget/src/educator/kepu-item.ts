import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { StaffLocale } from '../account/words';
import { said } from '../i18n/writing';
import { base, sheet } from '../theme/styles';
import css from './item.css?inline';
import type { Content, Decision, Slot } from './studio-client';
import { STUDIO_WORDS } from './words';

/** What somebody does with an item. */
export type ItemDeed =
  | { readonly does: 'review'; readonly decision: Decision; readonly reason: string }
  | {
      readonly does: 'reword';
      readonly stem: string;
      readonly content: Content;
      readonly explanation: string;
    }
  | { readonly does: 'move'; readonly by: -1 | 1 };

/**
 * An item with its key and its source beside it.
 *
 * @fires kepu-item-deed - somebody reviewed, worded or moved it
 */
@customElement('kepu-item')
export class KepuItem extends LitElement {
  static override readonly styles = [base, sheet(css)];

  @property({ attribute: false }) slotted!: Slot;
  @property() locale: StaffLocale = 'zh-CN';
  @property({ type: Boolean }) mayChange = false;
  @property({ type: Boolean }) first = false;
  @property({ type: Boolean }) last = false;
  @state() private editing = false;
  @state() private rejecting = false;

  override render(): TemplateResult {
    const say = STUDIO_WORDS[this.locale];
    const slot = this.slotted;
    return html`<article class=${slot.decision} aria-label=${slot.stem}>
      <div class="head">
        <span class="kind">${say.kinds[slot.kind]}</span>
        <span class="soft">${say.stages[slot.alignment.stage]}</span>
        ${slot.author ? html`<span class="soft" title=${slot.author}>${say.byModel}</span>` : nothing}
        ${slot.edited ? html`<span class="soft">${say.edited}</span>` : nothing}
        <span class="decision">${say.decisions[slot.decision]}</span>
      </div>
      ${this.editing ? this.#form() : this.#shown()}
      ${slot.objections.map(({ code, label, what }) => {
        const reason = say.objections[code] ?? label;
        return html`<p class="objection">${what ? said(reason, what, this.locale) : reason}</p>`;
      })}
      ${slot.reason ? html`<p class="soft">${slot.reason}</p>` : nothing}
      ${this.mayChange && !this.editing ? this.#buttons() : nothing}
    </article>`;
  }

  #shown(): TemplateResult {
    const say = STUDIO_WORDS[this.locale];
    const slot = this.slotted;
    return html`<div class="both">
      <div>
        <p class="stem">${slot.stem}</p>
        ${this.#below(slot.content)}
        <p class="key"><b>${say.key}</b> ${slot.key}</p>
      </div>
      <div class="source">
        <b>${say.source}</b>
        ${slot.evidence.map((place) => html`<blockquote>${place.quote}</blockquote>`)}
        <p class="soft">${slot.source}</p>
      </div>
    </div>`;
  }

  #below(content: Content): TemplateResult | typeof nothing {
    switch (content.is) {
      case 'choice':
        return html`<ol class="options">
          ${content.options?.map((option) => html`<li class=${option.right ? 'right' : ''}>${option.text}</li>`)}
        </ol>`;
      case 'task':
        return html`<ol class="steps">
          ${content.steps?.map((step) => html`<li>${step}</li>`)}
        </ol>`;
      case 'matching':
        return html`<ul class="pairs">
          ${content.pairs?.map((pair) => html`<li>${pair.left} — ${pair.right}</li>`)}
        </ul>`;
      case 'judgement':
      case 'blank':
      case 'open':
      case 'ordering':
        return nothing;
    }
  }

  #buttons(): TemplateResult {
    const say = STUDIO_WORDS[this.locale];
    const { decision } = this.slotted;
    if (this.rejecting) {
      return html`<form class="rejecting" @submit=${this.#reject}>
        <label>${say.reason}<input name="reason" maxlength="300" /></label>
        <button class="strong">${say.confirmReject}</button>
        <button type="button" @click=${() => (this.rejecting = false)}>${say.discard}</button>
      </form>`;
    }
    return html`<div class="buttons">
      ${
        decision === 'open'
          ? html`<button
                type="button"
                class="accept"
                @click=${() => {
                  this.#review('accepted', '');
                }}
              >
                ${say.accept}
              </button>
              <button type="button" class="reject" @click=${() => (this.rejecting = true)}>
                ${say.reject}
              </button>`
          : html`<button
              type="button"
              @click=${() => {
                this.#review('open', '');
              }}
            >
              ${say.reopen}
            </button>`
      }
      <button type="button" class="edit" @click=${() => (this.editing = true)}>${say.edit}</button>
      <button
        type="button"
        ?disabled=${this.first}
        @click=${() => {
          this.#tell({ does: 'move', by: -1 });
        }}
      >
        ${say.up}
      </button>
      <button
        type="button"
        ?disabled=${this.last}
        @click=${() => {
          this.#tell({ does: 'move', by: 1 });
        }}
      >
        ${say.down}
      </button>
    </div>`;
  }

  #form(): TemplateResult {
    const say = STUDIO_WORDS[this.locale];
    const { stem, content, explanation } = this.slotted;
    return html`<form class="editing" @submit=${this.#save}>
      <label>${say.stem}<textarea name="stem" rows="2" .value=${stem}></textarea></label>
      ${content.options?.map(
        (option, at) =>
          html`<label
            >${say.option(String.fromCharCode(65 + at))}<input name="option" .value=${option.text}
          /></label>`,
      )}
      ${
        content.is === 'blank'
          ? html`<label>${say.answer}<input name="answer" .value=${content.answers?.[0] ?? ''} /></label>`
          : nothing
      }
      ${
        content.is === 'open'
          ? html`<label
              >${say.answer}<textarea name="answer" rows="2" .value=${content.answer ?? ''}></textarea>
            </label>`
          : nothing
      }
      ${
        content.is === 'judgement'
          ? html`<label
              >${say.answer}<select name="answer">
                <option value="true" ?selected=${content.holds === true}>${say.right}</option>
                <option value="false" ?selected=${content.holds !== true}>${say.wrong}</option>
              </select></label
            >`
          : nothing
      }
      <label>${say.explanation}<textarea name="explanation" rows="2" .value=${explanation}></textarea></label>
      <div class="buttons">
        <button class="strong">${say.save}</button>
        <button type="button" @click=${() => (this.editing = false)}>${say.discard}</button>
      </div>
    </form>`;
  }

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const entries = new FormData(event.target as HTMLFormElement);
    const words = (name: string) => {
      const value = entries.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    this.editing = false;
    this.#tell({
      does: 'reword',
      stem: words('stem'),
      explanation: words('explanation'),
      content: reworded(
        this.slotted.content,
        words('answer'),
        entries.getAll('option').map((text) => (typeof text === 'string' ? text.trim() : '')),
      ),
    });
  };

  readonly #reject = (event: SubmitEvent): void => {
    event.preventDefault();
    const reason = new FormData(event.target as HTMLFormElement).get('reason');
    this.rejecting = false;
    this.#review('rejected', typeof reason === 'string' ? reason : '');
  };

  #review(decision: Decision, reason: string): void {
    this.#tell({ does: 'review', decision, reason });
  }

  #tell(detail: ItemDeed): void {
    this.dispatchEvent(new CustomEvent<ItemDeed>('kepu-item-deed', { detail }));
  }
}

/** The content in other words. */
function reworded(content: Content, answer: string, options: readonly string[]): Content {
  switch (content.is) {
    case 'choice':
      return {
        ...content,
        options: (content.options ?? []).map((option, at) => ({
          ...option,
          text: options[at] ?? option.text,
        })),
      };
    case 'judgement':
      return { ...content, holds: answer === 'true' };
    case 'blank':
      return { ...content, answers: [answer, ...(content.answers ?? []).slice(1)] };
    case 'open':
      return { ...content, answer };
    case 'ordering':
    case 'matching':
    case 'task':
      return content;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-item': KepuItem;
  }
}
