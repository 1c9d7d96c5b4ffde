/** Where the script came from, and which counters are its own. */

/** To be called while the script runs for the first time. */
export const findScript = (): HTMLScriptElement =>
  // Where a loader has put the text of the script into the page, nothing tells which one runs.
  (document.currentScript ?? document.querySelector('[src*="/tag.js"]')) as HTMLScriptElement;

/** @returns where hits go, and the counters named in the script's address, `tag.js?id=5,6`: `5,6` */
export const readAddress = (script: HTMLScriptElement): [origin: string, named: string] => {
  const [, origin = '', , named = ''] = /^(.+?\/\/[^/]+)(.*[?&]id=([\d,]+))?/.exec(script.src) ?? [];
  return [origin, named];
};

/** Whether the page loads, or has loaded, a tag that is not ours. */
export const hasOtherScript = (origin: string): boolean =>
  [...document.scripts].some(({ src }) => /metri.a/.test(src) && !src.startsWith(origin));

/** Whose a counter is: 2 ours, 0 theirs, 1 nobody can tell. The rule: README, "Two tags on one page". */
export const ownership = (named: string, id: number, hasOther: unknown): number =>
  !id ? 0 : !hasOther || named.split(',').includes(`${id}`) ? 2 : named ? 0 : 1;
