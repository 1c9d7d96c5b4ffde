/** Reads a tag's address: where it hangs, and the counters that it names. */
import { guard } from './guard.ts';

/** The place, what stands behind it in our own addresses and the genuine tag's, and the counters. The host may be called `metrika`. */
const ADDRESS =
  /^(.{8}.*?)\/(?:metrika\/|resource\/|(?:tag|watch)\.js|tag\/[^/]+\.js)(?:.*?[?&]id=([\d,]+))?/;

export interface ScriptAddress {
  /** `https://shop.example/stats`: what precedes `/metrika/` and its like [W30]. */
  readonly _home: string;
  /** Counters named in it, `tag.js?id=5,6`: `,5,6,`; empty if there are none. */
  readonly _named: string;
}

/** Undefined if it is no address of a tag. */
export const readAddress = (address: unknown): ScriptAddress | undefined =>
  guard(() => {
    const found = ADDRESS.exec(address as string)!;
    return { _home: found[1]!, _named: found[2] ? `,${found[2]},` : '' };
  })();
