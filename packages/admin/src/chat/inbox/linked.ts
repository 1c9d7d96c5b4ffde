/** A text cut at the web addresses in it, so that those can be links and nothing else is. Pure. */
import { safeLink } from '../ui/names.ts';

export interface Part {
  readonly text: string;
  /** Null: plain text. */
  readonly link: string | null;
}

const ADDRESS = /https?:\/\/[^\s<>"']+/gi;
/** What ends a sentence is not of the address. */
const AFTER = /[.,;:!?)\]}»”’…]+$/;

export function linked(text: string): Part[] {
  const parts: Part[] = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = found.replace(AFTER, '');
    const link = safeLink(address);
    if (link === null) continue;
    if (index > done) parts.push({ text: text.slice(done, index), link: null });
    parts.push({ text: address, link });
    done = index + address.length;
  }
  if (done < text.length) parts.push({ text: text.slice(done), link: null });
  return parts;
}
