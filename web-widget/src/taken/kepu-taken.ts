import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { fields, optionalText } from '../client/decode';
import { ApiError } from '../client/failure';
import { request } from '../client/request';
import { localeOf, messagesOf, type Locale } from '../i18n/locale';
import { emblem } from '../theme/icons';
import { base, registerUnit, sheet } from '../theme/styles';
import tokensCss from '../theme/tokens.css?inline';
import css from './taken.css?inline';
import { TAKEN_WORDS } from './words';

registerUnit();

interface Taken {
  readonly sentences: readonly { readonly text: string; readonly citations: readonly number[] }[];
  readonly citations: readonly {
    readonly index: number;
    readonly title: string;
    readonly heading: string | undefined;
    readonly quote: string;
    readonly source: string | undefined;
    readonly licence: string | undefined;
    readonly reviewedOn: string | undefined;
  }[];
  readonly generatedBy: string | undefined;
  readonly aiLabel: string | undefined;
}

/** An answer that was taken along from a terminal, with its sources. It is there once: the service has it no more. */
@customElement('kepu-taken')
export class KepuTaken extends LitElement {
  static override readonly styles = [base, sheet(tokensCss), sheet(css)];

  @state() private taken: Taken | undefined;
  @state() private trouble: string | undefined;
  readonly #locale: Locale = localeOf(navigator.language);

  override connectedCallback(): void {
    super.connectedCallback();
    document.documentElement.lang = this.#locale;
    void this.#open();
  }

  override render(): TemplateResult {
    const say = TAKEN_WORDS[this.#locale];
    return html`
      <header><span class="emblem">${emblem(undefined)}</span><span>${say.product}</span></header>
      <main aria-busy=${this.taken || this.trouble ? 'false' : 'true'}>
        <h1>${say.title}</h1>
        ${
          this.trouble
            ? html`<p class="trouble" role="alert">${this.trouble}</p>`
            : this.taken
              ? this.#answer(this.taken)
              : html`<p role="status">${say.waiting}</p>`
        }
      </main>
    `;
  }

  #answer({ sentences, citations, aiLabel, generatedBy }: Taken): TemplateResult {
    const say = TAKEN_WORDS[this.#locale];
    const words = messagesOf(this.#locale);
    return html`
      <p class="answer" lang="zh-CN">
        ${sentences.map(
          ({ text, citations: marks }) =>
            html`${text}${marks.map((index) => html`<sup><a href="#source-${index}" @click=${this.#go}>${index}</a></sup>`)} `,
        )}
      </p>
      <p class="label">
        ${aiLabel ?? words.aiLabel}${generatedBy === 'extractive' ? ` · ${words.extractive}` : nothing}
      </p>
      <h2>${words.sources}</h2>
      <ol>
        ${citations.map(
          (citation) =>
            html`<li id="source-${citation.index}" value=${citation.index} tabindex="-1">
              <h3 lang="zh-CN">
                ${citation.title}${
                  citation.heading && citation.heading !== citation.title ? ` — ${citation.heading}` : nothing
                }
              </h3>
              <blockquote lang="zh-CN">${citation.quote}</blockquote>
              <p class="origin" lang="zh-CN">
                ${[citation.source, citation.licence, citation.reviewedOn].filter(Boolean).join(' · ')}
              </p>
            </li>`,
        )}
      </ol>
      <p class="note">${say.once}</p>
    `;
  }

  /** Addresses lead into the page, and this is a part of it. */
  readonly #go = (event: Event): void => {
    event.preventDefault();
    const id = (event.currentTarget as HTMLAnchorElement).hash.slice(1);
    const source = this.renderRoot.querySelector<HTMLElement>(`#${id}`);
    source?.scrollIntoView({ block: 'start' });
    source?.focus();
  };

  async #open(): Promise<void> {
    const token = location.hash.slice(1);
    // The code is used up: neither the history nor a copied address shall lead others into its void.
    history.replaceState(null, '', location.pathname);
    const say = TAKEN_WORDS[this.#locale];
    try {
      const response = await request('/api/v1/taken', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Accept-Language': this.#locale },
        body: JSON.stringify({ token }),
      });
      this.taken = decode(await response.json());
    } catch (error) {
      this.trouble = (error instanceof ApiError ? error.failure.detail : undefined) ?? say.unreachable;
    }
  }
}

function decode(data: unknown): Taken {
  const it = fields(data);
  return {
    sentences: list(it?.sentences).map((one) => {
      const sentence = fields(one);
      return {
        text: optionalText(sentence?.text) ?? '',
        citations: list(sentence?.citations).filter((index) => typeof index === 'number'),
      };
    }),
    citations: list(it?.citations).map((one) => {
      const citation = fields(one);
      return {
        index: Number(citation?.index),
        title: optionalText(citation?.title) ?? '',
        heading: optionalText(citation?.heading),
        quote: optionalText(citation?.quote) ?? '',
        source: optionalText(citation?.source),
        licence: optionalText(citation?.licence),
        reviewedOn: optionalText(citation?.reviewedOn),
      };
    }),
    generatedBy: optionalText(it?.generatedBy),
    aiLabel: optionalText(it?.aiLabel),
  };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-taken': KepuTaken;
  }
}
