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
  | { readonly does: 'renew' }
  | { readonly does: 'move'; readonly by: -1 | 1 };

/**
 * An item with its key and its source beside it.
 *
 * @fires kepu-item-deed - somebody reviewed, worded or moved it, or wants another in its place
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
  /** What the person is about to say, while its reason is asked for. */
  @state() private deciding: Decision | undefined;

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
      ${slot.unchecked.length > 0 ? html`<p class="soft unchecked">${say.unchecked}</p>` : nothing}
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
    const { decision, objections } = this.slotted;
    if (this.deciding) {
      const accepts = this.deciding === 'accepted';
      return html`<form class="rejecting" @submit=${this.#decide}>
        <label>${accepts ? say.acceptReason : say.reason}<input name="reason" maxlength="300" /></label>
        <button class="strong">${accepts ? say.confirmAccept : say.confirmReject}</button>
        <button type="button" @click=${() => (this.deciding = undefined)}>${say.discard}</button>
      </form>`;
    }
    return html`<div class="buttons">
      ${
        decision === 'open'
          ? html`<button
                type="button"
                class="accept"
                @click=${() => {
                  if (objections.length > 0) this.deciding = 'accepted';
                  else this.#review('accepted', '');
                }}
              >
                ${say.accept}
              </button>
              <button type="button" class="reject" @click=${() => (this.deciding = 'rejected')}>
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
        class="renew"
        @click=${() => {
          this.#tell({ does: 'renew' });
        }}
      >
        ${say.renew}
      </button>
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
      ${this.#contentForm(content)}
      <label>${say.explanation}<textarea name="explanation" rows="2" .value=${explanation}></textarea></label>
      <div class="buttons">
        <button class="strong">${say.save}</button>
        <button type="button" @click=${() => (this.editing = false)}>${say.discard}</button>
      </div>
    </form>`;
  }

  #contentForm(content: Content): TemplateResult | readonly TemplateResult[] {
    const say = STUDIO_WORDS[this.locale];
    switch (content.is) {
      case 'choice':
        return (content.options ?? []).map((option, at) => {
          const name = say.option(String.fromCharCode(65 + at));
          return html`<div class="option">
            <input
              type=${this.slotted.kind === 'single_choice' ? 'radio' : 'checkbox'}
              name="right"
              value=${at}
              aria-label=${say.isRight(name)}
              .checked=${option.right}
            />
            <label>${name}<input name="option" .value=${option.text} /></label>
          </div>`;
        });
      case 'judgement':
        return html`<label
          >${say.answer}<select name="answer">
            <option value="true" ?selected=${content.holds === true}>${say.right}</option>
            <option value="false" ?selected=${content.holds !== true}>${say.wrong}</option>
          </select></label
        >`;
      case 'blank':
        return html`<label>${say.answer}<input name="answer" .value=${content.answers?.[0] ?? ''} /></label>`;
      case 'open':
        return area('answer', say.answer, content.answer ?? '');
      case 'ordering':
        return area('things', say.things, lines(content.inOrder));
      case 'matching':
        return (content.pairs ?? []).map(
          ({ left, right }, at) =>
            html`<div class="option">
              <label>${say.pairLeft(at + 1)}<input name="left" .value=${left} /></label>
              <label>${say.pairRight(at + 1)}<input name="right" .value=${right} /></label>
            </div>`,
        );
      case 'task':
        return [
          area('materials', say.materials, lines(content.materials)),
          area('steps', say.steps, lines(content.steps)),
          area('lookFor', say.lookFor, content.lookFor ?? ''),
        ];
    }
  }

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const entries = new FormData(event.target as HTMLFormElement);
    this.editing = false;
    this.#tell({
      does: 'reword',
      stem: words(entries, 'stem'),
      explanation: words(entries, 'explanation'),
      content: reworded(this.slotted.content, entries),
    });
  };

  readonly #decide = (event: SubmitEvent): void => {
    event.preventDefault();
    const reason = new FormData(event.target as HTMLFormElement).get('reason');
    const decision = this.deciding ?? 'open';
    this.deciding = undefined;
    this.#review(decision, typeof reason === 'string' ? reason : '');
  };

  #review(decision: Decision, reason: string): void {
    this.#tell({ does: 'review', decision, reason });
  }

  #tell(detail: ItemDeed): void {
    this.dispatchEvent(new CustomEvent<ItemDeed>('kepu-item-deed', { detail }));
  }
}

/** A field of several lines. */
function area(name: string, label: string, value: string): TemplateResult {
  return html`<label>${label}<textarea name=${name} rows="3" .value=${value}></textarea></label>`;
}

function lines(texts: readonly string[] | undefined): string {
  return (texts ?? []).join('\n');
}

function words(entries: FormData, name: string): string {
  const value = entries.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

function all(entries: FormData, name: string): readonly string[] {
  return entries.getAll(name).map((text) => (typeof text === 'string' ? text.trim() : ''));
}

/** The lines of a field that have something in them. */
function written(entries: FormData, name: string): readonly string[] {
  return words(entries, name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The content as the form has it. */
function reworded(content: Content, entries: FormData): Content {
  switch (content.is) {
    case 'choice': {
      const texts = all(entries, 'option');
      const right = all(entries, 'right');
      return {
        ...content,
        options: (content.options ?? []).map((option, at) => ({
          ...option,
          text: texts[at] ?? option.text,
          right: right.includes(String(at)),
        })),
      };
    }
    case 'judgement':
      return { ...content, holds: words(entries, 'answer') === 'true' };
    case 'blank':
      return { ...content, answers: [words(entries, 'answer'), ...(content.answers ?? []).slice(1)] };
    case 'open':
      return { ...content, answer: words(entries, 'answer') };
    case 'ordering':
      return { ...content, inOrder: written(entries, 'things') };
    case 'matching': {
      const right = all(entries, 'right');
      return {
        ...content,
        pairs: all(entries, 'left').map((left, at) => ({ left, right: right[at] ?? '' })),
      };
    }
    case 'task':
      return {
        ...content,
        materials: written(entries, 'materials'),
        steps: written(entries, 'steps'),
        lookFor: words(entries, 'lookFor'),
      };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-item': KepuItem;
  }
}
