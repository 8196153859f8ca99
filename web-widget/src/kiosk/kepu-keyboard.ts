import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, sheet } from '../theme/styles';
import css from './keyboard.css?inline';
import { MOST_LETTERS, type Candidate, type PinyinEngine } from './pinyin';
import { EditEvent } from './typing';
import { WORDS, type KioskWords } from './words';

type Layout = 'pinyin' | 'english' | 'numbers';

const LETTERS: readonly string[] = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const NUMBERS: readonly string[] = ['1234567890', '，。？！：；、', '“”（）—·%'];

/**
 * An on-screen keyboard: pinyin with candidates, English letters, numbers and marks. It never takes the focus from the
 * text it writes into; what is typed but not chosen yet stands above the keys, and is gone with the element.
 *
 * @fires kepu-internal-edit - what to do to the text
 */
@customElement('kepu-keyboard')
export class KepuKeyboard extends LitElement {
  static override readonly styles = [base, sheet(css)];

  @property({ attribute: false }) words: KioskWords = WORDS['zh-CN'];
  /** Reads pinyin; without one, letters are letters. */
  @property({ attribute: false }) engine: PinyinEngine | undefined;

  @state() private layout: Layout = 'pinyin';
  @state() private typed = '';
  @state() private shifted = false;
  @state() private unfolded = false;

  /** Whether letters wait for their characters. */
  get pending(): boolean {
    return this.typed !== '';
  }

  override render(): TemplateResult {
    const { words: say } = this;
    const pinyin = this.layout === 'pinyin' && this.engine !== undefined;
    return html`<div
      class="keyboard ${this.unfolded ? 'unfolded' : ''}"
      role="group"
      aria-label=${say.keyboard}
      @pointerdown=${keepFocus}
      @mousedown=${keepFocus}
    >
      ${pinyin ? this.#candidates() : nothing} ${this.#rows()}
    </div>`;
  }

  #candidates(): TemplateResult {
    const { words: say } = this;
    const candidates = this.engine?.candidates(this.typed) ?? [];
    return html`<div class="choosing">
      ${
        this.typed === ''
          ? html`<p class="typed hint">${say.keys.hint}</p>`
          : html`<p class="typed" aria-live="polite" lang="zh-Latn">${this.typed.replaceAll('v', 'ü')}</p>`
      }
      <ul aria-label=${say.keys.candidates}>
        ${candidates.map(
          (candidate) =>
            html`<li>
              <button
                class="candidate"
                type="button"
                lang="zh-CN"
                @click=${() => {
                  this.#choose(candidate);
                }}
              >
                ${candidate.text}
              </button>
            </li>`,
        )}
      </ul>
      ${
        candidates.length > 6
          ? html`<button
              class="more"
              type="button"
              aria-expanded=${this.unfolded ? 'true' : 'false'}
              @click=${() => (this.unfolded = !this.unfolded)}
            >
              ${say.keys.more}
            </button>`
          : nothing
      }
    </div>`;
  }

  #rows(): TemplateResult {
    const { words: say } = this;
    const rows = this.layout === 'numbers' ? NUMBERS : LETTERS;
    return html`
      ${rows.map(
        (row, index) =>
          html`<div class="row">
            ${index === 2 ? this.#leftKey() : nothing}
            ${Array.from(row).map((letter) => this.#letterKey(letter))}
            ${
              index === 2
                ? html`<button
                    class="wide"
                    type="button"
                    aria-label=${say.keys.delete}
                    title=${say.keys.delete}
                    @click=${this.#delete}
                  >
                    ⌫
                  </button>`
                : nothing
            }
          </div>`,
      )}
      <div class="row">
        <button
          class="wide"
          type="button"
          @click=${() => {
            this.#show(this.layout === 'numbers' ? 'pinyin' : 'numbers');
          }}
        >
          ${this.layout === 'numbers' ? say.keys.toLetters : say.keys.toNumbers}
        </button>
        <button
          class="wide"
          type="button"
          @click=${() => {
            this.#show(this.layout === 'pinyin' ? 'english' : 'pinyin');
          }}
        >
          ${this.layout === 'pinyin' ? say.keys.toEnglish : say.keys.toPinyin}
        </button>
        <button class="space" type="button" @click=${this.#space}>${say.keys.space}</button>
        <button
          class="wide"
          type="button"
          @click=${() => {
            this.#edit({ kind: 'hide' });
          }}
        >
          ${say.keys.hide}
        </button>
        <button class="wide send" type="button" @click=${this.#send}>${say.keys.send}</button>
      </div>
    `;
  }

  #leftKey(): TemplateResult | typeof nothing {
    const { words: say } = this;
    if (this.layout === 'pinyin') {
      return html`<button
        class="wide"
        type="button"
        aria-label=${say.keys.apostrophe}
        title=${say.keys.apostrophe}
        @click=${() => {
          this.#letter("'");
        }}
      >
        ’
      </button>`;
    }
    if (this.layout === 'numbers') return nothing;
    return html`<button
      class="wide"
      type="button"
      aria-pressed=${this.shifted ? 'true' : 'false'}
      aria-label=${say.keys.shift}
      title=${say.keys.shift}
      @click=${() => (this.shifted = !this.shifted)}
    >
      ⇧
    </button>`;
  }

  #letterKey(letter: string): TemplateResult {
    const pinyin = this.layout === 'pinyin' && this.engine !== undefined;
    const shown = this.shifted ? letter.toUpperCase() : pinyin && letter === 'v' ? 'ü' : letter;
    return html`<button
      type="button"
      @click=${() => {
        this.#letter(this.shifted ? letter.toUpperCase() : letter);
      }}
    >
      ${shown}
    </button>`;
  }

  #letter(letter: string): void {
    if (this.layout !== 'pinyin' || !this.engine) {
      this.#insert(letter);
      this.shifted = false;
    } else if (this.typed.length < MOST_LETTERS && (letter !== "'" || this.typed !== '')) {
      this.typed += letter;
    }
  }

  #choose({ text, letters }: Candidate): void {
    this.#insert(text);
    this.typed = this.typed.slice(letters);
    this.unfolded = false;
  }

  /** Takes the first candidate where letters wait, as every Chinese keyboard does. */
  #space(): void {
    if (!this.#takeFirst()) this.#insert(' ');
  }

  #send(): void {
    this.#takeFirst();
    this.#edit({ kind: 'send' });
  }

  #takeFirst(): boolean {
    if (this.typed === '') return false;
    const first = this.engine?.candidates(this.typed, 1)[0];
    this.#choose(first ?? { text: this.typed, letters: this.typed.length });
    return true;
  }

  #delete(): void {
    if (this.typed !== '') this.typed = this.typed.slice(0, -1);
    else this.#edit({ kind: 'delete' });
  }

  #show(layout: Layout): void {
    this.#takeLetters();
    this.layout = layout;
    this.shifted = false;
  }

  /** Letters that wait when the layout changes were meant as letters. */
  #takeLetters(): void {
    if (this.typed !== '') this.#insert(this.typed);
    this.typed = '';
  }

  #insert(text: string): void {
    this.#edit({ kind: 'insert', text });
  }

  #edit(edit: EditEvent['edit']): void {
    this.dispatchEvent(new EditEvent(edit));
  }
}

/** A key press leaves the cursor where it is. */
function keepFocus(event: Event): void {
  event.preventDefault();
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-keyboard': KepuKeyboard;
  }
}
