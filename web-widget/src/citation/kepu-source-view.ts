import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { BackEvent } from '../chat/events';
import type { ChatClient } from '../client/chat-client';
import type { Citation, SourceDocument } from '../client/contract';
import { safeUrl } from '../client/safe-url';
import { languageOf, type Locale } from '../i18n/locale';
import type { Messages } from '../i18n/messages';
import { zhCN } from '../i18n/zh-cn';
import { backIcon } from '../theme/icons';
import { base, sheet } from '../theme/styles';
import viewCss from '../theme/view.css?inline';
import { layoutDocument, type Line, type Run } from './document-layout';
import css from './source-view.css?inline';

type Loaded = SourceDocument | 'loading' | 'unavailable';

/**
 * A source inside the panel: the document with the quoted passage marked and scrolled into view, and where it comes
 * from. If the document cannot be fetched, the quote stands alone.
 *
 * @fires kepu-internal-back - the visitor goes back to the conversation
 */
@customElement('kepu-source-view')
export class KepuSourceView extends LitElement {
  static override readonly styles = [base, sheet(viewCss), sheet(css)];

  @property({ attribute: false }) messages: Messages = zhCN;
  @property({ attribute: false }) locale: Locale = 'zh-CN';
  @property({ attribute: false }) client!: ChatClient;
  @property({ attribute: false }) citation!: Citation;

  /** Whether it may lead out of the page; a terminal's may not. */
  @property({ type: Boolean }) linkless = false;
  /** What the way back says; by default that it leads to the conversation. */
  @property() backLabel: string | undefined;

  @state() private loaded: Loaded = 'loading';
  @query('.back') private readonly back!: HTMLButtonElement;
  @query('mark') private readonly mark!: HTMLElement | null;
  #abort: AbortController | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('citation')) void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort?.abort();
  }

  override firstUpdated(): void {
    this.back.focus();
  }

  override updated(changed: PropertyValues): void {
    if (changed.has('loaded')) this.mark?.scrollIntoView({ block: 'center' });
  }

  override render(): TemplateResult {
    const { citation, loaded, messages: say } = this;
    const document = typeof loaded === 'object' ? loaded : undefined;
    return html`
      <div class="bar">
        <button class="back" type="button" @click=${() => this.dispatchEvent(new BackEvent())}>
          ${backIcon}<span>${this.backLabel ?? say.backToChat}</span>
        </button>
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label=${say.sourceView}>
        <article lang=${languageOf(citation.title + citation.quote, this.locale)}>
          <h2>${document?.title ?? citation.title}</h2>
          ${document ? this.#text(document) : this.#quoteAlone(loaded)}
        </article>
        ${this.#origin(document)}
      </div>
    `;
  }

  #text(document: SourceDocument): TemplateResult {
    const { lines, quoteFound } = layoutDocument(document, this.citation);
    return html`${quoteFound ? nothing : this.#quote()}${lines.map(renderLine)}`;
  }

  #quoteAlone(loaded: Loaded): TemplateResult {
    const say = this.messages;
    return html`
      ${this.citation.heading ? html`<h3>${this.citation.heading}</h3>` : nothing} ${this.#quote()}
      <p class="note" role="status" lang=${this.locale}>
        ${loaded === 'loading' ? say.loadingSource : say.sourceUnavailable}
      </p>
    `;
  }

  #quote(): TemplateResult {
    return html`<blockquote aria-label=${this.messages.quote}>
      <p><mark>${this.citation.quote}</mark></p>
    </blockquote>`;
  }

  #origin(document: SourceDocument | undefined): TemplateResult {
    const { citation, messages: say } = this;
    const references = document?.sources.length ? document.sources : citation.source ? [citation.source] : [];
    const original = this.linkless ? undefined : safeUrl(document?.url ?? citation.url, this.client.apiBase);
    const entries: readonly (readonly [string, readonly string[]])[] = [
      [say.sourceBy, references],
      [say.pageOfOriginal, citation.page === undefined ? [] : [String(citation.page)]],
      [say.licence, present(document?.licence ?? citation.licence)],
      [say.reviewedOn, present(document?.reviewedOn ?? citation.reviewedOn)],
    ];
    return html`
      <div class="origin">
        <dl>
          ${entries
            .filter(([, values]) => values.length > 0)
            .map(
              ([name, values]) =>
                html`<div>
                  <dt>${name}</dt>
                  ${values.map((value) => html`<dd>${value}</dd>`)}
                </div>`,
            )}
        </dl>
        ${
          original
            ? html`<a href=${original} target="_blank" rel="noopener noreferrer"
                >${say.openOriginal}<span class="visually-hidden">${say.newWindow}</span></a
              >`
            : nothing
        }
      </div>
    `;
  }

  async #load(): Promise<void> {
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    this.loaded = 'loading';
    const { documentId, documentVersion } = this.citation;
    const loaded = await this.client
      .document(documentId, documentVersion, signal)
      .catch((): Loaded => 'unavailable');
    if (!signal.aborted) this.loaded = loaded;
  }
}

function renderLine({ level, runs }: Line): TemplateResult {
  const content = runs.map(renderRun);
  if (level === 0) return html`<p>${content}</p>`;
  return level <= 2 ? html`<h3>${content}</h3>` : html`<h4>${content}</h4>`;
}

function renderRun({ text, quoted }: Run): TemplateResult | string {
  return quoted ? html`<mark>${text}</mark>` : text;
}

function present(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-source-view': KepuSourceView;
  }
}
