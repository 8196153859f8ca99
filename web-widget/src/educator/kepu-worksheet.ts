import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { StaffLocale } from '../account/words';
import { qrCode } from '../picture/qr';
import { base, sheet } from '../theme/styles';
import type { ItemSet, Slot, Source } from './studio-client';
import { STUDIO_WORDS } from './words';
import css from './worksheet.css?inline';

/** Stops of a visit on one sheet: more are not walked in a morning. */
const MOST_STOPS = 12;

const NOWHERE = { venues: [], exhibits: [] };

/** The source without the heading: a sheet names each article once. */
function article(source: string): string {
  return source.replace(/^(《[^》]*》)“.*?”(?=（|$)/u, '$1');
}

/** What all of some lists have, in the order of the first. */
function shared(lists: readonly (readonly string[])[]): readonly string[] {
  return (lists[0] ?? []).filter((each) => lists.every((list) => list.includes(each)));
}

/** A sheet for a visit: a stop for each subject, tasks to do there, room to draw, and the way to the assistant. */
@customElement('kepu-worksheet')
export class KepuWorksheet extends LitElement {
  static override readonly styles = [base, sheet(css)];

  @property({ attribute: false }) set!: ItemSet;
  @property({ attribute: false }) sources: readonly Source[] = [];
  @property() locale: StaffLocale = 'zh-CN';

  override render(): TemplateResult {
    const say = STUDIO_WORDS[this.locale];
    const stops = this.#stops();
    const slots = stops.flatMap(([, there]) => there);
    const reviewed = slots.length > 0 && slots.every((slot) => slot.decision === 'accepted');
    const address = this.#address(slots);
    return html`<article>
      <h1>${say.worksheetTitle(this.set.title)}</h1>
      <p class="who">
        <span>${say.className}</span><i></i><span>${say.name}</span><i></i><span>${say.date}</span><i></i>
      </p>
      <nav aria-label=${say.route}>
        <b>${say.route}</b>
        ${stops.map(([place], at) => html`<span class="place"><b>${at + 1}</b> ${place}</span>`)}
      </nav>
      ${stops.map(
        ([place, slots], at) =>
          html`<section>
            <h2><span class="number">${at + 1}</span>${say.stop(place)}</h2>
            <ol>
              ${slots.map((slot) => this.#task(slot))}
            </ol>
          </section>`,
      )}
      <footer>
        ${qrCode(address, address, 2)}
        <div>
          <p>${say.ask}</p>
          <p class="soft">${this.set.aiLabel} · ${reviewed ? say.reviewed : say.notReviewed}</p>
        </div>
      </footer>
      <div class="sources">
        <b>${say.sources}</b>
        <ol>
          ${[...new Set(slots.map((slot) => article(slot.source)))].map((source) => html`<li>${source}</li>`)}
        </ol>
      </div>
    </article>`;
  }

  /** The assistant's page, told of the house and the exhibit if all that is asked belongs to one. */
  #address(slots: readonly Slot[]): string {
    const asked = slots.map(
      (slot) => this.sources.find((source) => source.id === slot.evidence[0]?.documentId) ?? NOWHERE,
    );
    const here = this.set.venues;
    const venues = shared(asked.map((source) => source.venues)).filter(
      (venue) => here.length === 0 || here.includes(venue),
    );
    const exhibits = shared(asked.map((source) => source.exhibits));
    const query = new URLSearchParams();
    const venue = venues[0] ?? (here.length === 1 ? here[0] : undefined);
    if (venue) query.set('kepu-venue', venue);
    if (exhibits[0]) query.set('kepu-exhibit', exhibits[0]);
    const told = query.toString();
    return `${location.origin}/${told ? `?${told}` : ''}`;
  }

  /** What is asked at each subject, in the order of the set. */
  #stops(): readonly (readonly [string, readonly Slot[]])[] {
    const stops = new Map<string, Slot[]>();
    for (const slot of this.set.slots) {
      if (slot.decision === 'rejected' || (slot.objections.length > 0 && slot.decision !== 'accepted'))
        continue;
      const place = slot.evidence[0]?.title ?? this.set.title;
      stops.set(place, [...(stops.get(place) ?? []), slot]);
    }
    return [...stops].slice(0, MOST_STOPS);
  }

  #task(slot: Slot): TemplateResult {
    const say = STUDIO_WORDS[this.locale];
    const { content } = slot;
    switch (content.is) {
      case 'choice':
        return html`<li>
          ${slot.stem}
          <ul class="boxes">
            ${content.options?.map((option) => html`<li>${option.text}</li>`)}
          </ul>
        </li>`;
      case 'judgement':
        return html`<li>
          ${slot.stem}
          <ul class="boxes">
            <li>${say.right}</li>
            <li>${say.wrong}</li>
          </ul>
        </li>`;
      case 'blank':
        return html`<li>${slot.stem} <i class="blank"></i>${content.unit}</li>`;
      case 'task':
        return html`<li>
          ${slot.stem}
          <ul>
            ${content.steps?.map((step) => html`<li>${step}</li>`)}
          </ul>
          ${slot.kind === 'hands_on' ? html`<div class="drawing"><span>${say.draw}</span></div>` : ''}
        </li>`;
      case 'open':
        return html`<li>
          ${slot.stem}
          <div class="lines"></div>
        </li>`;
      case 'ordering':
        return html`<li>
          ${slot.stem}
          <ul class="boxes">
            ${[...(content.inOrder ?? [])].sort().map((thing) => html`<li>${thing}</li>`)}
          </ul>
        </li>`;
      case 'matching':
        return html`<li>
          ${slot.stem}
          <div class="two">
            <ul>
              ${content.pairs?.map((pair) => html`<li>${pair.left}</li>`)}
            </ul>
            <ul>
              ${(content.pairs ?? [])
                .map((pair) => pair.right)
                .sort()
                .map((right) => html`<li>${right}</li>`)}
            </ul>
          </div>
        </li>`;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-worksheet': KepuWorksheet;
  }
}
