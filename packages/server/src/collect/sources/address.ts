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
/** A page with more is none that a person was sent to. */
const MAX_PARAMETERS = 200;

/**
 * Parameters of the query and of a fragment that looks like one (`#utm_source=…`); names lower-case, values
 * decoded, the first of two wins.
 */
export function parametersOf(address: string): Parameters {
  const fragment = address.indexOf('#');
  const question = address.indexOf('?');
  if (question === -1 && fragment === -1) return NO_PARAMETERS;
  const found = new Map<string, string>();
  if (question !== -1 && (fragment === -1 || question < fragment)) {
    collect(found, address.slice(question + 1, fragment === -1 ? undefined : fragment));
  }
  if (fragment !== -1) {
    const tail = address.slice(fragment + 1);
    if (tail.includes('=')) collect(found, tail.slice(tail.indexOf('?') + 1));
  }
  return found;
}

function collect(found: Map<string, string>, query: string): void {
  for (const pair of query.split('&', MAX_PARAMETERS)) {
    const equals = pair.indexOf('=');
    if (equals <= 0) continue;
    const name = decodeFormValue(pair.slice(0, equals)).toLowerCase();
    if (!found.has(name)) found.set(name, decodeFormValue(pair.slice(equals + 1)));
  }
}
