import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { CiteEvent, ReadAloudEvent, RetryEvent } from '../chat/events';
import { underWay, type Turn } from '../chat/turn';
import '../citation/kepu-citation-mark';
import type { ChatClient } from '../client/chat-client';
import type { Citation, Illustration, Sentence } from '../client/contract';
import type { Failure } from '../client/failure';
import { safeUrl } from '../client/safe-url';
import '../correction/kepu-correction';
import '../feedback/kepu-feedback';
import { languageOf, type Locale } from '../i18n/locale';
import type { Messages } from '../i18n/messages';
import { zhCN } from '../i18n/zh-cn';
import '../picture/kepu-picture';
import { SpeechController } from '../speech/speech-controller';
import { passagesOf } from '../speech/spoken';
import { aloudIcon, checkIcon, copyIcon, retryIcon, stopIcon } from '../theme/icons';
import { base, sheet } from '../theme/styles';
import { aiLabel, answerCopy, copyText, pagesOf, sourcesOf } from './answer-copy';
import css from './answer.css?inline';
import { copySelection } from './selection-copy';

/**
 * One question with its answer, from the first wait to the last vote.
 *
 * @fires kepu-internal-cite - the visitor opens a source
 * @fires kepu-internal-read-aloud - the visitor has the answer read aloud
 * @fires kepu-internal-retry - the visitor wants a stopped or failed answer after all
 * @fires kepu-internal-vote - the visitor votes
 * @fires kepu-internal-reported - the visitor's report that it is wrong has a ticket
 * @csspart question - the visitor's words
 * @csspart answer - the answer's words
 * @csspart sources - the list of sources
 * @csspart picture - a picture of the answer
 * @csspart picture-viewer - where it is seen large
 * @csspart ai-label - the label that an AI made the answer
 */
@customElement('kepu-answer')
export class KepuAnswer extends LitElement {
  static override readonly styles = [base, sheet(css)];

  @property({ attribute: false }) turn!: Turn;
  @property({ attribute: false }) messages: Messages = zhCN;
  @property({ attribute: false }) locale: Locale = 'zh-CN';
  @property({ attribute: false }) client!: ChatClient;
  /** Whether the answer takes long. */
  @property({ type: Boolean }) slow = false;
  /** Whether this is a terminal: nothing is put on its clipboard, and it brings its own keyboard. */
  @property({ type: Boolean }) terminal = false;
  /** Whether the last vote could not be sent. */
  @property({ type: Boolean }) voteFailed = false;

  @state() private copied: boolean | undefined;

  readonly #speech = new SpeechController(this);

  constructor() {
    super();
    this.addEventListener('copy', (event) => {
      if (this.shadowRoot && !this.terminal) copySelection(event, this.shadowRoot, this.turn, this.messages);
    });
  }

  override render(): TemplateResult {
    const { turn, messages: say } = this;
    const { question } = turn.request;
    return html`
      <h3 part="question" lang=${languageOf(question, this.locale)}>
        <span class="visually-hidden" lang=${this.locale}>${say.you}</span>
        <span class="words">${question}</span>
      </h3>
      <div class="answer" aria-busy=${underWay(turn) ? 'true' : 'false'}>
        ${turn.outcome === 'no_source' ? html`<p class="outcome">${say.noSource}</p>` : nothing}
        ${turn.sentences.length > 0 ? this.#text() : nothing} ${this.#progress()}
        ${turn.illustrations.map((illustration) => this.#illustration(illustration))} ${this.#ending()}
        ${turn.citations.length > 0 ? this.#sources() : nothing}
        ${turn.sentences.length > 0 ? this.#label() : nothing}
        ${turn.phase === 'done' && turn.answerId ? this.#actions() : nothing}
      </div>
    `;
  }

  #text(): TemplateResult {
    const { sentences, citations } = this.turn;
    // The first sentence says what the language is; looking at all of a growing answer takes ever longer.
    const language = languageOf(sentences[0]?.text ?? '', this.locale);
    const byIndex = new Map(citations.map((citation) => [citation.index, citation]));
    const shown = sentences.map((sentence) => {
      const cited = sentence.citations.map((index) => byIndex.get(index));
      return guard([sentence, language, this.messages, ...cited], () =>
        this.#sentence(sentence, cited, language),
      );
    });
    return html`<div part="answer" class="text" lang=${language}>
      ${paragraphs(shown).map((sentences) => html`<p>${sentences}</p>`)}
    </div>`;
  }

  /** A sentence's marks never stand alone at the start of a line: its last character holds them. */
  #sentence(
    { text, citations }: Sentence,
    cited: readonly (Citation | undefined)[],
    language: string,
  ): TemplateResult {
    const last = Array.from(text).at(-1) ?? '';
    const own = languageOf(text, this.locale);
    return html`<span
      class="sentence ${citations.length > 0 ? 'sourced' : ''}"
      lang=${own === language ? nothing : own}
      >${text.slice(0, text.length - last.length)}<span class="end"
        >${last}${citations.map(
          (index, place) =>
            html`<kepu-citation-mark
              .index=${index}
              .citation=${cited[place]}
              .messages=${this.messages}
            ></kepu-citation-mark>`,
        )}</span
      >${own === 'en' ? ' ' : ''}</span
    >`;
  }

  #progress(): TemplateResult | typeof nothing {
    const { turn, messages: say } = this;
    if (!underWay(turn)) return nothing;
    const words = this.slow ? say.slow : turn.phase === 'waiting' ? say.waiting : say.streaming;
    return html`<p class="progress"><i></i><i></i><i></i><span>${words}</span></p>`;
  }

  #ending(): TemplateResult | typeof nothing {
    const { turn, messages: say } = this;
    if (turn.phase === 'stopped') {
      return html`<div class="ending">
        <p>${say.stopped}</p>
        ${this.#retryButton(say.askAgain)}
      </div>`;
    }
    if (turn.phase === 'failed' && turn.failure) {
      return html`<div class="ending failed">
        <p>${failureWords(turn.failure, say)}</p>
        ${this.#retryButton(say.retry)}
      </div>`;
    }
    return nothing;
  }

  #retryButton(words: string): TemplateResult {
    return html`<button class="retry" type="button" @click=${() => this.dispatchEvent(new RetryEvent())}>
      ${retryIcon}<span>${words}</span>
    </button>`;
  }

  #illustration({ url, alt, credit }: Illustration): TemplateResult | typeof nothing {
    const source = safeUrl(url, this.client.apiBase);
    if (!source) return nothing;
    return html`<kepu-picture
      part="picture"
      exportparts="picture-viewer"
      lang=${languageOf(alt, this.locale)}
      .src=${source}
      .alt=${alt}
      .credit=${credit}
      .messages=${this.messages}
    ></kepu-picture>`;
  }

  #sources(): TemplateResult {
    return html`<div part="sources" class="sources">
      <h4 id="sources">${this.messages.sources}</h4>
      <ul aria-labelledby="sources">
        ${sourcesOf(this.turn.citations).map(
          ({ name, citations }) =>
            html`<li>
              <button
                type="button"
                lang=${languageOf(name, this.locale)}
                @click=${(event: Event) =>
                  this.dispatchEvent(new CiteEvent(citations[0], event.currentTarget as HTMLElement))}
              >
                ${citations.map(({ index }) => html`<span class="number" aria-hidden="true">${index}</span>`)}
                <span>${name} ${this.#pages(citations)}</span>
              </button>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  #pages(citations: readonly Citation[]): TemplateResult | typeof nothing {
    const pages = pagesOf(citations, this.messages);
    return pages === '' ? nothing : html`<small class="pages" lang=${this.locale}>${pages}</small>`;
  }

  #label(): TemplateResult {
    return html`<p part="ai-label" class="label">${aiLabel(this.turn, this.messages)}</p>`;
  }

  #actions(): TemplateResult {
    const { copied, messages: say } = this;
    return html`
      <kepu-feedback .messages=${say} .feedback=${this.turn.feedback} .failed=${this.voteFailed}>
        ${this.terminal ? nothing : [this.#copyButton(say), this.#aloudButton(say)]}
        <span class="copied" role="status"
          >${copied === undefined ? nothing : copied ? say.copied : say.copyFailed}</span
        >
      </kepu-feedback>
      <kepu-correction
        .messages=${say}
        .client=${this.client}
        .answerId=${this.turn.answerId ?? ''}
        .ticket=${this.turn.ticket}
        .quiet=${this.terminal}
      ></kepu-correction>
    `;
  }

  #copyButton(say: Messages): TemplateResult {
    return html`<button
      class="copy"
      type="button"
      aria-label=${say.copy}
      title=${say.copy}
      @click=${this.#copy}
    >
      ${this.copied ? checkIcon : copyIcon}
    </button>`;
  }

  #aloudButton(say: Messages): TemplateResult | typeof nothing {
    const passages = passagesOf(this.turn, this.locale);
    const { speaking } = this.#speech;
    if (!speaking && !this.#speech.speaks(passages)) return nothing;
    const words = speaking ? say.stopReading : say.readAloud;
    return html`<button
      class="aloud ${speaking ? 'on' : ''}"
      type="button"
      aria-label=${words}
      title=${words}
      @click=${() => {
        if (speaking) this.#speech.stop();
        else {
          this.#speech.speak(passages);
          if (this.turn.answerId) this.dispatchEvent(new ReadAloudEvent(this.turn.answerId));
        }
      }}
    >
      ${speaking ? stopIcon : aloudIcon}
    </button>`;
  }

  async #copy(): Promise<void> {
    this.copied = await copyText(answerCopy(this.turn, this.messages));
    setTimeout(() => (this.copied = undefined), 2_500);
  }
}

/** A browser lays a paragraph out anew with every sentence that comes, so a long answer has several. */
const LONGEST_PARAGRAPH = 8;

function paragraphs<T>(sentences: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(sentences.length / LONGEST_PARAGRAPH) }, (_, place) =>
    sentences.slice(place * LONGEST_PARAGRAPH, (place + 1) * LONGEST_PARAGRAPH),
  );
}

/** A failure in words: the server's own where it refuses the question, ours for everything else. */
export function failureWords(failure: Failure, say: Messages): string {
  switch (failure.kind) {
    case 'busy':
      return say.failures.busy(failure.retryAfter);
    case 'invalid':
      return failure.detail ?? say.failures.invalid;
    default:
      return say.failures[failure.kind];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-answer': KepuAnswer;
  }
}
