import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { watchReach } from '../client/request';

/** What there is of a network. `unreachable`: the device has one, and the service is not found by it. */
export type Network = 'online' | 'unreachable' | 'offline';

/** Whether the device has a network, as far as the browser knows, and whether the service is reached by it. */
export class NetworkController implements ReactiveController {
  state: Network = this.#look(true);
  #unwatch: (() => void) | undefined;

  /**
   * @param changed called when the network went or came back
   * @param watch tells of every request whether it reached the service; without it the browser alone is believed
   */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly changed: (online: boolean) => void,
    private readonly watch?: typeof watchReach,
  ) {
    host.addController(this);
  }

  get online(): boolean {
    return this.state === 'online';
  }

  hostConnected(): void {
    window.addEventListener('online', this.#update);
    window.addEventListener('offline', this.#update);
    this.#unwatch = this.watch?.((reached) => {
      this.#become(this.#look(reached));
    });
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#update);
    window.removeEventListener('offline', this.#update);
    this.#unwatch?.();
  }

  /** A network that is back says nothing yet of the service, where requests tell of it. */
  readonly #update = (): void => {
    this.#become(this.#look(!this.watch || this.state === 'online'));
  };

  #look(reached: boolean): Network {
    if (!navigator.onLine) return 'offline';
    return reached ? 'online' : 'unreachable';
  }

  #become(state: Network): void {
    if (this.state === state) return;
    const before = this.online;
    this.state = state;
    if (before !== this.online) this.changed(this.online);
    this.host.requestUpdate();
  }
}
