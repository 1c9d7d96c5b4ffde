/** Where the script came from: hits go below the same place, and its address names the counters that are ours. */
import { OWN_MARK } from '@goalpost/contract/wire';
import { addressOf } from './browser.ts';
import { attempt } from './guard.ts';
import { readAddress, type ScriptAddress } from './read-address.ts';
import { each } from './values.ts';

/**
 * To be called while the script runs for the first time, when `document.currentScript` is there. A module has none,
 * and neither has what a loader runs as text: then what the page has loaded tells.
 */
export const findAddress = (): ScriptAddress => {
  let found: ScriptAddress | null | undefined;
  const look = (address: string): void => {
    const other = readAddress(address);
    // The genuine tag's has the same path, but names no counter of ours.
    if (other && (!found || (other[6] && !found[6]))) found = other;
  };
  let current: string | undefined;
  attempt(() => {
    const script = document.currentScript as HTMLScriptElement & Record<string, unknown>;
    // The loader learns by this that the tag runs, whatever the page does with it [W41].
    script[OWN_MARK] = 1;
    look((current = script.src));
  });
  if (!found)
    attempt(() => {
      each(document.scripts, ({ src }) => look(src));
      each(performance.getEntriesByType('resource'), ({ name }) => look(name));
    });
  // Else it has a name that the owner has given it.
  return found ?? { 1: addressOf(current).origin };
};

/** @param named as in a script's address */
export const isNamed = (named: unknown, id: number): unknown =>
  attempt(() => `,${named as string},`.indexOf(`,${id},`) >= 0);
