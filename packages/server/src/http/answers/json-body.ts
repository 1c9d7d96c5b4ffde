/** Reads a JSON body with a limit on depth, so that no later recursion over it can overflow the stack. */
import { isDeeperThan } from '../../kit/json/json-depth.ts';
import { hasNul } from '../../kit/json/json-nul.ts';

const MAX_JSON_DEPTH = 64;

/** A framework's body parser can refuse only by throwing; this is what it throws. */
export class BrokenBody extends Error {}

export type JsonBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly why: string };

/** @param text the whole body; blank counts as no body and gives `undefined` */
export function readJsonBody(text: string): JsonBody {
  if (text.trim() === '') return { ok: true, value: undefined };
  if (hasNul(text)) return { ok: false, why: 'a text in it has a NUL character' };
  if (isDeeperThan(text, MAX_JSON_DEPTH)) return { ok: false, why: `more than ${MAX_JSON_DEPTH} levels` };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, why: 'it does not parse' };
    throw error;
  }
}
