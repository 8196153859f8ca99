import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { base, sheet } from '../theme/styles';
import css from './keypad.css?inline';
import { WORDS, type KioskWords } from './words';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

/** Somebody entered a code. */
export class CodeEvent extends Event {
  static readonly type = 'kepu-internal-code';
  constructor(readonly code: string) {
    super(CodeEvent.type);
  }
}

/**
 * Asks for a code, with keys on the screen: a terminal has no others. What was typed is gone once it is accepted, and a
 * secret as soon as it is entered.
 *
 * @fires kepu-internal-code - somebody entered a code
 */
@customElement('kepu-keypad')
export class KepuKeypad extends LitElement {
  static override readonly styles = [base, sheet(css)];

  @property({ attribute: false }) words: KioskWords = WORDS['zh-CN'];
  @property({ attribute: false }) label = '';
  /** What the key that enters the code says. */
  @property({ attribute: false }) enter = '';
  /** Whether nobody may read over a shoulder what is typed. */
  @property({ type: Boolean }) secret = false;
  /** How many signs a code has at most; what has a limit has no spaces, as it may be typed off in groups. */
  @property({ type: Number }) most = Infinity;
  /** Whether a code is being checked. */
  @property({ type: Boolean }) busy = false;
  /** Why the last code was refused. */
  @property({ attribute: false }) trouble = '';

  @state() private code = '';
  /** The code stays, to be sent again where only the network failed; a full one gives way to the next digit. */
  #refused = false;
  @query('input') private readonly input!: HTMLInputElement;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('busy') !== true || this.busy) return;
    if (this.trouble === '') this.code = '';
    this.#refused = this.trouble !== '';
  }

  override firstUpdated(): void {
    this.input.focus();
  }

  override render(): TemplateResult {
    return html`<form @submit=${this.#submit}>
      <label for="code">${this.label}</label>
      <input
        id="code"
        class=${this.secret ? 'secret' : ''}
        inputmode="none"
        autocomplete="off"
        .value=${this.code}
        @input=${this.#typed}
      />
      <p class="trouble" role="alert">${this.trouble || nothing}</p>
      <div class="keys">
        ${DIGITS.map(
          (digit) =>
            html`<button type="button" @click=${() => (this.code = this.#next(this.code + digit))}>
              ${digit}
            </button>`,
        )}
        <button
          type="button"
          aria-label=${this.words.keys.delete}
          @click=${() => (this.code = this.code.slice(0, -1))}
        >
          ⌫
        </button>
        <button class="enter" ?disabled=${this.code === '' || this.busy}>${this.enter}</button>
      </div>
    </form>`;
  }

  #typed(event: Event): void {
    const input = event.target as HTMLInputElement;
    this.code = this.#next(input.value);
    // Where the code stays as it was, nothing is drawn that would take away what is too much.
    input.value = this.code;
  }

  #next(typed: string): string {
    const anew = this.#refused && this.code.length >= this.most && typed.startsWith(this.code);
    this.#refused = false;
    return this.#fitted(anew ? typed.slice(this.code.length) : typed);
  }

  #fitted(code: string): string {
    return Number.isFinite(this.most) ? code.replaceAll(/\s/gu, '').slice(0, this.most) : code;
  }

  #submit(event: Event): void {
    event.preventDefault();
    const { code } = this;
    if (code === '' || this.busy) return;
    if (this.secret) this.code = '';
    this.dispatchEvent(new CodeEvent(code));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-keypad': KepuKeypad;
  }

  interface HTMLElementEventMap {
    'kepu-internal-code': CodeEvent;
  }
}
