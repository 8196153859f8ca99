import type { ReactiveControllerHost } from 'lit';
import { ChatClient } from '../client/chat-client';
import type { SiteConfig } from '../client/contract';
import { SitePass } from '../client/site-pass';

/** Which service is asked, and as which registered site. */
export interface Entrance {
  /** The service's address without a slash at the end. */
  readonly apiBase: string;
  /** The id the page's site is registered by; the service's own pages need none. */
  readonly site?: string | undefined;
  /** What an app shows that has no origin of its own. */
  readonly deviceToken?: string | undefined;
}

/** The way to the service: directly, or by way of the registration of the site that the page is of. */
export class SiteController {
  client = new ChatClient('');
  /** What the site's registration says; nothing before it is known, and where the page names no site. */
  config: SiteConfig | undefined;
  #entrance = '';

  /** @param admitted called when the site's registration is known, before the host updates */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly admitted: (config: SiteConfig) => void,
  ) {}

  /**
   * Goes to the service, unless that is where it is already. A page that is not let in is told when somebody asks.
   *
   * @returns whether it went anywhere
   */
  enter({ apiBase, site, deviceToken }: Entrance): boolean {
    const entrance = JSON.stringify([apiBase, site, deviceToken]);
    if (entrance === this.#entrance) return false;
    this.#entrance = entrance;
    const pass = site ? new SitePass(apiBase, site, deviceToken) : undefined;
    this.client = new ChatClient(apiBase, pass);
    this.config = undefined;
    pass?.config().then(
      (config) => {
        if (entrance !== this.#entrance) return;
        this.config = config;
        this.admitted(config);
        this.host.requestUpdate();
      },
      () => undefined,
    );
    return true;
  }
}
