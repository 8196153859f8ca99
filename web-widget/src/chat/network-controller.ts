import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether the device has a network, as far as the browser knows. */
export class NetworkController implements ReactiveController {
  online = navigator.onLine;

  /** @param changed called when the network went or came back */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly changed: (online: boolean) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.#update);
    window.addEventListener('offline', this.#update);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#update);
    window.removeEventListener('offline', this.#update);
  }

  readonly #update = (): void => {
    if (this.online === navigator.onLine) return;
    this.online = navigator.onLine;
    this.changed(this.online);
    this.host.requestUpdate();
  };
}
