import type { ReactiveControllerHost } from 'lit';
import type { Citation } from '../client/contract';

/** What may stand where the conversation stands otherwise. */
type Aside = { readonly kind: 'source'; readonly citation: Citation } | { readonly kind: 'settings' };

/** What the visitor looks at instead of the conversation: a source, or the settings. One at a time. */
export class AsideController {
  #aside: Aside | undefined;
  #opener: HTMLElement | undefined;

  constructor(private readonly host: ReactiveControllerHost) {}

  /** Whether there is anything but the conversation. */
  get open(): boolean {
    return this.#aside !== undefined;
  }

  /** The source that is looked at. */
  get citation(): Citation | undefined {
    return this.#aside?.kind === 'source' ? this.#aside.citation : undefined;
  }

  /** Whether the settings are. */
  get settings(): boolean {
    return this.#aside?.kind === 'settings';
  }

  /** @param opener where the focus comes back to */
  showSource(citation: Citation, opener: HTMLElement): void {
    this.#opener = opener;
    this.#set({ kind: 'source', citation });
  }

  /** @param opener where the focus comes back to */
  showSettings(opener: HTMLElement): void {
    this.#opener = opener;
    this.#set({ kind: 'settings' });
  }

  /** Goes back to the conversation; where the focus goes is the caller's. */
  close(): void {
    this.#set(undefined);
  }

  /** Leaves the source, where one is looked at; the settings stay. */
  closeSource(): void {
    if (this.citation) this.close();
  }

  /** Goes back to the conversation, and to what opened this. */
  back(): void {
    this.#set(undefined);
    void this.host.updateComplete.then(() => this.#opener?.focus());
  }

  #set(aside: Aside | undefined): void {
    if (aside === this.#aside) return;
    this.#aside = aside;
    this.host.requestUpdate();
  }
}
