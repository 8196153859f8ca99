import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { MediaController } from '../chat/media-controller';
import { NetworkController } from '../chat/network-controller';
import { SuggestionsController } from '../chat/suggestions-controller';
import { watchReach } from '../client/request';
import { isVenue, localeOf, messagesOf } from '../i18n/locale';
import { listenerOf, type Theme } from '../settings/preferences';
import { emblem } from '../theme/icons';
import { base, registerUnit, sheet } from '../theme/styles';
import tokensCss from '../theme/tokens.css?inline';
import miluScene from '../../site/illustrations/milu.svg?url';
import natureScene from '../../site/illustrations/nature.svg?url';
import planetariumScene from '../../site/illustrations/planetarium.svg?url';
import {
  ATTRACT,
  IDLE_TIMES,
  next,
  secondsLeft,
  type IdleEvent,
  type IdleState,
  type IdleTimes,
} from './idle';
import './kepu-kiosk-session';
import type { HoldEvent, KepuKioskSession, WishEvent, Wishes } from './kepu-kiosk-session';
import './kepu-operator';
import { EventQueue } from './event-queue';
import { hallName } from './hall-name';
import { KioskClient } from './kiosk-client';
import { decodePack } from './pack';
import { PackSearch } from './pack-search';
import css from './kiosk.css?inline';
import { parseWords, PinyinEngine } from './pinyin';
import { schemeOf } from './screen';
import type { HallNames } from './terminal-client';
import { wipe } from './wipe';
import { WORDS } from './words';

const SCENES = { nature: natureScene, planetarium: planetariumScene, milu: miluScene };
const TICK_MS = 250;
/** So long a pack is good until it is fetched anew, once nobody is there. */
const PACK_MS = 6 * 3_600_000;
/** How often what waits is told, if it can be. */
const TELL_MS = 30_000;
/** What leads out of the page, or leaves words on the clipboard, which a page without a gesture may not empty. */
const REFUSED = ['contextmenu', 'dragstart', 'copy', 'cut'] as const;
/** How long the emblem is held until it asks for the operator's code. */
const OPERATOR_HOLD_MS = 3_000;

registerUnit();

/**
 * A terminal in a hall: attracts, answers, and is clean for the next visitor. What a visitor does lives in
 * `<kepu-kiosk-session>`, which is thrown away at the reset.
 */
@customElement('kepu-kiosk')
export class KepuKiosk extends LitElement {
  static override readonly styles = [base, sheet(tokensCss), sheet(css)];

  /** Which terminal this is. */
  @property() terminal: string | undefined;
  /** Where it stands: `nature`, `planetarium` or `milu`. */
  @property({ reflect: true }) venue: string | undefined;
  /** Which hall it stands in. */
  @property() hall: string | undefined;
  /** What the hall is called. */
  @property({ attribute: false }) hallNames: HallNames | undefined;
  /** Which exhibit it stands before. */
  @property() exhibit: string | undefined;
  /** The language a visit begins in. */
  @property() locale: string | undefined;
  /** Whom a visit begins for: `general`, `child` or `elder`. */
  @property() audience: string | undefined;
  /** Whether everything to touch is low, for short arms and wheelchairs. */
  @property({ type: Boolean }) low = false;
  /** Whether a visit begins with large text; with elders it does. */
  @property({ type: Boolean, attribute: 'large-text' }) largeText = false;
  /** Its colours; by default the system's. */
  @property() theme: Theme = 'auto';
  /** How far the screen's lower edge is from the floor, in cm; by default 70. */
  @property({ type: Number }) bottom: number | undefined;
  /** How high what it shows is, in cm; by default as of 43 inches upright, of 55 lying. */
  @property({ type: Number }) height: number | undefined;
  /** Whether it is only tried out: nobody paired it, and what happens at it is not reported. */
  @property({ type: Boolean }) trial = false;
  /** How long a visitor may be still. */
  @property({ attribute: false }) times: IdleTimes = IDLE_TIMES;

  @state() private idle: IdleState = ATTRACT;
  @state() private wishes: Wishes = { locale: 'zh-CN', audience: 'general', low: false, large: false };
  @state() private seconds = 0;
  @state() private operator = false;
  @state() private engine: PinyinEngine | undefined;

  @query('kepu-kiosk-session') private readonly session!: KepuKioskSession | null;
  @query('.warning') private readonly warning!: HTMLDialogElement | null;

  readonly #client = new KioskClient(new EventQueue());
  readonly #suggestions = new SuggestionsController(this);
  readonly #darkness = new MediaController(this, '(prefers-color-scheme: dark)');
  readonly #network = new NetworkController(this, () => undefined, watchReach);
  #ticking: ReturnType<typeof setInterval> | undefined;
  #pressing: ReturnType<typeof setTimeout> | undefined;
  #telling: ReturnType<typeof setInterval> | undefined;
  #packOf: string | undefined;
  #packAt = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.wishes = this.#firstWishes();
    this.#ticking = setInterval(() => {
      this.#step({ type: 'tick' });
    }, TICK_MS);
    for (const type of ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const) {
      window.addEventListener(type, this.#touched, { capture: true, passive: true });
    }
    for (const type of REFUSED) window.addEventListener(type, refuse);
    window.addEventListener('wheel', refuseZoom, { passive: false });
    window.addEventListener('popstate', stayHere);
    window.addEventListener('online', this.#tell);
    this.#telling = setInterval(this.#tell, TELL_MS);
    this.#tell();
    void this.#loadEngine();
  }

  /** Whether somebody is before it. */
  get busy(): boolean {
    return this.idle.kind !== 'attract';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#ticking);
    clearTimeout(this.#pressing);
    clearInterval(this.#telling);
    for (const type of ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const) {
      window.removeEventListener(type, this.#touched, { capture: true });
    }
    for (const type of REFUSED) window.removeEventListener(type, refuse);
    window.removeEventListener('wheel', refuseZoom);
    window.removeEventListener('popstate', stayHere);
    window.removeEventListener('online', this.#tell);
  }

  override willUpdate(changed: PropertyValues<KepuKiosk>): void {
    const { venue, hall, exhibit } = this;
    const packOf = [venue ?? '', hall ?? ''].join();
    this.#client.trial = this.trial ? this.terminal : undefined;
    // A new setting comes while nobody is here, and is how the next visit begins.
    const begins = (['audience', 'low', 'largeText', 'locale'] as const).some((name) => changed.has(name));
    if (!this.busy && begins) this.wishes = this.#firstWishes();
    if (this.#packOf !== packOf) {
      this.#packOf = packOf;
      void this.#loadPack(packOf);
    }
    const { audience, locale } = this.wishes;
    this.#suggestions.load(this.#client, { venue, hall, exhibit, audience, locale });
    this.toggleAttribute('lowered', this.wishes.low);
    this.toggleAttribute('large', this.wishes.large);
    this.setAttribute('scheme', schemeOf(this.theme, this.#darkness.matches));
    this.style.setProperty('--kepu-screen-bottom', this.bottom?.toString() ?? null);
    this.style.setProperty('--kepu-screen-height', this.height?.toString() ?? null);
    this.lang = this.wishes.locale;
    document.documentElement.lang = this.wishes.locale;
  }

  override updated(changed: PropertyValues): void {
    if (!changed.has('idle')) return;
    if (this.idle.kind === 'attract') this.#attracts();
    const asking = this.idle.kind === 'warning';
    if (asking && !this.warning?.open) this.warning?.showModal();
    else if (!asking && this.warning?.open) this.warning.close();
  }

  override render(): TemplateResult {
    return html`
      ${this.idle.kind === 'attract' ? this.#attract() : this.#present()} ${this.#countdown()}
      ${
        this.operator
          ? html`<kepu-operator
              .words=${WORDS[this.wishes.locale]}
              .client=${this.#client}
              @close=${() => (this.operator = false)}
            ></kepu-operator>`
          : nothing
      }
    `;
  }

  #attract(): TemplateResult {
    const say = messagesOf(this.wishes.locale);
    const words = WORDS[this.wishes.locale];
    const questions = this.#suggestions.questions.slice(0, 6);
    return html`<main class="attract">
      ${this.#scene()}
      <div class="head">
        ${this.#emblem()}
        <h1>
          ${isVenue(this.venue) ? say.venueName[this.venue] : say.assistant}
          ${hallName(this.hallNames, this.wishes.locale)}
        </h1>
      </div>
      <div class="drift">
        ${questions.map(
          (question, index) =>
            html`<button
              type="button"
              class="q${index}"
              lang="zh-CN"
              @click=${() => void this.#begin(question)}
            >
              ${question}
            </button>`,
        )}
      </div>
      <button class="start" type="button" @click=${() => void this.#begin()}>
        <strong>${say.bubble}</strong><span>${words.touch}</span>
      </button>
    </main>`;
  }

  #scene(): TemplateResult | typeof nothing {
    return isVenue(this.venue) ? html`<img class="scene" src=${SCENES[this.venue]} alt="" />` : nothing;
  }

  #present(): TemplateResult {
    return html`
      <div class="above">${this.wishes.low ? this.#scene() : nothing}</div>
      <kepu-kiosk-session
        .client=${this.#client}
        .questions=${this.#suggestions.questions}
        .engine=${this.engine}
        .wishes=${this.wishes}
        .venue=${this.venue}
        .hallNames=${this.hallNames}
        .exhibit=${this.exhibit}
        .network=${this.#network.state}
        .packed=${this.#client.pack !== undefined}
        @kepu-internal-hold=${({ hold, on }: HoldEvent) => {
          this.#step({ type: on ? 'hold' : 'release', hold });
        }}
        @kepu-internal-wish=${({ wishes }: WishEvent) => (this.wishes = { ...this.wishes, ...wishes })}
        @kepu-internal-leave=${() => {
          this.#step({ type: 'leave' });
        }}
        ><span slot="emblem">${this.#emblem()}</span></kepu-kiosk-session
      >
    `;
  }

  /** The emblem is the operator's door: held long enough, it asks for the code. */
  #emblem(): TemplateResult {
    return html`<button
      class="emblem"
      type="button"
      aria-label=${WORDS[this.wishes.locale].operator}
      @pointerdown=${() => {
        clearTimeout(this.#pressing);
        this.#pressing = setTimeout(() => (this.operator = true), OPERATOR_HOLD_MS);
      }}
      @pointerup=${this.#released}
      @pointerleave=${this.#released}
      @pointercancel=${this.#released}
    >
      ${emblem(this.venue)}
    </button>`;
  }

  #countdown(): TemplateResult {
    const words = WORDS[this.wishes.locale];
    return html`<dialog
      class="warning"
      aria-labelledby="still"
      @cancel=${refuse}
      @keydown=${this.#stay}
      @click=${this.#stay}
    >
      <h2 id="still">${words.stillThere}</h2>
      <p class="seconds" aria-hidden="true">${this.seconds}</p>
      <p role="timer">${words.resetIn(this.seconds)}</p>
      <button class="stay" type="button">${words.stay}</button>
      <button
        class="leave"
        type="button"
        @click=${(event: Event) => {
          event.stopPropagation();
          this.#step({ type: 'leave' });
        }}
      >
        ${words.leave}
      </button>
    </dialog>`;
  }

  async #begin(question?: string): Promise<void> {
    this.#step({ type: 'touch' });
    await this.updateComplete;
    await this.session?.updateComplete;
    if (question) await this.session?.ask(question, true);
  }

  readonly #touched = (): void => {
    // During the countdown the dialog decides what a touch means; in the attract screen its buttons do.
    if (this.idle.kind === 'present') this.#step({ type: 'touch' });
  };

  /** Any tap during the countdown means that somebody is there; so does any key but those that only move about. */
  readonly #stay = (event: Event): void => {
    if (event instanceof KeyboardEvent && ['Tab', 'Enter', ' ', 'Shift'].includes(event.key)) return;
    this.#step({ type: 'touch' });
  };

  readonly #released = (): void => {
    clearTimeout(this.#pressing);
  };

  #step(event: IdleEvent): void {
    const now = performance.now();
    const before = this.idle;
    const after = next(before, event, now, this.times);
    if (before.kind !== 'attract' && after.kind === 'attract') this.#reset();
    this.idle = after;
    this.seconds = secondsLeft(after, now);
  }

  /** Nothing of the visitor stays: the session is told to forget and goes with the next rendering, the rest is wiped. */
  #reset(): void {
    this.session?.forget();
    this.operator = false;
    this.wishes = this.#firstWishes();
    this.#suggestions.again();
    void wipe();
    if (performance.now() - this.#packAt > PACK_MS) void this.#loadPack(this.#packOf);
    void this.updateComplete.then(() => this.dispatchEvent(new Event('kepu-internal-free')));
  }

  /** What waits is told now; what fails waits on. Where nothing waits, it is asked whether the service is back. */
  readonly #tell = (): void => {
    if (!navigator.onLine) return;
    void this.#client
      .tell()
      .catch(() => undefined)
      .then(() => (this.#network.online ? undefined : this.#client.knock()));
  };

  #attracts(): void {
    const { venue, exhibit } = this;
    const { locale } = this.wishes;
    void this.#client.note('attract_view', { venue, exhibit, locale }).catch(() => undefined);
  }

  #firstWishes(): Wishes {
    const audience = listenerOf(this.audience);
    return {
      locale: localeOf(this.locale),
      audience,
      low: this.low,
      large: this.largeText || audience === 'elder',
    };
  }

  /** Without the pack, there is no answer without a network. */
  async #loadPack(packOf: string | undefined): Promise<void> {
    const query = new URLSearchParams();
    if (this.venue) query.set('venue', this.venue);
    if (this.hall) query.set('hall', this.hall);
    try {
      const response = await fetch(`/api/v1/kiosk/pack?${query.toString()}`);
      if (!response.ok) throw new Error(`the pack is not there: ${response.status}`);
      const pack = new PackSearch(decodePack(await response.json()));
      if (packOf === this.#packOf) {
        this.#client.pack = pack;
        this.#packAt = performance.now();
        this.requestUpdate();
      }
    } catch {
      setTimeout(() => {
        if (packOf === this.#packOf) void this.#loadPack(packOf);
      }, 30_000);
    }
  }

  /** Without the dictionary, letters are letters: the keyboard still writes English, numbers and marks. */
  async #loadEngine(): Promise<void> {
    try {
      const response = await fetch('/kiosk/lexicon.tsv');
      if (response.ok) this.engine = new PinyinEngine(parseWords(await response.text()));
    } catch {
      setTimeout(() => void this.#loadEngine(), 10_000);
    }
  }
}

function refuse(event: Event): void {
  event.preventDefault();
}

function refuseZoom(event: WheelEvent): void {
  if (event.ctrlKey) event.preventDefault();
}

/** The way back leads here again. */
function stayHere(): void {
  history.pushState(null, '', location.href);
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-kiosk': KepuKiosk;
  }
}
