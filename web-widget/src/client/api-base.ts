/**
 * Where the service is when the page does not say: the place this script was loaded from, so that one tag embeds the
 * widget on any site. `https://HOST/kepu/widget/kepu-chat.js` → `https://HOST/kepu`.
 */
export function defaultApiBase(scriptUrl: string): string {
  const place = /^(https?:\/\/.+)\/widget\/kepu-chat\.js(?:[?#].*)?$/.exec(scriptUrl);
  return place?.[1] ?? '';
}
