/** Addresses in texts, as links: http and https only. Pure. */

export type Part = { readonly text: string; readonly href?: string };

const ADDRESS = /\bhttps?:\/\/[^\s<>"'`]+/gi;
/** What ends a sentence does not end an address. */
const TAIL = /[.,;:!?)\]}»”’]+$/;

export function linkify(text: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutTail(match[0]);
    const href = hrefOf(address);
    if (href === null) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push({ text: address, href });
    from = match.index + address.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

/** A closing bracket stays where it was opened inside. */
function withoutTail(address: string): string {
  const tail = TAIL.exec(address)?.[0] ?? '';
  const body = address.slice(0, address.length - tail.length);
  return tail.startsWith(')') && body.includes('(') ? `${body})` : body;
}

function hrefOf(address: string): string | null {
  try {
    const { protocol, href } = new URL(address);
    return protocol === 'http:' || protocol === 'https:' ? href : null;
  } catch {
    return null;
  }
}
