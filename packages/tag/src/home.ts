/** Where the script came from, and which counters are its own. */
import { addressOf } from './address.ts';

export interface Home {
  readonly _origin: string;
  /** Counters named in the script's address: `tag.js?id=5,6`. */
  readonly _named: number[];
}

/** To be called while the script runs for the first time. */
export const findHome = (): Home => {
  // Where a loader has put the text of the script into the page, nothing tells which one runs.
  const script = document.currentScript ?? document.querySelector('script[src*="/tag.js"]');
  const { origin, search } = addressOf((script as HTMLScriptElement).src);
  return { _origin: origin, _named: (/[?&]id=([\d,]+)/.exec(search)?.[1] ?? '').split(',').map(Number) };
};

/** Whether the page loads, or has loaded, a tag that is not ours. */
export const hasOtherScript = (home: Home): boolean =>
  [...document.scripts].some(({ src }) => /metri[ck]a/.test(src) && !src.startsWith(home._origin));

/** Whose a counter is: 2 ours, 0 theirs, 1 nobody can tell. The rule: README, "Two tags on one page". */
export const ownership = (home: Home, id: number, hasOther: boolean): number => {
  if (!hasOther || home._named.includes(id)) return 2;
  return home._named[0] ? 0 : 1;
};
