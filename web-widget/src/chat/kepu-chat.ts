import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../answer/kepu-answer';
import { failureWords, type KepuAnswer } from '../answer/kepu-answer';
import '../citation/kepu-source-view';
import { defaultApiBase } from '../client/api-base';
import { ChatClient } from '../client/chat-client';
import type { Citation, SiteConfig, Ticket } from '../client/contract';
import { SitePass } from '../client/site-pass';
import '../composer/kepu-composer';
import type { KepuComposer } from '../composer/kepu-composer';
import { questionState } from '../composer/question';
import '../choice/kepu-choice';
import type { ChooseEvent } from '../choice/kepu-choice';
import { isVenue, messagesOf, type Locale } from '../i18n/locale';
import type { Listener, Messages } from '../i18n/messages';
import '../settings/kepu-settings';
import type { Settings } from '../settings/kepu-settings';
import {
  listenerOf,
  loadPreferences,
  localeFor,
  savePreferences,
  SCALES,
  textSizeOf,
  type Contrast,
  type Preferences,
  type Theme,
  isTheme,
} from '../settings/preferences';
import '../suggestions/kepu-suggestions';
import { closeIcon, emblem, newIcon, settingsIcon } from '../theme/icons';
import { base, registerUnit, sheet } from '../theme/styles';
import tokensCss from '../theme/tokens.css?inline';
import css from './chat.css?inline';
import { ConversationController } from './conversation-controller';
import {
  type AskEvent,
  type BackEvent,
  type CiteEvent,
  type ForgetEvent,
  type KepuChatEvents,
  type PreferEvent,
  type ReportedEvent,
  type RetryEvent,
  type StopEvent,
  type VoteEvent,
} from './events';
import { MediaController } from './media-controller';
import { NetworkController } from './network-controller';
import { PanelController } from './panel';
import { activityOf } from './place';
import { SuggestionsController } from './suggestions-controller';
import { scrollTarget } from './scrolling';
import { StayController, type StayReason } from './stay-controller';
import { answerText, type Turn } from './turn';

const UNIT_REGISTERED = registerUnit();

/**
 * The assistant on a page: a bubble that opens a panel, or the panel alone.
 *
 * ```html
 * <script type="module" src="https://HOST/widget/kepu-chat.js"></script>
 * <kepu-chat venue="milu"></kepu-chat>
 * ```
 *
 * On pages of another origin than the service's, `site` names the registered site that the page is of.
 *
 * Every attribute may change at any time. The conversation lives in the tab's `sessionStorage`, one for each service
 * and venue.
 *
 * @fires kepu-open - the panel was opened
 * @fires kepu-close - the panel was closed
 * @fires kepu-answer - an answer is complete
 * @fires kepu-feedback - a vote was sent
 * @fires kepu-correction - a report that an answer is wrong was received
 *
 * @csspart bubble - the button that opens the panel
 * @csspart panel - the panel
 * @csspart header - the panel's head
 * @csspart transcript - questions and answers
 * @csspart composer - where the question is typed
 *
 * @cssprop --kepu-color-accent - buttons, links and the visitor's words; with every other token of `theme/tokens.css`
 * @cssprop --kepu-color-night - the head of the panel and the bubble
 * @cssprop --kepu-font-text - the type everything is set in
 * @cssprop --kepu-inset-block - distance of bubble and panel from the bottom of the window (default 1.5rem)
 * @cssprop --kepu-inset-inline - distance from the side of the window (default 1.5rem)
 * @cssprop --kepu-z-index - where they stand in the page's stack (default 2147483000)
 * @cssprop --kepu-panel-width - width of the panel beside a page (default 25rem)
 * @cssprop --kepu-panel-height - height of the panel beside a page (default 41rem)
 */
@customElement('kepu-chat')
export class KepuChat extends LitElement {
  static override readonly styles = [sheet(tokensCss), base, sheet(css)];

  /** Where the visitor is: `nature`, `planetarium` or `milu`. Gives the look and helps to understand “this”. */
  @property({ reflect: true }) venue: string | undefined;
  /** The exhibit the visitor stands before, e.g. `milu-01`. */
  @property() exhibit: string | undefined;
  /** The activity it is shown at, by its id; by default what `kepu-activity` says in the page's address. */
  @property() activity: string | undefined;
  /** The language of interface and answers: `zh-CN`, `zh-TW` or `en`. By default that of the page. */
  @property() locale: string | undefined;
  /** Who is asking: `child`, `general`, `elder` or `educator`. */
  @property() audience: string | undefined;
  /** The id by which the page's site is registered at the service; its own pages need none. */
  @property() site: string | undefined;
  /** What an app shows that has no origin of its own. */
  @property({ attribute: 'device-token' }) deviceToken: string | undefined;
  /** The service's address. By default where this script came from. */
  @property({ attribute: 'api-base' }) apiBase: string | undefined;
  /**
   * `bubble`: a button in the corner that opens the panel. `inline`: the panel in the flow of the page. `page`: the
   * panel as the whole page.
   */
  @property({ reflect: true }) mode: 'bubble' | 'inline' | 'page' = 'bubble';
  /** `light`, `dark`, or `auto` for what the system says. The visitor may choose otherwise. */
  @property() theme: Theme = 'light';
  /** `normal` or `more`; by default what the system says. The visitor may choose otherwise. */
  @property() contrast: Contrast | undefined;
  /** The colours in use: `light` or `dark`. Set by the element itself. */
  @property({ reflect: true }) scheme: 'light' | 'dark' = 'light';
  /** Whether the panel is open; without meaning for `inline` and `page`. */
  @property({ type: Boolean, reflect: true }) open = false;

  @state() private citation: Citation | undefined;
  @state() private settingsOpen = false;
  @state() private preferences: Preferences = loadPreferences();
  @state() private voteFailed: string | undefined;
  @state() private announcement = '';
  @state() private siteConfig: SiteConfig | undefined;

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;
  @query('.bubble') private readonly bubble!: HTMLButtonElement | null;
  @query('kepu-composer') private readonly composer!: KepuComposer | null;
  @query('.transcript') private readonly transcript!: HTMLElement | null;

  #client = new ChatClient('');
  #opener: HTMLElement | undefined;
  #followsAnswer = true;
  readonly #conversation = new ConversationController(this);
  readonly #suggestions = new SuggestionsController(this);
  readonly #panel = new PanelController(this, () => this.dialog);
  readonly #network = new NetworkController(this, (online) => {
    this.announcement = online ? this.#messages.online : this.#messages.offline;
  });
  readonly #stay = new StayController(this, (ms, reason) => {
    this.#stayed(ms, reason);
  });
  readonly #darkness = new MediaController(this, '(prefers-color-scheme: dark)');
  readonly #strength = new MediaController(this, '(prefers-contrast: more)');

  /**
   * Opens the panel and asks, as if the visitor had typed it. An answer on its way is stopped.
   *
   * @param question 1 to 500 characters after trimming; anything else is not sent
   * @returns resolves when the answer is complete, stopped or failed
   */
  async ask(question: string): Promise<void> {
    const state = questionState(question);
    if (!state.sendable) return;
    this.show();
    await this.updateComplete;
    await this.#ask(state.question);
  }

  /** Forgets the conversation, here and at the service. */
  clear(): void {
    this.#stay.end('explicit');
    this.#conversation.clear();
    this.citation = undefined;
    this.announcement = '';
  }

  /** Opens the panel. */
  show(): void {
    if (this.mode !== 'bubble' || this.open) return;
    this.open = true;
    this.#emit('kepu-open', { venue: this.venue });
    void this.updateComplete.then(() => {
      // On a phone the keyboard would cover the suggested questions.
      if (this.#panel.narrow) this.dialog?.focus();
      else this.composer?.focus();
    });
  }

  /** Closes the panel; the conversation stays. */
  hide(): void {
    if (!this.open) return;
    this.open = false;
    this.citation = undefined;
    this.settingsOpen = false;
    this.#emit('kepu-close', { venue: this.venue });
    void this.updateComplete.then(() => this.bubble?.focus());
  }

  /** The first look waits for a task of its own: the page's other work comes between loading and drawing. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await new Promise((next) => setTimeout(next));
    await super.scheduleUpdate();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const base = this.apiBase?.replace(/\/+$/, '') ?? defaultApiBase(import.meta.url);
    const moved = changed.has('site') || changed.has('deviceToken') || this.#client.apiBase !== base;
    if (!this.hasUpdated || changed.has('venue') || moved) {
      if (moved || !this.hasUpdated) this.#enter(base);
      this.#conversation.open(this.#client, this.venue);
      this.citation = undefined;
      this.#followsAnswer = true;
    }
    if (this.#visible) {
      const { venue, exhibit } = this;
      this.#suggestions.load(this.#client, { venue, exhibit, audience: this.#audience });
    }
    this.#dress();
    if (this.#conversation.slow) this.announcement = this.#messages.slow;
  }

  /** Goes to the service, by way of the site's registration where the page names one. */
  #enter(base: string): void {
    const pass = this.site ? new SitePass(base, this.site, this.deviceToken) : undefined;
    this.#client = new ChatClient(base, pass);
    this.siteConfig = undefined;
    // A page that is not let in is told when somebody asks.
    pass?.config().then(
      (config) => {
        if (this.#client.pass !== pass) return;
        this.siteConfig = config;
        this.venue ??= config.venue;
        if (!this.hasAttribute('theme') && isTheme(config.theme)) this.theme = config.theme;
      },
      () => undefined,
    );
  }

  override updated(): void {
    this.#panel.present(this.open);
    this.#stay.shown(this.#visible);
    this.#scroll();
  }

  override render(): TemplateResult {
    const say = this.#messages;
    if (this.mode !== 'bubble') {
      return html`<section part="panel" class="panel inline" aria-labelledby="title" lang=${this.#locale}>
        ${this.#content(say)}
      </section>`;
    }
    return html`
      <button
        part="bubble"
        class="bubble"
        type="button"
        lang=${this.#locale}
        aria-haspopup="dialog"
        ?hidden=${this.open}
        @click=${() => {
          this.show();
        }}
      >
        ${emblem(this.venue)}<span>${say.bubble}</span>
      </button>
      <dialog
        part="panel"
        class="panel"
        tabindex="-1"
        aria-labelledby="title"
        lang=${this.#locale}
        @keydown=${this.#keydown}
        @cancel=${this.#cancel}
      >
        ${this.open ? this.#content(say) : nothing}
      </dialog>
    `;
  }

  #content(say: Messages): TemplateResult {
    return html`
      ${this.#header(say)}
      <div
        class="body"
        ?hidden=${this.citation !== undefined || this.settingsOpen}
        @kepu-internal-ask=${this.#onAsk}
        @kepu-internal-stop=${this.#onStop}
        @kepu-internal-cite=${this.#onCite}
      >
        <div
          part="transcript"
          class="transcript"
          role="log"
          aria-live="off"
          aria-label=${say.conversation}
          tabindex="0"
          @scroll=${this.#onScroll}
        >
          ${this.#conversation.turns.length === 0 ? this.#welcome(say) : this.#turns(say)}
        </div>
        ${this.#network.online ? nothing : html`<p class="offline">${say.offline}</p>`}
        <kepu-composer part="composer" .messages=${say} .busy=${this.#conversation.busy}></kepu-composer>
      </div>
      ${
        this.citation
          ? html`<kepu-source-view
              .messages=${say}
              .locale=${this.#locale}
              .client=${this.#client}
              .citation=${this.citation}
              @kepu-internal-back=${this.#onBack}
            ></kepu-source-view>`
          : nothing
      }
      ${
        this.settingsOpen
          ? html`<kepu-settings
              .messages=${say}
              .settings=${this.#settings}
              .forgettable=${this.#conversation.turns.length > 0}
              @kepu-internal-prefer=${this.#onPrefer}
              @kepu-internal-forget=${this.#onForget}
              @kepu-internal-back=${this.#onBack}
            ></kepu-settings>`
          : nothing
      }
      <p class="visually-hidden" role="status">${this.announcement}</p>
    `;
  }

  #header(say: Messages): TemplateResult {
    const place = isVenue(this.venue) ? say.venueName[this.venue] : undefined;
    return html`
      <div part="header" class="header">
        <span class="emblem">${emblem(this.venue)}</span>
        <div class="names">
          <h2 id="title">${say.assistant}</h2>
          <p>${[place, say.tagline].filter(Boolean).join(' · ')}</p>
        </div>
        <button
          type="button"
          aria-label=${say.newConversation}
          title=${say.newConversation}
          ?hidden=${this.#conversation.turns.length === 0}
          @click=${this.#startOver}
        >
          ${newIcon}
        </button>
        <button
          class="settings"
          type="button"
          aria-label=${say.settings}
          title=${say.settings}
          ?hidden=${this.settingsOpen}
          @click=${this.#openSettings}
        >
          ${settingsIcon}
        </button>
        ${
          this.mode !== 'bubble'
            ? nothing
            : html`<button
                type="button"
                aria-label=${say.close}
                title=${say.close}
                @click=${() => {
                  this.hide();
                }}
              >
                ${closeIcon}
              </button>`
        }
      </div>
    `;
  }

  #welcome(say: Messages): TemplateResult {
    return html`
      <div class="welcome">
        <p class="greeting">
          ${(this.siteConfig?.greeting ? [this.siteConfig.greeting] : say.greeting[isVenue(this.venue) ? this.venue : 'other']).map((phrase) => html`<span>${phrase}</span>`)}
        </p>
        <p class="note">
          ${say.greetingNote}${this.siteConfig?.filingNumber ? say.filing(this.siteConfig.filingNumber) : nothing}
        </p>
        <kepu-choice
          label-hidden
          .label=${say.audience}
          .options=${Object.entries(say.audiences)}
          .value=${listenerOf(this.#audience)}
          @kepu-internal-choose=${(event: ChooseEvent) => {
            event.stopPropagation();
            this.#prefer({ audience: event.value as Listener });
          }}
        ></kepu-choice>
        <kepu-suggestions
          .heading=${say.suggestions}
          .questions=${this.#suggestions.questions}
          .locale=${this.#locale}
        ></kepu-suggestions>
      </div>
    `;
  }

  #turns(say: Messages): TemplateResult {
    const { turns, slow } = this.#conversation;
    const last = turns.at(-1);
    return html`
      ${repeat(
        turns,
        (turn) => turn.request.requestId,
        (turn) =>
          html`<kepu-answer
            exportparts="question, answer, sources, picture, ai-label"
            .turn=${turn}
            .messages=${say}
            .locale=${this.#locale}
            .client=${this.#client}
            .slow=${slow && turn === last}
            .voteFailed=${this.voteFailed === turn.answerId && turn.answerId !== undefined}
            @kepu-internal-retry=${(event: RetryEvent) => {
              event.stopPropagation();
              void this.#follow(this.#conversation.retry(turn));
            }}
            @kepu-internal-vote=${(event: VoteEvent) => {
              event.stopPropagation();
              void this.#vote(turn, event);
            }}
            @kepu-internal-reported=${(event: ReportedEvent) => {
              event.stopPropagation();
              this.#reported(turn, event.ticket);
            }}
          ></kepu-answer>`,
      )}
      ${
        last?.phase === 'done' && last.suggestions.length > 0
          ? html`<kepu-suggestions
              .heading=${say.followUps}
              .questions=${last.suggestions}
              .locale=${this.#locale}
            ></kepu-suggestions>`
          : nothing
      }
    `;
  }

  get #locale(): Locale {
    const page = this.locale ?? this.closest<HTMLElement>('[lang]')?.lang ?? navigator.language;
    return localeFor(this.preferences, page);
  }

  get #audience(): string | undefined {
    return this.preferences.audience ?? this.audience;
  }

  get #settings(): Settings {
    return {
      audience: listenerOf(this.#audience),
      locale: this.#locale,
      textSize: textSizeOf({ audience: listenerOf(this.#audience), ...this.preferences }),
      contrast: this.preferences.contrast ?? this.contrast ?? (this.#strength.matches ? 'more' : 'normal'),
      theme: this.preferences.theme ?? this.theme,
    };
  }

  get #messages(): Messages {
    return messagesOf(this.#locale);
  }

  get #visible(): boolean {
    return this.open || this.mode !== 'bubble';
  }

  readonly #onAsk = (event: AskEvent): void => {
    event.stopPropagation();
    if (this.#panel.narrow && this.dialog)
      this.dialog.focus(); // the keyboard goes, the answer is seen
    else if (event.origin === 'suggestion') this.composer?.focus();
    void this.#ask(event.question);
  };

  readonly #onStop = (event: StopEvent): void => {
    event.stopPropagation();
    this.#conversation.stop();
  };

  readonly #onCite = (event: CiteEvent): void => {
    event.stopPropagation();
    this.#opener = event.opener;
    this.citation = event.citation;
  };

  readonly #onBack = (event: BackEvent): void => {
    event.stopPropagation();
    this.#back();
  };

  readonly #onPrefer = (event: PreferEvent): void => {
    event.stopPropagation();
    this.#prefer(event.preferences);
  };

  readonly #onForget = (event: ForgetEvent): void => {
    event.stopPropagation();
    this.settingsOpen = false;
    this.#startOver();
  };

  readonly #onScroll = (): void => {
    const box = this.transcript;
    if (box) this.#followsAnswer = box.scrollHeight - box.scrollTop - box.clientHeight < 48;
  };

  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    this.#dismiss();
  };

  readonly #cancel = (event: Event): void => {
    event.preventDefault();
    this.#dismiss();
  };

  /** Leaves the source or the settings if they are open, else the panel. */
  #dismiss(): void {
    if (this.citation || this.settingsOpen) this.#back();
    else this.hide();
  }

  #openSettings(event: Event): void {
    this.#opener = event.currentTarget as HTMLElement;
    this.citation = undefined;
    this.settingsOpen = true;
  }

  #prefer(chosen: Preferences): void {
    this.preferences = { ...this.preferences, ...chosen };
    savePreferences(this.preferences);
  }

  #back(): void {
    this.citation = undefined;
    this.settingsOpen = false;
    void this.updateComplete.then(() => this.#opener?.focus());
  }

  #startOver(): void {
    this.citation = undefined;
    this.announcement = '';
    this.#stay.end('explicit');
    this.#conversation.clear();
    void this.updateComplete.then(() => this.composer?.focus());
  }

  async #ask(question: string): Promise<void> {
    this.citation = undefined;
    const { venue, exhibit } = this;
    const audience = this.#audience;
    const activity = this.activity ?? activityOf(location.search);
    await this.#follow(
      this.#conversation.ask(question, { venue, exhibit, activity, audience, locale: this.#locale }),
    );
  }

  /** A stay is of a conversation: before the first question a page stands open. */
  #stayed(ms: number, reason: StayReason): void {
    const { conversationId } = this.#conversation;
    if (!conversationId) return;
    const activity = this.activity ?? activityOf(location.search);
    void this.#client
      .stayed({
        conversationId,
        channel: 'web',
        ...(this.venue ? { venue: this.venue } : {}),
        ...(activity ? { activity } : {}),
        locale: this.#locale,
        reason,
        activeMs: ms,
      })
      .catch(() => undefined);
  }

  /** Waits for an answer and tells, once, what became of it. */
  async #follow(answer: Promise<Turn>): Promise<void> {
    this.#followsAnswer = true;
    this.announcement = this.#messages.waiting;
    const turn = await answer;
    const say = this.#messages;
    if (turn.phase === 'done') {
      this.announcement = say.announceAnswer(answerText(turn), turn.citations.length);
      this.#emit('kepu-answer', {
        requestId: turn.request.requestId,
        conversationId: this.#conversation.conversationId,
        answerId: turn.answerId,
        question: turn.request.question,
        text: answerText(turn),
        outcome: turn.outcome ?? 'answered',
        citations: turn.citations,
      });
    } else {
      this.announcement = turn.failure ? failureWords(turn.failure, say) : say.stopped;
    }
  }

  async #vote(turn: Turn, { feedback }: VoteEvent): Promise<void> {
    if (!turn.answerId) return;
    this.voteFailed = undefined;
    try {
      await this.#conversation.vote(turn, feedback);
      this.#emit('kepu-feedback', { answerId: turn.answerId, ...feedback });
    } catch {
      this.voteFailed = turn.answerId;
    }
  }

  #reported(turn: Turn, ticket: Ticket): void {
    const isNew = turn.ticket === undefined;
    this.#conversation.keepTicket(turn, ticket);
    if (isNew && turn.answerId)
      this.#emit('kepu-correction', { answerId: turn.answerId, number: ticket.number });
  }

  /** Puts on what was chosen: by attributes for the style sheets, and the unit of all lengths. */
  #dress(): void {
    const { theme, contrast, textSize } = this.#settings;
    const dark = theme === 'dark' || (theme === 'auto' && this.#darkness.matches);
    this.scheme = dark ? 'dark' : 'light';
    this.toggleAttribute('strong', contrast === 'more');
    this.style.setProperty('--kepu-scale', String(SCALES[textSize]));
    if (!UNIT_REGISTERED) this.style.setProperty('--kepu-unit', `${16 * SCALES[textSize]}px`);
  }

  /** Keeps up with a growing answer, unless the visitor scrolled away, and never past the question's own line. */
  #scroll(): void {
    const box = this.transcript;
    if (!box || !this.#followsAnswer || this.#conversation.turns.length === 0) return;
    const question = box.querySelector<KepuAnswer>('kepu-answer:last-of-type');
    void question?.updateComplete.then(() => {
      box.scrollTop = scrollTarget(box, question);
    });
  }

  #emit<Type extends keyof KepuChatEvents>(type: Type, detail: KepuChatEvents[Type]['detail']): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-chat': KepuChat;
  }
}
