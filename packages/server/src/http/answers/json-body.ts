/** Reads a JSON body with a limit on depth, so that no later recursion over it can overflow the stack. */
import { isDeeperThan } from '../../kit/json/json-depth.ts';
import { hasNul } from '../../kit/json/json-nul.ts';

const MAX_JSON_DEPTH = 64;
/** Names in it may be of any length. */
const MAX_PLACE = 200;

/** A framework's body parser can refuse only by throwing; this is what it throws. */
export class BrokenBody extends Error {
  /** Of the value that it is about, such as `goal.conditions.0.url`. */
  readonly place: string | undefined;
  constructor(why: string, place?: string) {
    super(why);
    this.place = place;
  }
}

export type JsonBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly why: string; readonly place?: string };

/** @param text the whole body; blank counts as no body and gives `undefined` */
export function readJsonBody(text: string): JsonBody {
  if (text.trim() === '') return { ok: true, value: undefined };
  if (isDeeperThan(text, MAX_JSON_DEPTH)) return { ok: false, why: `more than ${MAX_JSON_DEPTH} levels` };
  try {
    const value: unknown = JSON.parse(text);
    if (!hasNul(text)) return { ok: true, value };
    const place = placeOfNul(value)?.slice(0, MAX_PLACE);
    return { ok: false, why: 'it has a NUL character', ...(place ? { place } : {}) };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, why: 'it does not parse' };
    throw error;
  }
}

/** Where the first one stands; empty: in the value itself or in a name; undefined: nowhere. */
function placeOfNul(value: unknown): string | undefined {
  if (typeof value === 'string') return value.includes('\0') ? '' : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, held] of Object.entries(value)) {
    if (name.includes('\0')) return '';
    const within = placeOfNul(held);
    if (within !== undefined) return within === '' ? name : `${name}.${within}`;
  }
  return undefined;
}
