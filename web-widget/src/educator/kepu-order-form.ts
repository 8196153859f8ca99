import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { StaffLocale } from '../account/words';
import { base, sheet } from '../theme/styles';
import css from './order-form.css?inline';
import {
  KINDS,
  STAGES,
  WISHES,
  type Kind,
  type Order,
  type Source,
  type Stage,
  type Wish,
} from './studio-client';
import { topicName } from './topics';
import { STUDIO_WORDS } from './words';

/** What is asked for at first, of each kind. */
const USUAL: Readonly<Record<Kind, number>> = {
  single_choice: 4,
  multiple_choice: 1,
  true_false: 4,
  fill_in: 2,
  short_answer: 2,
  ordering: 0,
  matching: 0,
  hands_on: 1,
  oral: 1,
};

/** Somebody wants a set. */
export class OrderEvent extends Event {
  static readonly type = 'kepu-order';

  constructor(readonly order: Order) {
    super(OrderEvent.type);
  }
}

/**
 * Says what a set is to be made from, for whom and of which items.
 *
 * @fires kepu-order - a set is wanted
 */
@customElement('kepu-order-form')
export class KepuOrderForm extends LitElement {
  static override readonly styles = [base, sheet(css)];

  @property({ attribute: false }) sources: readonly Source[] = [];
  @property() locale: StaffLocale = 'zh-CN';
  @state() private about = '';
  @state() private stage: Stage = 'years_5_6';
  @state() private sections: ReadonlySet<string> = new Set();
  /** Articles that are taken whole. */
  @state() private documents: ReadonlySet<string> = new Set();

  override render(): TemplateResult {
    const say = STUDIO_WORDS[this.locale];
    const young = this.stage === 'years_1_2';
    return html`<form @submit=${this.#submit} aria-labelledby="new">
      <h1 id="new">${say.newSet}</h1>
      <p class="soft">${say.newSetLead}</p>
      <div class="field">
        <label for="about">${say.about}</label>
        <input
          id="about"
          name="about"
          autocomplete="off"
          aria-describedby="about-hint"
          .value=${this.about}
          @input=${(event: InputEvent) => (this.about = (event.target as HTMLInputElement).value)}
        />
        <p class="soft" id="about-hint">${say.aboutHint}</p>
      </div>
      <details class="pick">
        <summary>${say.pickSections}${this.#chosen()}</summary>
        <div class="articles">${this.#found().map((source) => this.#article(source))}</div>
      </details>
      <div class="field">
        <label for="stage">${say.stage}</label>
        <select
          id="stage"
          name="stage"
          @change=${(event: Event) => (this.stage = (event.target as HTMLSelectElement).value as Stage)}
        >
          ${STAGES.map(
            (stage) =>
              html`<option value=${stage} ?selected=${stage === this.stage}>${say.stages[stage]}</option>`,
          )}
        </select>
        ${young ? html`<p class="soft">${say.noTests}</p>` : nothing}
      </div>
      <fieldset>
        <legend>${say.howMany}</legend>
        <div class="kinds">
          ${KINDS.map((kind) => {
            const written = kind !== 'hands_on' && kind !== 'oral';
            return html`<label
              >${say.kinds[kind]}
              <input
                type="number"
                name=${kind}
                min="0"
                max="50"
                ?disabled=${young && written}
                value=${USUAL[kind]}
            /></label>`;
          })}
        </div>
      </fieldset>
      ${this.#more()}
      <button class="make">${say.make}</button>
    </form>`;
  }

  #chosen(): TemplateResult | typeof nothing {
    const say = STUDIO_WORDS[this.locale];
    const [articles, sections] = [this.documents.size, this.sections.size];
    return articles + sections === 0 ? nothing : html` · ${say.chosen(articles, sections)}`;
  }

  /** What few ask for: a topic, Bloom's levels, difficulties, and the standard's concepts and competences. */
  #more(): TemplateResult {
    const say = STUDIO_WORDS[this.locale];
    const topics = [...new Set(this.sources.flatMap((source) => source.topics))];
    return html`<details class="more">
      <summary>${say.more}</summary>
      <p class="soft">${say.moreLead}</p>
      <div class="field">
        <label for="topic">${say.topic}</label>
        <select id="topic" name="topic">
          <option value="">${say.noTopic}</option>
          ${topics.map((topic) => html`<option value=${topic}>${topicName(topic, this.locale)}</option>`)}
        </select>
      </div>
      ${(Object.keys(WISHES) as Wish[]).map(
        (wish) =>
          html`<fieldset>
            <legend>${say.wishes[wish]}</legend>
            <div class="wishes">
              ${WISHES[wish].map(
                (code) =>
                  html`<label class="wish"
                    ><input type="checkbox" name=${wish} value=${code} />${say.wishNames[code]}</label
                  >`,
              )}
            </div>
          </fieldset>`,
      )}
    </details>`;
  }

  /** The articles that what was typed may mean; all where nothing was. */
  #found(): readonly Source[] {
    const words = this.about.trim();
    const found = this.sources.filter(
      (source) =>
        words === '' ||
        source.title.includes(words) ||
        source.sections.some((heading) => heading.includes(words)),
    );
    return found.slice(0, 40);
  }

  #article(source: Source): TemplateResult {
    const say = STUDIO_WORDS[this.locale];
    return html`<details>
      <summary>${source.title}</summary>
      <label class="section whole"
        ><input
          type="checkbox"
          .checked=${this.documents.has(source.id)}
          @change=${(event: Event) => {
            this.documents = picked(this.documents, source.id, (event.target as HTMLInputElement).checked);
          }}
        />${say.wholeArticle}</label
      >
      ${source.sections.map((heading) => {
        const name = `${source.id}#${heading}`;
        return html`<label class="section"
          ><input
            type="checkbox"
            .checked=${this.sections.has(name)}
            @change=${(event: Event) => {
              this.sections = picked(this.sections, name, (event.target as HTMLInputElement).checked);
            }}
          />${heading}</label
        >`;
      })}
    </details>`;
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const entries = new FormData(event.target as HTMLFormElement);
    const kinds: Partial<Record<Kind, number>> = {};
    for (const kind of KINDS) {
      const count = Number(entries.get(kind) ?? 0);
      if (count > 0) kinds[kind] = count;
    }
    const about = this.about.trim();
    const sections = [...this.sections];
    const documents = [...this.documents];
    const chosen = entries.get('topic');
    const topic = typeof chosen === 'string' ? chosen : '';
    const names = [
      about,
      this.sources.find((source) => source.id === documents[0])?.title,
      sections[0]?.split('#')[1],
      topic && topicName(topic, this.locale),
    ];
    const title = names.find((name) => name) ?? '';
    const picks = sections.length + documents.length > 0;
    this.dispatchEvent(
      new OrderEvent({
        title: title.slice(0, 60),
        ...(about && !picks ? { exhibit: about } : {}),
        ...(topic ? { topic } : {}),
        sections,
        documents,
        stage: this.stage,
        kinds,
        ...wished(entries),
      }),
    );
  };
}

function picked(all: ReadonlySet<string>, one: string, wanted: boolean): ReadonlySet<string> {
  const now = new Set(all);
  if (wanted) now.add(one);
  else now.delete(one);
  return now;
}

/** What was ticked of each kind of wish. */
function wished(entries: FormData): Partial<Record<Wish, readonly string[]>> {
  const wishes: Partial<Record<Wish, readonly string[]>> = {};
  for (const wish of Object.keys(WISHES) as Wish[]) {
    const codes = entries.getAll(wish).filter((code) => typeof code === 'string');
    if (codes.length > 0) wishes[wish] = codes;
  }
  return wishes;
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-order-form': KepuOrderForm;
  }
  interface HTMLElementEventMap {
    'kepu-order': OrderEvent;
  }
}
