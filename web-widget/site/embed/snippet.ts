import type { Language, VenueId } from '../content';

/** How the widget stands on a page. */
export type Form = 'bubble' | 'inline' | 'page';

/** What somebody wants on their page. */
export interface Choice {
  readonly venue: VenueId;
  readonly form: Form;
  /** Nothing where it is to follow the page's own language. */
  readonly locale?: Language | undefined;
  /** The id their site is registered by; nothing for pages that the service serves itself. */
  readonly site?: string | undefined;
  /** What an app shows that has no origin of its own. */
  readonly deviceToken?: string | undefined;
}

/** What goes into a page, exactly: one tag for the button in the corner of another site, else the script and its element. */
export function snippetOf({ venue, form, locale, site, deviceToken }: Choice, host: string): string {
  const script = `<script type="module" src="${host}/widget/kepu-chat.js"`;
  const said = {
    site,
    'device-token': deviceToken,
    venue,
    locale,
    mode: form === 'bubble' ? undefined : form,
  };
  if (site && form === 'bubble' && !deviceToken) return `${script}${attributes(said, 'data-')}></script>`;
  return `${script}></script>\n<kepu-chat${attributes(said)}></kepu-chat>`;
}

/** What the operator adds to the service's settings, so that pages of an origin are let in. */
export function registrationOf({ site, venue, deviceToken }: Choice, origin: string): string {
  const lines = {
    ID: site,
    ORIGINS: deviceToken ? undefined : origin,
    VENUE: venue,
    DEVICETOKEN: deviceToken,
  };
  return Object.entries(lines)
    .flatMap(([name, value]) => (value ? [`KEPU_WEB_SITES_0_${name}=${value}`] : []))
    .join('\n');
}

/** What a page's Content-Security-Policy has to allow. */
export function policyOf(host: string): string {
  const directives = ['script-src', 'connect-src', 'img-src'].map((name) => `${name} 'self' ${host}`);
  return `Content-Security-Policy: ${directives.join('; ')}`;
}

/** The origin of an address as somebody types it; nothing where it has none. */
export function originOf(address: string): string | undefined {
  const { protocol, origin } = URL.canParse(address.trim())
    ? new URL(address.trim())
    : { protocol: '', origin: '' };
  return /^https?:$/.test(protocol) ? origin : undefined;
}

function attributes(said: Readonly<Record<string, string | undefined>>, prefix = ''): string {
  return Object.entries(said)
    .map(([name, value]) => (value ? ` ${prefix}${name}="${value}"` : ''))
    .join('');
}
