/** Where the script came from: hits go below the same place, and its address names the counters that are ours. */
import { OWN_MARK } from '@goalpost/contract/wire';
import { guard } from './guard.ts';
import { readAddress, type ScriptAddress } from './read-address.ts';
import { cut, each, has } from './values.ts';

/**
 * To be called while the script runs for the first time, when `document.currentScript` is there. A module has none,
 * and neither has what a loader runs as text: then what the page has loaded tells.
 */
export const findAddress = (): ScriptAddress => {
  const current = guard(() => {
    const script = document.currentScript as HTMLScriptElement & Record<string, unknown>;
    // The loader learns by this that the tag runs, whatever the page does with it [W41].
    script[OWN_MARK] = 1;
    return script.src;
  })();
  let found = readAddress(current);
  const look = (address: unknown): void => {
    const other = readAddress(address);
    // The genuine tag's has the same path, but names no counter of ours.
    if (other && (!found || (other._named && !found._named))) found = other;
  };
  if (!found) {
    guard(() => each(document.scripts, (script) => look(script.src)))();
    guard(() => each(performance.getEntriesByType('resource'), ({ name }) => look(name)))();
  }
  // Else it has a name that the owner has given it.
  return found ?? { _home: guard(() => new URL(current!).origin)() ?? '', _named: '' };
};

/** Whether the page loads, or has loaded, a tag that is not ours. */
export const hasOtherScript = (home: string): boolean => {
  let isThere = false;
  const look = ({ src }: HTMLScriptElement): void => {
    if (/metri.a/.test(src) && cut(src, 0, home.length) !== home) isThere = true;
  };
  guard(() => each(document.scripts, look))();
  return isThere;
};

/** Whose a counter is: 2 ours, 0 theirs, 1 unknown. The rule: README, "Two tags on one page". */
export const ownership = (named: string, id: number, hasOther: unknown): number =>
  id > 0 ? (!hasOther || has(named, `,${id},`) ? 2 : named ? 0 : 1) : 0;
