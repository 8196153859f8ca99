import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { AdminElement } from '../admin-element';
import { venueName, VENUES } from '../names';
import { academyDay } from '../panel';
import type { Preset } from '../words';

/** What the figures are of. */
export interface Selection {
  readonly from: string;
  readonly to: string;
  /** One of the academy's venues; empty for all. */
  readonly venue: string;
}

/** Somebody wants the figures of something else, or those once more. */
export class SelectionEvent extends Event {
  static readonly type = 'kepu-selection';

  constructor(readonly selection: Selection) {
    super(SelectionEvent.type);
  }
}

/** The days that a button stands for. */
export function days(preset: Preset): Pick<Selection, 'from' | 'to'> {
  const to = academyDay();
  const from = {
    today: to,
    week: academyDay(-6),
    month: academyDay(-29),
    thisMonth: `${to.slice(0, 7)}-01`,
    thisYear: `${to.slice(0, 4)}-01-01`,
  }[preset];
  return { from, to };
}

/**
 * Says of which days and which venue the figures are to be.
 *
 * @fires kepu-selection - the figures of something are wanted
 */
@customElement('kepu-selection')
export class KepuSelection extends AdminElement {
  @property({ attribute: false }) selection: Selection = { ...days('month'), venue: '' };
  /** The venues of who looks; empty for all. */
  @property({ attribute: false }) venues: readonly string[] = [];
  @state() private preset: Preset | undefined = 'month';

  override render(): TemplateResult {
    const { say, selection } = this;
    const venues = this.venues.length > 0 ? this.venues : VENUES;
    return html`<form class="bar" @submit=${this.#show}>
      <div class="field" role="group" aria-label=${say.period}>
        <span aria-hidden="true">${say.period}</span>
        <div class="presets">
          ${(Object.keys(say.presets) as Preset[]).map(
            (preset) =>
              html`<button
                class="button"
                type="button"
                aria-pressed=${preset === this.preset}
                @click=${() => {
                  this.#select(preset, { ...selection, ...days(preset) });
                }}
              >
                ${say.presets[preset]}
              </button>`,
          )}
        </div>
      </div>
      <label
        ><span>${say.from}</span><input name="from" type="date" required .value=${selection.from}
      /></label>
      <label><span>${say.to}</span><input name="to" type="date" required .value=${selection.to} /></label>
      <label
        ><span>${say.venue}</span>
        <select name="venue">
          <option value="">${say.allVenues}</option>
          ${venues.map(
            (venue) =>
              html`<option value=${venue} ?selected=${venue === selection.venue}>
                ${venueName(venue, this.locale)}
              </option>`,
          )}
        </select></label
      >
      <button class="button main">${say.show}</button>
      <button
        class="button"
        type="button"
        @click=${() => {
          window.print();
        }}
      >
        ${say.print}
      </button>
    </form>`;
  }

  readonly #show = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const entry = (name: string) => form.get(name) as string;
    const selection = { from: entry('from'), to: entry('to'), venue: entry('venue') };
    const same = selection.from === this.selection.from && selection.to === this.selection.to;
    this.#select(same ? this.preset : undefined, selection);
  };

  #select(preset: Preset | undefined, selection: Selection): void {
    this.preset = preset;
    this.dispatchEvent(new SelectionEvent(selection));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-selection': KepuSelection;
  }
  interface HTMLElementEventMap {
    'kepu-selection': SelectionEvent;
  }
}
