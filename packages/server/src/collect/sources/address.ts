/** Taking addresses apart, tolerantly: whatever a page calls its address, nothing is thrown. */
import { decodeFormValue } from '../decode/percent.ts';

/** What follows the host, without query and fragment: `/` at least; empty where there is no address. */
export function pathOf(address: string): string {
  const scheme = address.indexOf('://');
  if (scheme <= 0) return '';
  const from = address.indexOf('/', scheme + 3);
  let end = address.length;
  const query = address.indexOf('?', scheme + 3);
  if (query !== -1) end = query;
  const fragment = address.indexOf('#', scheme + 3);
  if (fragment !== -1 && fragment < end) end = fragment;
  return from === -1 || from >= end ? '/' : address.slice(from, end);
}

export type Parameters = ReadonlyMap<string, string>;

const NO_PARAMETERS: Parameters = new Map();

/**
 * Parameters of the query and of a fragment that looks like one (`#utm_source=…`); names lower-case, values
 * decoded, the first of two wins. `&amp;` and its like part them, too: a link pasted out of a page's source
 * looks so [W26].
 * @param wanted lower-case names; others are left out, since an address may have thousands
 */
export function parametersOf(address: string, wanted: ReadonlySet<string>): Parameters {
  const fragment = address.indexOf('#');
  const question = address.indexOf('?');
  if (question === -1 && fragment === -1) return NO_PARAMETERS;
  const found = new Map<string, string>();
  if (question !== -1 && (fragment === -1 || question < fragment)) {
    collect(found, address.slice(question + 1, fragment === -1 ? undefined : fragment), wanted);
  }
  if (fragment !== -1) {
    const tail = address.slice(fragment + 1);
    if (tail.includes('=')) collect(found, tail.slice(tail.indexOf('?') + 1), wanted);
  }
  return found;
}

/** What is left of `&amp;`, `&#038;`, `&#38;`, `&#x26;` behind their `&`; a `#` of these begins the fragment. */
const ESCAPED_MARK = /^(?:(?:amp|#?0*38|#?x0*26);)+/i;
/** Longer names are none that is known. */
const MAX_NAME = 200;

function collect(found: Map<string, string>, query: string, wanted: ReadonlySet<string>): void {
  let from = 0;
  while (from < query.length) {
    let end = query.indexOf('&', from);
    if (end === -1) end = query.length;
    const equals = query.slice(from, Math.min(end, from + MAX_NAME)).indexOf('=');
    if (equals > 0) {
      const name = nameOf(query.slice(from, from + equals));
      if (wanted.has(name) && !found.has(name)) {
        found.set(name, decodeFormValue(query.slice(from + equals + 1, end)));
      }
    }
    from = end + 1;
  }
}

function nameOf(raw: string): string {
  const name = decodeFormValue(raw).toLowerCase();
  return name.includes(';') ? name.replace(ESCAPED_MARK, '') : name;
}
