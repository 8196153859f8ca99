/** What a script tag may say about the widget it puts on the page. */
export const TOLD = ['site', 'venue', 'exhibit', 'activity', 'locale', 'audience', 'theme', 'mode'] as const;

/**
 * Puts the widget on the page for a script tag that names a site, so that one tag is all a page needs:
 * `<script type="module" src="https://HOST/widget/kepu-chat.js" data-site="academy"></script>`.
 *
 * @param scriptUrl where the script came from; tags of other scripts are left alone
 */
export function placeForScript(page: Document, scriptUrl: string): void {
  for (const script of page.querySelectorAll<HTMLScriptElement>('script[data-site]')) {
    if (script.src !== scriptUrl || page.querySelector('kepu-chat')) continue;
    const chat = page.createElement('kepu-chat');
    for (const name of TOLD) {
      const value = script.dataset[name];
      if (value !== undefined) chat.setAttribute(name, value);
    }
    page.body.append(chat);
  }
}

/** Where a link or a code to scan was met: `kepu-venue` and `kepu-exhibit` in a page's address, before the tag's own. */
export function placeOf(search: string): { readonly venue?: string; readonly exhibit?: string } {
  const venue = identifier(search, 'kepu-venue');
  const exhibit = identifier(search, 'kepu-exhibit');
  return { ...(venue ? { venue } : {}), ...(exhibit ? { exhibit } : {}) };
}

/** The activity that a link or a code to scan led here from: `kepu-activity` in a page's address. */
export function activityOf(search: string): string | undefined {
  return identifier(search, 'kepu-activity');
}

function identifier(search: string, name: string): string | undefined {
  const named = new URLSearchParams(search).get(name);
  return named && /^[A-Za-z0-9._:-]{1,64}$/.test(named) ? named : undefined;
}
