/**
 * A random UUID that begins with the time (version 7), as the log of interactions wants it. `crypto.randomUUID` knows
 * only version 4, and is missing where a page came over plain HTTP.
 */
export function requestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  new DataView(bytes.buffer).setBigUint64(0, (BigInt(Date.now()) << 16n) | BigInt(0x7000 | random12(bytes)));
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function random12([one = 0, other = 0]: Uint8Array): number {
  return ((one << 8) | other) & 0xfff;
}
