import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ConversationController } from '../chat/conversation-controller';
import type { AskEvent, CiteEvent } from '../chat/events';
import type { Network } from '../chat/network-controller';
import { scrollTarget } from '../chat/scrolling';
import type { Turn } from '../chat/turn';
import { endingWords, turnsOf } from '../chat/turns';
import '../choice/kepu-choice';
import type { ChooseEvent } from '../choice/kepu-choice';
import '../citation/kepu-source-view';
import type { Citation } from '../client/contract';
import '../composer/kepu-composer';
import type { KepuComposer } from '../composer/kepu-composer';
import { isVenue, languageOf, LOCALES, messagesOf, type Locale } from '../i18n/locale';
import type { Listener } from '../i18n/messages';
import { hush, SpeechController } from '../speech/speech-controller';
import { passagesOf } from '../speech/spoken';
import '../suggestions/kepu-suggestions';
import { askIcon, emblem } from '../theme/icons';
import { base, sheet } from '../theme/styles';
import type { Hold } from './idle';
import { hallName } from './hall-name';
import './kepu-keyboard';
import './kepu-take-along';
import type { KioskClient } from './kiosk-client';
import type { PinyinEngine } from './pinyin';
import css from './session.css?inline';
import type { HallNames } from './terminal-client';
import { edit, focused, type EditEvent } from './typing';
import { WORDS } from './words';

/** After the last key, typing goes on for so long: people stop to think. */
export const TYPING_PAUSE_MS = 30_000;

/** Something begins, or ends, that keeps the visitor here. */
export class HoldEvent extends Event {
  static readonly type = 'kepu-internal-hold';
  constructor(
    readonly hold: Hold,
    readonly on: boolean,
  ) {
    super(HoldEvent.type, { bubbles: true, composed: true });
  }
}

/** How the visitor wants the terminal. Nobody's wish outlives their visit. */
export interface Wishes {
  readonly locale: Locale;
  readonly audience: Listener;
  readonly low: boolean;
  readonly large: boolean;
}

/** The visitor wants it otherwise. */
export class WishEvent extends Event {
  static readonly type = 'kepu-internal-wish';
  constructor(readonly wishes: Partial<Wishes>) {
    super(WishEvent.type, { bubbles: true, composed: true });
  }
}

/** The visitor is done. */
export class LeaveEvent extends Event {
  static readonly type = 'kepu-internal-leave';
  constructor() {
    super(LeaveEvent.type, { bubbles: true, composed: true });
  }
}

/**
 * One visitor at a terminal, from the first touch to the reset: everything that is theirs is held by this element and
 * goes with it.
 *
 * @fires kepu-internal-hold - something begins or ends that keeps the visitor here
 * @fires kepu-internal-wish - the visitor wants the terminal otherwise
 * @fires kepu-internal-leave - the visitor is done
 */
@customElement('kepu-kiosk-session')
export class KepuKioskSession extends LitElement {
  static override readonly styles = [base, sheet(css)];

  @property({ attribute: false }) client!: KioskClient;
  @property({ attribute: false }) questions: readonly string[] = [];
  @property({ attribute: false }) engine: PinyinEngine | undefined;
  @property({ attribute: false }) wishes!: Wishes;
  @property() venue: string | undefined;
  @property({ attribute: false }) hallNames: HallNames | undefined;
  @property() exhibit: string | undefined;
  @property() network: Network = 'online';
  /** Whether there is something to answer from without a network. */
  @property({ type: Boolean }) packed = false;
  /** Whether the keyboard is on the screen. Set by the element itself. */
  @property({ type: Boolean, reflect: true, attribute: 'keyboard' }) keyboardShown = false;

  @state() private citation: Citation | undefined;
  @state() private announcement = '';
  /** The answer that is being taken along. */
  @state() private taking: string | undefined;

  @query('.content') private readonly content!: HTMLElement;
  @query('kepu-composer') private readonly composer!: KepuComposer;

  readonly #conversation = new ConversationController(this, 'kiosk');
  readonly #speech = new SpeechController(this, (speaking) => {
    this.#hold('speaking', speaking);
  });
  #typing: ReturnType<typeof setTimeout> | undefined;
  #opener: HTMLElement | undefined;
  #firstTouch: number | undefined;
  #lastTouch = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#conversation.openUnkept(this.client);
    this.addEventListener('pointerdown', this.#touched);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  /**
   * Asks a question, as if it had been typed.
   *
   * @param tapped whether it was one of those offered
   */
  async ask(question: string, tapped = false): Promise<void> {
    if (tapped) this.#note('suggestion_click');
    this.citation = undefined;
    this.keyboardShown = false;
    const { venue, exhibit } = this;
    const { audience: listener, locale } = this.wishes;
    // Everybody is what a terminal begins with: nobody has chosen that.
    const audience = listener === 'general' ? undefined : listener;
    await this.#follow(this.#conversation.ask(question, { venue, exhibit, audience, locale }));
  }

  /** Forgets everything, here and at the service. To be called before the element goes. */
  forget(): void {
    this.#speech.stop();
    const { conversationId } = this.#conversation;
    if (conversationId && this.#conversation.turns.length > 0)
      void this.client
        .ended(conversationId, this.#lastTouch - (this.#firstTouch ?? this.#lastTouch))
        .catch(() => undefined);
    this.#conversation.clear();
  }

  override updated(changed: PropertyValues): void {
    if (changed.has('keyboardShown') || this.#conversation.busy) this.#scroll();
  }

  override render(): TemplateResult {
    const say = messagesOf(this.wishes.locale);
    return html`
      ${this.#header()}
      <main>
        ${
          this.network === 'online'
            ? nothing
            : html`<p class="offline" role="status">${this.#offline(this.network)}</p>`
        }
        <div
          class="content"
          tabindex="0"
          role="region"
          aria-label=${say.conversation}
          ?hidden=${this.citation !== undefined}
          @kepu-internal-ask=${this.#onAsk}
          @kepu-internal-cite=${this.#onCite}
          @focusin=${this.#onFocus}
        >
          ${this.#conversation.turns.length === 0 ? this.#welcome() : this.#turns()}
        </div>
        ${
          this.citation
            ? html`<kepu-source-view
                .messages=${say}
                .locale=${this.wishes.locale}
                .client=${this.client}
                .citation=${this.citation}
                .linkless=${true}
                @kepu-internal-back=${this.#onBack}
              ></kepu-source-view>`
            : nothing
        }
        <kepu-composer
          .messages=${say}
          .busy=${this.#conversation.busy}
          .quiet=${true}
          @focusin=${this.#onFocus}
          @kepu-internal-ask=${this.#onAsk}
          @kepu-internal-stop=${(event: Event) => {
            event.stopPropagation();
            this.#conversation.stop();
          }}
        ></kepu-composer>
        ${
          this.keyboardShown
            ? html`<kepu-keyboard
                .words=${WORDS[this.wishes.locale]}
                .engine=${this.engine}
                @click=${this.#onKey}
                @kepu-internal-edit=${this.#onEdit}
              ></kepu-keyboard>`
            : nothing
        }
        <p class="visually-hidden" role="status">${this.announcement}</p>
        ${
          this.taking && this.#conversation.conversationId
            ? html`<kepu-take-along
                .words=${WORDS[this.wishes.locale]}
                .client=${this.client}
                .conversationId=${this.#conversation.conversationId}
                .answerId=${this.taking}
                @close=${() => (this.taking = undefined)}
              ></kepu-take-along>`
            : nothing
        }
      </main>
    `;
  }

  #offline(network: Exclude<Network, 'online'>): string {
    const words = WORDS[this.wishes.locale];
    const say = messagesOf(this.wishes.locale);
    if (network === 'offline') return this.packed ? words.offline : say.offline;
    return this.packed ? words.cutOff : say.failures.unreachable;
  }

  #header(): TemplateResult {
    const { wishes } = this;
    const say = messagesOf(wishes.locale);
    const words = WORDS[wishes.locale];
    return html`<header>
      <slot name="emblem"><span class="emblem">${emblem(this.venue)}</span></slot>
      <h1>
        ${isVenue(this.venue) ? say.venueName[this.venue] : say.assistant}
        ${hallName(this.hallNames, wishes.locale)}
      </h1>
      <button
        type="button"
        @click=${() => {
          this.#wish({ large: !wishes.large });
        }}
      >
        ${wishes.large ? words.smaller : words.larger}
      </button>
      <button
        type="button"
        @click=${() => {
          this.#wish({ low: !wishes.low });
        }}
      >
        ${wishes.low ? words.high : words.low}
      </button>
      <button class="leave" type="button" @click=${() => this.dispatchEvent(new LeaveEvent())}>
        ${words.leave}
      </button>
      <div class="wishes" ?hidden=${this.keyboardShown}>
        <kepu-choice
          .label=${say.audience}
          .labelHidden=${true}
          .options=${Object.entries(say.audiences)}
          .value=${wishes.audience}
          @kepu-internal-choose=${(event: ChooseEvent) => {
            event.stopPropagation();
            const audience = event.value as Listener;
            this.#wish({ audience, large: audience === 'elder' });
          }}
        ></kepu-choice>
        <kepu-choice
          .label=${say.language}
          .labelHidden=${true}
          .options=${Object.entries(LOCALES).map(([tag, name]) => [tag, name, tag] as const)}
          .value=${wishes.locale}
          @kepu-internal-choose=${(event: ChooseEvent) => {
            event.stopPropagation();
            this.#wish({ locale: event.value as Locale });
          }}
        ></kepu-choice>
      </div>
    </header>`;
  }

  #welcome(): TemplateResult {
    const words = WORDS[this.wishes.locale];
    return html`<div class="welcome">
      <h2>${words.ask}</h2>
      <p class="note">${words.questions}</p>
      <ul class="questions" aria-label=${messagesOf(this.wishes.locale).suggestions}>
        ${this.questions.map(
          (question) =>
            html`<li>
              <button
                type="button"
                lang=${languageOf(question, this.wishes.locale)}
                @click=${() => void this.ask(question, true)}
              >
                <span>${question}</span>${askIcon}
              </button>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  #turns(): TemplateResult {
    const say = messagesOf(this.wishes.locale);
    const last = this.#conversation.turns.at(-1);
    return html`
      <h2 class="visually-hidden">${say.conversation}</h2>
      ${turnsOf(this.#conversation, {
        messages: say,
        locale: this.wishes.locale,
        client: this.client,
        terminal: true,
        retry: (turn) => void this.#follow(this.#conversation.retry(turn)),
        vote: (turn, feedback) => void this.#conversation.vote(turn, feedback),
        reported: (turn, ticket) => {
          this.keyboardShown = false;
          this.#conversation.keepTicket(turn, ticket);
        },
      })}
      ${last?.phase === 'done' ? this.#next(last) : nothing}
    `;
  }

  #next(turn: Turn): TemplateResult {
    const words = WORDS[this.wishes.locale];
    const passages = passagesOf(turn, this.wishes.locale);
    return html`
      <div class="next">
        ${
          this.#speech.speaking || this.#speech.speaks(passages)
            ? html`<button
                type="button"
                aria-pressed=${this.#speech.speaking ? 'true' : 'false'}
                @click=${() => {
                  if (this.#speech.speaking) this.#speech.stop();
                  else {
                    this.#speech.speak(passages);
                    this.#note('speech_play', turn.answerId ?? turn.request.requestId);
                  }
                }}
              >
                ${this.#speech.speaking ? words.stopSpeaking : words.speak}
              </button>`
            : nothing
        }
        ${
          turn.answerId && turn.citations.length > 0
            ? html`<button type="button" @click=${() => (this.taking = turn.answerId)}>
                ${words.takeAlong}
              </button>`
            : nothing
        }
        <button type="button" @click=${this.#startOver}>${words.home}</button>
      </div>
      <kepu-suggestions
        .heading=${messagesOf(this.wishes.locale).followUps}
        .questions=${turn.suggestions}
        .locale=${this.wishes.locale}
      ></kepu-suggestions>
    `;
  }

  readonly #touched = (): void => {
    this.#lastTouch = performance.now();
    this.#firstTouch ??= this.#lastTouch;
  };

  readonly #onAsk = (event: AskEvent): void => {
    event.stopPropagation();
    void this.ask(event.question, event.origin === 'suggestion');
  };

  readonly #onCite = (event: CiteEvent): void => {
    event.stopPropagation();
    this.#opener = event.opener;
    this.keyboardShown = false;
    this.citation = event.citation;
    this.#note('source_open', this.#conversation.answerOf(event.citation));
  };

  readonly #onBack = (event: Event): void => {
    event.stopPropagation();
    this.citation = undefined;
    void this.updateComplete.then(() => this.#opener?.focus());
  };

  /** Where text is wanted, the keyboard comes. */
  readonly #onFocus = (): void => {
    if (focused() instanceof HTMLTextAreaElement) this.keyboardShown = true;
  };

  /** Any key, a letter that waits for its character too. */
  readonly #onKey = (): void => {
    this.#hold('typing', true);
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.#hold('typing', false);
    }, TYPING_PAUSE_MS);
  };

  readonly #onEdit = ({ edit: what }: EditEvent): void => {
    const field = focused();
    const own = field === null || !this.composer.shadowRoot?.contains(field);
    switch (what.kind) {
      case 'send':
        if (own && field instanceof HTMLTextAreaElement) field.form?.requestSubmit();
        else this.composer.send();
        return;
      case 'hide':
        this.keyboardShown = false;
        return;
      case 'insert':
      case 'delete':
        edit(field instanceof HTMLTextAreaElement ? field : this.#composerField(), what);
    }
  };

  #composerField(): HTMLTextAreaElement {
    const field = this.composer.shadowRoot?.querySelector('textarea');
    if (!field) throw new Error('the composer has a text field');
    return field;
  }

  #startOver(): void {
    this.#speech.stop();
    this.#conversation.clear();
    this.content.scrollTop = 0;
  }

  async #follow(answer: Promise<Turn>): Promise<void> {
    hush();
    const say = messagesOf(this.wishes.locale);
    this.#hold('streaming', true);
    this.announcement = say.waiting;
    const turn = await answer;
    if (!this.#conversation.busy) this.#hold('streaming', false);
    this.announcement = endingWords(turn, say);
  }

  #note(type: 'source_open' | 'suggestion_click' | 'speech_play', answerId?: string): void {
    const { venue, exhibit } = this;
    const { locale } = this.wishes;
    const { conversationId } = this.#conversation;
    void this.client.note(type, { conversationId, answerId, venue, exhibit, locale }).catch(() => undefined);
  }

  #wish(wishes: Partial<Wishes>): void {
    this.dispatchEvent(new WishEvent(wishes));
  }

  #hold(hold: Hold, on: boolean): void {
    this.dispatchEvent(new HoldEvent(hold, on));
  }

  #scroll(): void {
    const turn = this.shadowRoot?.querySelector<HTMLElement>('kepu-answer:last-of-type');
    if (turn) this.content.scrollTop = scrollTarget(this.content, turn);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-kiosk-session': KepuKioskSession;
  }
}
