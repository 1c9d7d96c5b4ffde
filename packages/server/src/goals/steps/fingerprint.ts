/** Tells one set of conditions from another: what a visit met before an edit is not met after it [G17]. */
export const fingerprint = (conditions: unknown): number => textHash(JSON.stringify(conditions) ?? '');

/** FNV-1a over the UTF-16 units of a text, 32 bits. Visits keep what it gives, so it never changes. */
export function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
