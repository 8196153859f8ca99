import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { AskEvent, StopEvent } from '../chat/events';
import type { Locale } from '../i18n/locale';
import { zhCN } from '../i18n/zh-cn';
import type { Messages } from '../i18n/messages';
import { joined, RecognitionController } from '../speech/recognition-controller';
import { sendIcon, speakIcon, stopIcon } from '../theme/icons';
import { base, sheet } from '../theme/styles';
import css from './composer.css?inline';
import { QUESTION_LIMIT, questionState, sends } from './question';

/** A press that is shorter is a click: it starts to listen and leaves the hand free. */
const HOLD_MS = 400;

/**
 * Where the question is typed. Enter sends, Shift+Enter breaks the line; while an answer is on its way the button
 * stops it and nothing is sent. Where the browser recognises speech, the question can be spoken: it is written into
 * the field, never sent.
 *
 * @fires kepu-internal-ask - the question to send
 * @fires kepu-internal-stop - the visitor wants the answer to stop
 */
@customElement('kepu-composer')
export class KepuComposer extends LitElement {
  static override readonly styles = [base, sheet(css)];
  static override readonly shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  /** What the interface says. */
  @property({ attribute: false }) messages: Messages = zhCN;
  /** Whether an answer is on its way. */
  @property({ type: Boolean }) busy = false;
  /** Whether the page brings its own keyboard, so that the system's stays away. */
  @property({ type: Boolean }) quiet = false;
  /** Whether something covers it: who is not seen does not listen. */
  @property({ type: Boolean }) covered = false;
  /** The language that is spoken. */
  @property({ attribute: false }) locale: Locale = 'zh-CN';

  @state() private typed = '';
  @query('textarea') private readonly textarea!: HTMLTextAreaElement;

  readonly #recognition = new RecognitionController(this, () => {
    this.#told = true;
    // On a phone the keyboard would come.
    if (!matchMedia('(pointer: coarse)').matches) this.#focusEnd();
  });
  /** What was written before anything was said. */
  #before = '';
  /** Whether it was said who hears. */
  #told = false;
  #pressedAt: number | undefined;

  constructor() {
    super();
    this.addEventListener('keydown', this.#escape);
  }

  override render(): TemplateResult {
    const { length, over, counted, sendable } = questionState(this.typed);
    const say = this.messages;
    return html`
      <form @submit=${this.#submit}>
        <p id="speech" role="status">${this.#speechNote()}</p>
        <div class="field">
          <textarea
            rows="1"
            aria-label=${say.composerLabel}
            placeholder=${say.composerPlaceholder}
            aria-invalid=${over > 0 ? 'true' : 'false'}
            aria-describedby="count speech"
            inputmode=${this.quiet ? 'none' : 'text'}
            enterkeyhint="send"
            autocomplete="off"
            .value=${this.typed}
            @input=${this.#input}
            @keydown=${this.#keydown}
          ></textarea>
          ${this.#recognition.available && !this.quiet ? this.#speakButton() : nothing}
          ${
            this.busy
              ? html`<button
                  class="stop"
                  type="button"
                  aria-label=${say.stop}
                  title=${say.stop}
                  @click=${this.#stop}
                >
                  ${stopIcon}
                </button>`
              : html`<button
                  class="send"
                  type="submit"
                  aria-label=${say.send}
                  title=${say.send}
                  ?disabled=${!sendable}
                >
                  ${sendIcon}
                </button>`
          }
        </div>
        <p id="count" class=${over > 0 ? 'over' : ''} aria-live="polite">
          ${counted ? html`<span>${say.counter(length, QUESTION_LIMIT)}</span>` : nothing}
          ${over > 0 ? html`<span>${say.tooLong(over)}</span>` : nothing}
        </p>
      </form>
    `;
  }

  #speakButton(): TemplateResult {
    const say = this.messages;
    const { listening } = this.#recognition;
    return html`<button
      class="speak"
      type="button"
      aria-pressed=${listening ? 'true' : 'false'}
      title=${say.speakHow}
      @pointerdown=${this.#press}
      @pointerup=${this.#release}
      @pointercancel=${this.#release}
      @click=${this.#click}
      @contextmenu=${(event: Event) => {
        event.preventDefault(); // which a long press asks for
      }}
    >
      ${speakIcon}<span class="visually-hidden">${say.speak}</span>
      ${listening ? html`<span class="words">${say.listening}</span>` : nothing}
    </button>`;
  }

  /** Stands above the field: what came below it would move the button from under the finger. */
  #speechNote(): TemplateResult | typeof nothing {
    const say = this.messages;
    const { listening, outcome } = this.#recognition;
    if (listening)
      return html`${say.listeningHow}<span class="escape">${say.listeningEscape}</span>${
          this.#told ? nothing : html`<span class="by">${say.listeningBy}</span>`
        }`;
    if (outcome === undefined) return nothing;
    return outcome === 'heard'
      ? html`${say.heard}`
      : html`<span class="failed">${say.hearingFailures[outcome]}</span>`;
  }

  /** Sends what was typed, if it can be sent. */
  send(): void {
    this.#send();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('covered') && this.covered) this.#recognition.cancel();
  }

  override updated(): void {
    this.textarea.style.height = 'auto';
    this.textarea.style.height = `${this.textarea.scrollHeight}px`;
  }

  #input(): void {
    this.#recognition.cancel();
    this.typed = this.textarea.value;
  }

  #keydown(event: KeyboardEvent): void {
    if (!sends(event)) return;
    event.preventDefault();
    this.#send();
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    this.#send();
  }

  #send(): void {
    const { question, sendable } = questionState(this.typed);
    if (this.busy || !sendable) return;
    this.#recognition.cancel();
    this.typed = '';
    this.dispatchEvent(new AskEvent(question, 'typed'));
  }

  #stop(): void {
    this.dispatchEvent(new StopEvent());
    this.textarea.focus();
  }

  /** Who holds the button speaks until it is released; who only clicks speaks until the next click, or falls silent. */
  #press(event: PointerEvent): void {
    if (event.button !== 0) return;
    const button = event.currentTarget as HTMLElement;
    if (this.#recognition.listening) {
      this.#recognition.finish();
      return;
    }
    button.setPointerCapture(event.pointerId); // a finger slides off
    this.#pressedAt = event.timeStamp;
    this.#listen(button);
    this.#recognition.held = true;
  }

  #release(event: PointerEvent): void {
    if (this.#pressedAt === undefined) return;
    if (event.timeStamp - this.#pressedAt >= HOLD_MS) this.#recognition.finish();
    this.#pressedAt = undefined;
    this.#recognition.held = false;
  }

  /** A pointer's click has been a press already. */
  #click(event: PointerEvent): void {
    if (event.detail > 0) return;
    if (this.#recognition.listening) this.#recognition.finish();
    else this.#listen(event.currentTarget as HTMLElement);
  }

  #listen(button: HTMLElement): void {
    this.#before = this.typed;
    button.focus(); // Safari does not by itself, and Escape is to be heard
    this.#recognition.listen(this.locale === 'en' ? 'en-US' : this.locale, (transcript) => {
      this.typed = joined(this.#before, transcript);
    });
  }

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#recognition.listening) return;
    event.preventDefault();
    event.stopPropagation();
    this.#recognition.cancel();
    this.typed = this.#before;
  };

  #focusEnd(): void {
    this.textarea.focus();
    void this.updateComplete.then(() => {
      this.textarea.setSelectionRange(this.typed.length, this.typed.length);
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kepu-composer': KepuComposer;
  }
}
