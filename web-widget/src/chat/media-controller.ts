import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether a media query holds; the host is updated when that changes. */
export class MediaController implements ReactiveController {
  readonly #list: MediaQueryList;

  constructor(
    private readonly host: ReactiveControllerHost,
    query: string,
  ) {
    this.#list = matchMedia(query);
    host.addController(this);
  }

  get matches(): boolean {
    return this.#list.matches;
  }

  hostConnected(): void {
    this.#list.addEventListener('change', this.#update);
  }

  hostDisconnected(): void {
    this.#list.removeEventListener('change', this.#update);
  }

  readonly #update = (): void => {
    this.host.requestUpdate();
  };
}
