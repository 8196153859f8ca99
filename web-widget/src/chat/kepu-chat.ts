import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import '../citation/kepu-source-view';
import { defaultApiBase } from '../client/api-base';
import type { Feedback, PageEvent, Ticket } from '../client/contract';
import '../composer/kepu-composer';
import type { KepuComposer } from '../composer/kepu-composer';
import { questionState } from '../composer/question';
import { messagesOf, type Locale } from '../i18n/locale';
import type { Messages } from '../i18n/messages';
import '../settings/kepu-settings';
import { AppearanceController } from '../settings/appearance-controller';
import { isTheme, listenerOf, type Contrast, type Theme } from '../settings/preferences';
import { hush } from '../speech/speech-controller';
import '../suggestions/kepu-suggestions';
import { emblem } from '../theme/icons';
import { base, sheet } from '../theme/styles';
import tokensCss from '../theme/tokens.css?inline';
import { AsideController } from './aside-controller';
import css from './chat.css?inline';
import { ConversationController } from './conversation-controller';
import type {
  AskEvent,
  BackEvent,
  CiteEvent,
  ForgetEvent,
  PreferEvent,
  ReadAloudEvent,
  StopEvent,
} from './events';
import { EventReporter } from './event-reporter';
import { headerOf } from './header';
import './kepu-welcome';
import { NetworkController } from './network-controller';
import { PanelController } from './panel';
import { activityOf, placeOf } from './place';
import { PublicEvents } from './public-events';
import { Following } from './scrolling';
import { SiteController } from './site-controller';
import { StayController, type StayReason } from './stay-controller';
import { SuggestionsController } from './suggestions-controller';
import type { Turn } from './turn';
import { endingWords, turnsOf } from './turns';

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
 * This module does not register it: the entry does, in a task of its own, because every one on the page then starts.
 *
 * Every attribute may change at any time. The conversation lives in the tab's `sessionStorage`, one for each service
 * and venue.
 *
 * @attr venue - where the visitor is: `nature`, `planetarium` or `milu`
 * @attr exhibit - the exhibit the visitor stands before
 * @attr activity - the activity it is shown at
 * @attr audience - for whom answers are written: `general`, `child`, `elder` or `educator`
 * @attr locale - the language of interface and answers: `zh-CN`, `zh-TW` or `en`
 * @attr mode - `bubble`, `inline` or `page`
 * @attr theme - its colours: `light`, `dark` or `auto`
 * @attr contrast - `normal` or `more`
 * @attr site - the id by which the page's site is registered
 * @attr device-token - what an app shows that has no origin of its own
 * @attr api-base - the service's address
 * @attr open - whether the panel is open
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
 * @csspart question - the visitor's words
 * @csspart answer - an answer's words
 * @csspart sources - an answer's list of sources
 * @csspart picture - a picture of an answer
 * @csspart picture-viewer - where a picture is seen large
 * @csspart ai-label - the label that an AI made the answer
 *
 * @cssprop --kepu-color-accent - buttons, links and the visitor's words; with every other token of `theme/tokens.css`
 * @cssprop --kepu-color-night - the head of the panel and the bubble
 * @cssprop --kepu-font-text - the type everything is set in
 * @cssprop --kepu-font-display - the type of titles and greetings
 * @cssprop --kepu-inset-block - distance of bubble and panel from the bottom of the window (default 1.5rem, 1rem on small screens)
 * @cssprop --kepu-inset-inline - distance from the side of the window (default 1.5rem, 1rem on small screens)
 * @cssprop --kepu-z-index - where they stand in the page's stack (default 2147483000)
 * @cssprop --kepu-panel-width - width of the panel beside a page (default 25rem)
 * @cssprop --kepu-panel-height - height of the panel beside a page (default 41rem)
 */
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

  @state() private announcement = '';

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;
  @query('.bubble') private readonly bubble!: HTMLButtonElement | null;
  @query('kepu-composer') private readonly composer!: KepuComposer | null;
  @query('.transcript') private readonly transcript!: HTMLElement | null;

  readonly #tell = new PublicEvents(this);
  readonly #appearance = new AppearanceController(this);
  readonly #site = new SiteController(this, (config) => {
    this.venue ??= config.venue;
    if (!this.hasAttribute('theme') && isTheme(config.theme)) this.theme = config.theme;
  });
  readonly #conversation = new ConversationController(this);
  readonly #aside = new AsideController(this);
  readonly #suggestions = new SuggestionsController(this);
  readonly #panel = new PanelController(this, () => this.dialog);
  readonly #network = new NetworkController(this, (online) => {
    this.announcement = online ? this.#messages.online : this.#messages.offline;
  });
  readonly #stay = new StayController(this, (ms, reason) => {
    this.#stayed(ms, reason);
  });
  readonly #events = new EventReporter(this, () => this.#site.client);
  readonly #following = new Following();
  #entered: string | undefined;

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
    this.#aside.closeSource();
    this.announcement = '';
  }

  /** Opens the panel. */
  show(): void {
    if (this.mode !== 'bubble' || this.open) return;
    this.open = true;
    this.#tell.opened(this.venue);
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
    this.#aside.close();
    this.#tell.closed(this.venue);
    void this.updateComplete.then(() => this.bubble?.focus());
  }

  /** What was kept, and then the first look, wait for tasks of their own: the page's other work comes between. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) {
      await new Promise((next) => setTimeout(next));
      this.#enter();
      await new Promise((next) => setTimeout(next));
    }
    await super.scheduleUpdate();
  }

  #enter(): void {
    const { venue, site, deviceToken } = this;
    const apiBase = this.apiBase?.replace(/\/+$/, '') ?? defaultApiBase(import.meta.url);
    if (this.#site.enter({ apiBase, site, deviceToken }) || venue !== this.#entered) {
      this.#entered = venue;
      this.#conversation.open(this.#site.client, venue);
      this.#aside.closeSource();
      this.#following.again();
    }
  }

  override firstUpdated(): void {
    this.#events.onceSeen(() => {
      this.#happened({ type: 'impression' });
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    Object.assign(this, placeOf(location.search));
  }

  override willUpdate(): void {
    this.#enter();
    const { venue, exhibit } = this;
    if (this.#visible) {
      const { audience, locale } = this.#appearance;
      this.#suggestions.load(this.#site.client, { venue, exhibit, audience, locale });
    }
    this.scheme = this.#appearance.dress();
    if (this.#conversation.slow) this.announcement = this.#messages.slow;
  }

  override updated(): void {
    this.#panel.present(this.open);
    this.#stay.shown(this.#visible);
    if (this.transcript && this.#conversation.turns.length > 0) void this.#following.follow(this.transcript);
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
    const { citation } = this.#aside;
    return html`
      ${this.#header(say)}
      <div
        class="body"
        ?hidden=${this.#aside.open}
        @kepu-internal-ask=${this.#onAsk}
        @kepu-internal-stop=${this.#onStop}
        @kepu-internal-cite=${this.#onCite}
        @kepu-internal-read-aloud=${this.#onReadAloud}
        @kepu-internal-prefer=${this.#onPrefer}
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
        <kepu-composer
          part="composer"
          .messages=${say}
          .locale=${this.#locale}
          .busy=${this.#conversation.busy}
          .covered=${this.#aside.open}
        ></kepu-composer>
      </div>
      ${
        citation
          ? html`<kepu-source-view
              .messages=${say}
              .locale=${this.#locale}
              .client=${this.#site.client}
              .citation=${citation}
              @kepu-internal-back=${this.#onBack}
            ></kepu-source-view>`
          : nothing
      }
      ${
        this.#aside.settings
          ? html`<kepu-settings
              .messages=${say}
              .settings=${this.#appearance.settings}
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
    return headerOf({
      messages: say,
      venue: this.venue,
      begun: this.#conversation.turns.length > 0,
      settingsOpen: this.#aside.settings,
      closable: this.mode === 'bubble',
      startOver: () => {
        this.#startOver();
      },
      openSettings: (opener) => {
        this.#aside.showSettings(opener);
      },
      close: () => {
        this.hide();
      },
    });
  }

  #welcome(say: Messages): TemplateResult {
    return html`<kepu-welcome
      .messages=${say}
      .locale=${this.#locale}
      .venue=${this.venue}
      .listener=${listenerOf(this.#appearance.audience)}
      .questions=${this.#suggestions.questions}
      .config=${this.#site.config}
    ></kepu-welcome>`;
  }

  #turns(say: Messages): TemplateResult {
    const last = this.#conversation.turns.at(-1);
    return html`
      ${turnsOf(this.#conversation, {
        messages: say,
        locale: this.#locale,
        client: this.#site.client,
        parts: 'question, answer, sources, picture, picture-viewer, ai-label',
        retry: (turn) => void this.#follow(this.#conversation.retry(turn)),
        vote: (turn, feedback) => void this.#vote(turn, feedback),
        reported: (turn, ticket) => {
          this.#reported(turn, ticket);
        },
      })}
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
    return this.#appearance.locale;
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
    if (event.origin === 'suggestion') this.#happened({ type: 'suggestion_click' });
    void this.#ask(event.question);
  };

  readonly #onStop = (event: StopEvent): void => {
    event.stopPropagation();
    this.#conversation.stop();
  };

  readonly #onCite = (event: CiteEvent): void => {
    event.stopPropagation();
    this.#aside.showSource(event.citation, event.opener);
    const answerId = this.#conversation.answerOf(event.citation);
    if (answerId) this.#happened({ type: 'source_open', answerId });
  };

  readonly #onReadAloud = (event: ReadAloudEvent): void => {
    event.stopPropagation();
    this.#happened({ type: 'speech_play', answerId: event.answerId });
  };

  readonly #onBack = (event: BackEvent): void => {
    event.stopPropagation();
    this.#aside.back();
  };

  readonly #onPrefer = (event: PreferEvent): void => {
    event.stopPropagation();
    this.#appearance.prefer(event.preferences);
  };

  readonly #onForget = (event: ForgetEvent): void => {
    event.stopPropagation();
    this.#aside.close();
    this.#startOver();
  };

  readonly #onScroll = (): void => {
    if (this.transcript) this.#following.scrolled(this.transcript);
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
    if (this.#aside.open) this.#aside.back();
    else this.hide();
  }

  #startOver(): void {
    this.#aside.closeSource();
    this.announcement = '';
    this.#stay.end('explicit');
    this.#conversation.clear();
    void this.updateComplete.then(() => this.composer?.focus());
  }

  async #ask(question: string): Promise<void> {
    this.#aside.closeSource();
    const { venue, exhibit } = this;
    const { audience, locale } = this.#appearance;
    const activity = this.#activity;
    await this.#follow(this.#conversation.ask(question, { venue, exhibit, activity, audience, locale }));
  }

  get #activity(): string | undefined {
    return this.activity ?? activityOf(location.search);
  }

  /** A stay is of a conversation: before the first question a page stands open. */
  #stayed(ms: number, reason: StayReason): void {
    if (!this.#conversation.conversationId) return;
    this.#happened({ type: 'conversation_end', reason, activeMs: ms });
    this.#events.flush();
  }

  #happened(event: Pick<PageEvent, 'type' | 'answerId' | 'reason' | 'activeMs'>): void {
    this.#events.add({
      ...event,
      conversationId: this.#conversation.conversationId,
      channel: 'web',
      venue: this.venue,
      exhibit: this.exhibit,
      activity: this.#activity,
      locale: this.#locale,
    });
  }

  /** Waits for an answer and tells, once, what became of it. */
  async #follow(answer: Promise<Turn>): Promise<void> {
    hush();
    this.#following.again();
    this.announcement = this.#messages.waiting;
    const turn = await answer;
    this.announcement = endingWords(turn, this.#messages);
    if (turn.phase === 'done') this.#tell.answered(turn, this.#conversation.conversationId);
  }

  async #vote(turn: Turn, feedback: Feedback): Promise<void> {
    if (await this.#conversation.vote(turn, feedback)) this.#tell.voted(turn, feedback);
  }

  #reported(turn: Turn, ticket: Ticket): void {
    const isNew = turn.ticket === undefined;
    this.#conversation.keepTicket(turn, ticket);
    if (isNew) this.#tell.reported(turn, ticket);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-chat': KepuChat;
  }
}
