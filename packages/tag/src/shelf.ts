/** Keeps hits that could not be delivered: a hundred, for a day, each under a key of its own. */
import { KEPT, type Letter } from './hit.ts';
import { local, remember } from './storage.ts';

const MOST = 100;
const DAY_MS = 86_400_000;

/** One key a hit, not one list: two tabs would overwrite each other's list. By time, since that is in the key. */
const keys = (): string[] =>
  Object.keys(local)
    .filter((key) => key.startsWith(KEPT))
    // oxlint-disable-next-line unicorn/no-array-sort -- ES2020 has no toSorted, and the list is our own
    .sort();

export const putOnShelf = (letter: Letter): void => {
  if (keys().length < MOST) remember(letter[0], letter.slice(1).join('\n'));
};

/** Takes the oldest away, so that no other tab sends it too. */
export const takeFromShelf = (): Letter | undefined => {
  for (const key of keys()) {
    const letter: unknown[] = [key, ...(local[key] as string).split('\n')];
    delete local[key];
    if (+key.slice(KEPT.length, -10) > Date.now() - DAY_MS) return letter as Letter;
  }
  return undefined;
};
