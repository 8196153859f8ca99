import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Narrow windows, and phones lying on their side, get the whole screen. */
const SHEET = '(max-width: 599px), (max-height: 479px) and (pointer: coarse)';

type Form = 'closed' | 'beside' | 'sheet';

/**
 * Shows a `<dialog>` in the form that fits: beside the page on a desktop, where both stay usable, or as a modal sheet
 * over the whole screen of a phone. Keeps the sheet inside what the on-screen keyboard leaves free, and what is
 * focused focused when the form changes.
 */
export class PanelController implements ReactiveController {
  readonly #narrow = matchMedia(SHEET);
  #form: Form = 'closed';

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly dialog: () => HTMLDialogElement | null,
  ) {
    host.addController(this);
  }

  /** Whether the panel covers the screen, or would if it were open. */
  get narrow(): boolean {
    return this.#narrow.matches;
  }

  hostConnected(): void {
    this.#narrow.addEventListener('change', this.#update);
    window.visualViewport?.addEventListener('resize', this.#fit);
    window.visualViewport?.addEventListener('scroll', this.#fit);
  }

  hostDisconnected(): void {
    this.#narrow.removeEventListener('change', this.#update);
    window.visualViewport?.removeEventListener('resize', this.#fit);
    window.visualViewport?.removeEventListener('scroll', this.#fit);
    this.#form = 'closed';
  }

  /** Opens, closes or changes the dialog's form; nothing happens if it is right already. */
  present(open: boolean): void {
    const dialog = this.dialog();
    const form: Form = !open || !dialog ? 'closed' : this.narrow ? 'sheet' : 'beside';
    if (form === this.#form) return;
    const focused = this.#form === 'closed' ? null : this.host.shadowRoot?.activeElement;
    if (dialog?.open) dialog.close();
    if (form === 'sheet') dialog?.showModal();
    // show() would take the focus away from whatever the visitor is doing
    if (form === 'beside') dialog?.setAttribute('open', '');
    this.#form = form;
    this.#fit();
    if (focused instanceof HTMLElement && open) focused.focus();
  }

  readonly #update = (): void => {
    this.host.requestUpdate();
  };

  readonly #fit = (): void => {
    const viewport = window.visualViewport;
    const dialog = this.dialog();
    if (!dialog || !viewport) return;
    dialog.style.setProperty('--_visible-top', `${viewport.offsetTop}px`);
    dialog.style.setProperty('--_visible-height', `${viewport.height}px`);
  };
}
