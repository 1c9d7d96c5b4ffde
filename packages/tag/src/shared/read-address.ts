/** Reads a tag's address: where it hangs, and the counters that it names. */
import { guard } from './guard.ts';
import { cut, each, find } from './values.ts';

/** What stands behind the place, of our own addresses and of the genuine tag's. */
const ENDS = ['/metrika/', '/resource/', '/tag.js', '/watch.js', '/tag/'];
/** Behind `https://` and a letter of the host, which may be called `metrika`. */
const FIRST = 8;

export interface ScriptAddress {
  /** `https://shop.example/stats`: what precedes `/metrika/` and its like [W30]. */
  readonly _home: string;
  /** Counters named in it, `tag.js?id=5,6`: `,5,6,`; empty if there are none. */
  readonly _named: string;
}

/** Undefined if it is no address of a tag. */
export const readAddress = (address: string): ScriptAddress | undefined => {
  let end = -1;
  each(ENDS, (part) => {
    if (end < 0) end = find(address, part, FIRST);
  });
  if (end < 0) return undefined;
  const named = guard(() => /[?&]id=([\d,]+)/.exec(address)![1])();
  return { _home: cut(address, 0, end), _named: named ? `,${named},` : '' };
};
