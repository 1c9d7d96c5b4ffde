/** Tells one set of conditions from another: what a visit met before an edit is not met after it [G17]. */
export function fingerprint(conditions: unknown): number {
  const text = JSON.stringify(conditions) ?? '';
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
