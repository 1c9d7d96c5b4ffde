/** Reads a tag's address: where it hangs, and the counters that it names. */

export interface ScriptAddress {
  /** `https://shop.example/stats`: what precedes `/metrika/` and its like [W30]. */
  readonly 1?: string | undefined;
  /** Counters named in it, of `tag.js?id=5,6`: `5,6`. */
  readonly 6?: string | undefined;
}

/**
 * The place, what stands behind it in our own addresses and the genuine tag's, and the counters. The host may be called
 * `metrika`. Null if it is no address of a tag. Throws where the page has taken `exec`.
 */
export const readAddress = (address: string): ScriptAddress | null =>
  /^(.{8}.*?)\/(metrika\/|resource\/|(tag|watch)(_\w+|\/[^/]+)?\.js)(.*?[?&]id=([\d,]+))?/.exec(
    address,
  ) as ScriptAddress | null;
