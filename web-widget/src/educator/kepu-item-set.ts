import './kepu-item';
import './kepu-worksheet';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { StaffLocale } from '../account/words';
import { enumerated } from '../i18n/writing';
import { base, sheet } from '../theme/styles';
import css from './item-set.css?inline';
import type { ItemDeed } from './kepu-item';
import type { Counted, Format, ItemSet, Slot, Source, StudioClient, Version } from './studio-client';
import { STUDIO_WORDS } from './words';

/**
 * A set: its progress while it is made, then its items to review, to take along and to print.
 *
 * @fires kepu-set-changed - the set has another version
 * @fires kepu-set-trouble - a call failed
 * @fires kepu-set-left - somebody wants to go back
 */
@customElement('kepu-item-set')
export class KepuItemSet extends LitElement {
  static override readonly styles = [base, sheet(css)];

  @property({ attribute: false }) client!: StudioClient;
  @property({ attribute: false }) set!: ItemSet;
  @property({ attribute: false }) sources: readonly Source[] = [];
  @property() locale: StaffLocale = 'zh-CN';
  @state() private formats: readonly Format[] = [];
  @state() private format = 'docx';
  @state() private paper: 'student' | 'teacher' = 'teacher';
  @state() private accepted = false;
  @state() private worksheet = false;
  @state() private copied = false;
  @state() private versions: readonly Version[] = [];
  /** The set as it was, while somebody looks at an earlier version. */
  @state() private earlier: ItemSet | undefined;
  /** Whether it is asked once more before the set is deleted. */
  @state() private asking = false;
  @state() private deleting = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.client.formats().then(
      (formats) => (this.formats = formats),
      (error: unknown) => {
        this.#tell('kepu-set-trouble', error);
      },
    );
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('set');
    if (!before || before.id === this.set.id) return;
    this.asking = false;
    this.deleting = false;
    this.copied = false;
    this.versions = [];
    this.earlier = undefined;
  }

  override render(): TemplateResult {
    const say = STUDIO_WORDS[this.locale];
    if (this.worksheet) {
      return html`<div class="bar no-print">
          <button type="button" @click=${() => (this.worksheet = false)}>${say.back}</button>
          <button
            type="button"
            class="strong"
            @click=${() => {
              print();
            }}
          >
            ${say.print}
          </button>
        </div>
        <kepu-worksheet .set=${this.set} .sources=${this.sources} .locale=${this.locale}></kepu-worksheet>`;
    }
    const set = this.earlier ?? this.set;
    const mine = set.mine && !this.earlier;
    // What somebody has just worded stays where it is, whatever the checks say of it.
    const sound = set.slots.filter(
      (slot) => slot.objections.length === 0 || slot.decision === 'accepted' || slot.edited,
    );
    const refused = set.slots.filter((slot) => !sound.includes(slot));
    const taken = set.slots.filter((slot) => slot.decision === 'accepted').length;
    return html`
      <div class="bar">
        <button
          type="button"
          @click=${() => {
            this.#tell('kepu-set-left', undefined);
          }}
        >
          ${say.back}
        </button>
        <button type="button" @click=${this.#copyLink}>${say.copyLink}</button>
        <span class="soft" role="status">${this.copied ? say.copied : nothing}</span>
        ${mine ? this.#deletion() : nothing}
      </div>
      ${set.version > 1 || this.earlier ? this.#history() : nothing}
      <h1>${set.title}</h1>
      <p class="soft">
        ${say.stages[set.stage]} · ${set.aiLabel}${set.mine ? nothing : html` · ${say.readOnly}`}
      </p>
      ${this.#modelWork()} ${set.state === 'making' ? this.#progress() : nothing}
      ${
        set.state === 'making'
          ? nothing
          : html`<div class="columns">
              <section aria-labelledby="count">
                <h2 id="count"><span role="status">${say.items(sound.length, taken)}</span></h2>
                ${
                  mine && sound.some(waits)
                    ? html`<button type="button" @click=${() => this.#acceptAll(sound)}>
                        ${say.acceptAll}
                      </button>`
                    : nothing
                }
                <ol class="items">
                  ${sound.map((slot, at) => this.#item(slot, at, sound))}
                </ol>
                ${this.#refused(refused, sound)}
              </section>
              ${this.earlier ? nothing : this.#takeAlong(sound)}
            </div>`
      }
    `;
  }

  /** Earlier versions, to look at and to go back to. */
  #history(): TemplateResult {
    const say = STUDIO_WORDS[this.locale];
    const { earlier } = this;
    if (earlier) {
      return html`<div class="bar version" role="status">
        <span>${say.versionShown(earlier.version)}</span>
        <button type="button" @click=${() => (this.earlier = undefined)}>${say.versionNow}</button>
        ${
          this.set.mine
            ? html`<button type="button" class="restore" @click=${() => this.#restore(earlier.version)}>
                ${say.restore}
              </button>`
            : nothing
        }
      </div>`;
    }
    return html`<details class="versions" @toggle=${this.#loadVersions}>
      <summary>${say.versions(this.set.version)}</summary>
      <ul>
        ${this.versions
          .filter(({ version }) => version < this.set.version)
          .map(
            ({ version, at }) =>
              html`<li>
                <button type="button" @click=${() => this.#look(version)}>${say.version(version)}</button>
                <span class="soft">${new Date(at).toLocaleString(this.locale)}</span>
              </li>`,
          )}
      </ul>
    </details>`;
  }

  readonly #loadVersions = async (event: Event): Promise<void> => {
    if (!(event.target as HTMLDetailsElement).open) return;
    try {
      this.versions = await this.client.versions(this.set.id);
    } catch (error) {
      this.#tell('kepu-set-trouble', error);
    }
  };

  async #look(version: number): Promise<void> {
    const { id } = this.set;
    try {
      const earlier = await this.client.set(id, version);
      if (this.set.id === id) this.earlier = earlier;
    } catch (error) {
      this.#tell('kepu-set-trouble', error);
    }
  }

  async #restore(version: number): Promise<void> {
    await this.#do(this.client.restore(this.set, version));
    this.earlier = undefined;
  }

  /** All that the set did without, by reason, and of what the checks refused the first ones. */
  #refused(shown: readonly Slot[], sound: readonly Slot[]): TemplateResult | typeof nothing {
    const say = STUDIO_WORDS[this.locale];
    const { objections, misfits } = this.set.refused;
    const count = Math.max(total(objections), shown.length);
    const other = total(misfits);
    if (count + other === 0) return nothing;
    return html`<details class="refused">
      <summary>${count > 0 ? say.refusedTitle(count) : say.misfitsTitle(other)}</summary>
      ${
        objections.length > 0
          ? html`<p class="counts">${say.refusedReasons(this.#reasons(objections, say.objections))}</p>`
          : nothing
      }
      ${
        other > 0
          ? html`<p class="counts">${say.misfitReasons(other, this.#reasons(misfits, say.misfits))}</p>`
          : nothing
      }
      ${
        shown.length > 0
          ? html`<p class="soft">
              ${shown.length < count ? say.refusedShown(shown.length) : nothing} ${say.refusedLead}
            </p>`
          : nothing
      }
      <ol class="items">
        ${shown.map((slot) => this.#item(slot, -1, sound))}
      </ol>
    </details>`;
  }

  #reasons(counted: readonly Counted[], words: Readonly<Record<string, string>>): string {
    return enumerated(
      counted.map(({ code, label, count }) => `${words[code] ?? label} ${count}`),
      this.locale,
    );
  }

  #deletion(): TemplateResult {
    const say = STUDIO_WORDS[this.locale];
    if (!this.asking) {
      return html`<button
        type="button"
        class="delete"
        @click=${() => {
          this.#ask(true);
        }}
      >
        ${say.delete}
      </button>`;
    }
    return html`<span class="deleting" role="group" aria-label=${say.delete}>
      <span>${say.deleteAsk}</span>
      <button type="button" class="delete-confirm" ?disabled=${this.deleting} @click=${this.#delete}>
        ${say.deleteConfirm}
      </button>
      <button
        type="button"
        class="delete-cancel"
        ?disabled=${this.deleting}
        @click=${() => {
          this.#ask(false);
        }}
      >
        ${say.discard}
      </button>
    </span>`;
  }

  /** Asks, or no longer. The button that was pressed goes, so that its neighbour takes the focus. */
  #ask(asking: boolean): void {
    this.asking = asking;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(asking ? '.delete-cancel' : '.delete')?.focus(),
    );
  }

  #modelWork(): TemplateResult | typeof nothing {
    const say = STUDIO_WORDS[this.locale];
    const { model } = this.set;
    if (!model) return nothing;
    const wrote = model.models.filter((part) => part.sections > 0);
    const parts = wrote.map((part) => say.modelPart(part.name, part.drafts));
    const flaws = new Map<string, number>();
    for (const { code, label, count } of wrote.flatMap((part) => part.flawed)) {
      const reason = say.flaws[code] ?? label;
      flaws.set(reason, (flaws.get(reason) ?? 0) + count);
    }
    const reasons = [...flaws].map(([reason, count]) => `${reason} ${count}`);
    return html`<p class="soft model-work">
      ${parts.length > 0 ? say.modelWork(enumerated(parts, this.locale)) : nothing}
      ${reasons.length > 0 ? say.modelFlaws(enumerated(reasons, this.locale)) : nothing}
      ${model.models
        .filter((part) => part.failures > 0)
        .map((part) => html`${say.modelFailed(part.name, part.failures)} `)}
      ${model.unanswered > 0 ? say.modelSilent(model.unanswered) : nothing}
      ${model.limit ? say.modelLimits[model.limit] : nothing}
    </p>`;
  }

  #progress(): TemplateResult {
    const say = STUDIO_WORDS[this.locale];
    const { done, total, made } = this.set.progress;
    return html`<div class="progress">
      <p role="status">${total === 0 ? say.preparing : say.making(done, total, made)}</p>
      <progress max=${Math.max(total, 1)} value=${done} aria-label=${say.states.making}></progress>
      ${
        this.set.mine
          ? html`<button type="button" @click=${() => this.#do(this.client.cancel(this.set.id))}>
              ${say.cancel}
            </button>`
          : nothing
      }
    </div>`;
  }

  #item(slot: Slot, at: number, sound: readonly Slot[]): TemplateResult {
    return html`<li>
      <kepu-item
        .slotted=${slot}
        .locale=${this.locale}
        .mayChange=${this.set.mine && !this.earlier}
        .first=${at <= 0}
        .last=${at < 0 || at === sound.length - 1}
        @kepu-item-deed=${(event: CustomEvent<ItemDeed>) => this.#deed(slot, event.detail)}
      ></kepu-item>
    </li>`;
  }

  #takeAlong(sound: readonly Slot[]): TemplateResult {
    const say = STUDIO_WORDS[this.locale];
    const chosen = this.formats.find((format) => format.code === this.format);
    const printed = this.format === 'docx' || this.format === 'pdf';
    return html`<aside aria-labelledby="export">
      <h2 id="export">${say.exportTitle}</h2>
      <p class="soft">${say.exportLead}</p>
      <label
        >${say.exportTitle}
        <select
          name="format"
          @change=${(event: Event) => (this.format = (event.target as HTMLSelectElement).value)}
        >
          ${[...this.formats]
            .sort(byUse)
            .map(
              (format) =>
                html`<option value=${format.code} ?selected=${format.code === this.format}>
                  ${say.formats[format.code] ?? format.code}
                </option>`,
            )}
        </select></label
      >
      ${chosen && !chosen.specified ? html`<p class="soft">${say.unofficial}</p>` : nothing}
      ${
        printed
          ? html`<div class="papers">
              ${(['teacher', 'student'] as const).map(
                (paper) =>
                  html`<label
                    ><input
                      type="radio"
                      name="paper"
                      value=${paper}
                      .checked=${this.paper === paper}
                      @change=${() => (this.paper = paper)}
                    />${say[paper]}</label
                  >`,
              )}
            </div>`
          : nothing
      }
      <label class="check"
        ><input
          type="checkbox"
          .checked=${this.accepted}
          @change=${(event: Event) => (this.accepted = (event.target as HTMLInputElement).checked)}
        />${say.onlyAccepted}</label
      >
      <a
        class="strong"
        download
        href=${this.client.exportAddress(this.set, this.format, this.paper, this.accepted)}
        aria-disabled=${sound.length === 0 ? 'true' : 'false'}
        >${say.download}</a
      >
      <button type="button" @click=${() => (this.worksheet = true)}>${say.worksheet}</button>
    </aside>`;
  }

  readonly #delete = async (): Promise<void> => {
    if (this.deleting) return;
    const { id } = this.set;
    this.deleting = true;
    try {
      await this.client.delete(id);
      if (this.set.id === id) this.#tell('kepu-set-left', undefined);
    } catch (error) {
      if (this.set.id === id) {
        this.deleting = false;
        this.#ask(false);
      }
      this.#tell('kepu-set-trouble', error);
    }
  };

  readonly #copyLink = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(`${location.origin}/educator#set=${this.set.id}`);
      this.copied = true;
    } catch {
      // The address bar has the link, too.
      this.copied = false;
    }
  };

  async #acceptAll(sound: readonly Slot[]): Promise<void> {
    for (const slot of sound.filter(waits)) {
      await this.#do(this.client.review(this.set, slot, 'accepted', ''));
      await this.updateComplete;
    }
  }

  async #deed(slot: Slot, deed: ItemDeed): Promise<void> {
    switch (deed.does) {
      case 'review':
        return this.#do(this.client.review(this.set, slot, deed.decision, deed.reason));
      case 'renew':
        return this.#do(this.client.renew(this.set, slot));
      case 'reword':
        return this.#do(this.client.reword(this.set, slot, deed));
      case 'move':
        return this.#do(this.client.arrange(this.set, this.set.title, this.#moved(slot, deed.by)));
    }
  }

  /** The places' numbers with one moved before or behind its neighbour that is shown. */
  #moved(slot: Slot, by: -1 | 1): readonly number[] {
    const numbers = this.set.slots.map((each) => each.number);
    const from = numbers.indexOf(slot.number);
    const to = Math.min(Math.max(from + by, 0), numbers.length - 1);
    numbers.splice(from, 1);
    numbers.splice(to, 0, slot.number);
    return numbers;
  }

  async #do(call: Promise<ItemSet>): Promise<void> {
    try {
      const changed = await call;
      if (changed.id !== this.set.id) return;
      this.set = changed;
      this.#tell('kepu-set-changed', changed);
    } catch (error) {
      this.#tell('kepu-set-trouble', error);
    }
  }

  #tell(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** Whether an item is good as far as the checks know, and nobody has said so. */
function waits(slot: Slot): boolean {
  return slot.decision === 'open' && slot.objections.length === 0;
}

function total(counted: readonly Counted[]): number {
  return counted.reduce((sum, { count }) => sum + count, 0);
}

const USED_FIRST = ['docx', 'pdf', 'anki', 'moodle', 'gift', 'qti'];

function byUse(one: Format, other: Format): number {
  const at = (format: Format) => {
    const place = USED_FIRST.indexOf(format.code);
    return place < 0 ? USED_FIRST.length : place;
  };
  return at(one) - at(other);
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-item-set': KepuItemSet;
  }
}
