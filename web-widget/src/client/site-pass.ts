import type { SiteConfig } from './contract';
import { decodeSiteConfig } from './decode';
import { request } from './request';

/** A token this close to its end is renewed before it is used. */
const MARGIN_MS = 30_000;

/**
 * What lets the widget ask from a page of another origin: the site's settings, with a token that is fetched when it is
 * first needed and again before it expires.
 */
export class SitePass {
  #config: Promise<SiteConfig> | undefined;

  /**
   * @param apiBase the service's address without a slash at the end
   * @param site the id the site is registered by
   * @param deviceToken what an app shows that has no origin of its own
   */
  constructor(
    private readonly apiBase: string,
    private readonly site: string,
    private readonly deviceToken?: string,
  ) {}

  /** The site's settings; an {@link ApiError} says why the page is not let in. */
  async config(): Promise<SiteConfig> {
    const config = await (this.#config ??= this.#fetch());
    if (config.tokenExpiresAt === undefined || config.tokenExpiresAt - Date.now() > MARGIN_MS) return config;
    this.renew();
    return (this.#config ??= this.#fetch());
  }

  /** The next use fetches anew. */
  renew(): void {
    this.#config = undefined;
  }

  async #fetch(): Promise<SiteConfig> {
    try {
      const response = await request(`${this.apiBase}/api/v1/config?site=${encodeURIComponent(this.site)}`, {
        // Without a header of its own the request needs no preflight, so that a refusal can be read.
        ...(this.deviceToken ? { headers: { 'X-Kepu-Device-Token': this.deviceToken } } : {}),
      });
      return decodeSiteConfig(await response.json());
    } catch (error) {
      this.renew();
      throw error;
    }
  }
}
