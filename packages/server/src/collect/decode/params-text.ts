/** Params as a page wrote them, without what templates and callers put around them. */
import { parseExact } from './exact-json.ts';

const QUOTE = /&(?:quot|#0*34|#x0*22);/gi;

/** Params that a template has escaped, or that were turned into text twice, hold what they hold [W71]. */
export function unwrappedParams(text: string): string {
  const plain = /^\s*\{\s*&/.test(text) ? text.replaceAll(QUOTE, '"') : text;
  if (!/^\s*"/.test(plain)) return plain;
  const inner = parsedParams(plain);
  return typeof inner === 'string' && /^\s*[{[]/.test(inner) ? inner : plain;
}

/** Undefined where it is no JSON. */
export function parsedParams(text: string): unknown {
  try {
    return parseExact(text);
  } catch {
    return undefined;
  }
}
