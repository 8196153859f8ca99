/**
 * An address from the server, made absolute, if a browser may safely follow it: only `http:` and `https:`. Everything
 * else (`javascript:`, `data:`, `blob:`, nonsense) gives `undefined`.
 *
 * @param base what relative addresses are relative to: the service
 */
export function safeUrl(address: string | undefined, base: string): string | undefined {
  if (!address) return undefined;
  try {
    const url = new URL(address, new URL(`${base}/`, document.baseURI));
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}
