/** Keeps hits that could not be delivered: a hundred, for 12 hours, each under a key of its own [W31]. */
import { MAX_LATENESS_SECONDS } from '@goalpost/contract/wire';
import { local, now, remember } from '../shared/browser.ts';
import { guard } from '../shared/guard.ts';
import { KEPT } from './hit.ts';
import type { Letter } from '../shared/model.ts';
import { each } from '../shared/values.ts';

const MOST = 100;

/** One key a hit, not one list: two tabs would overwrite each other's list. By time, since that is in the key. */
const keys = (): string[] =>
  Object.keys(local)
    .filter((key) => key.startsWith(KEPT))
    // oxlint-disable-next-line unicorn/no-array-sort -- ES2020 has no toSorted, and the list is our own
    .sort();

export const keepUnsent = guard((letter: Letter): void => {
  if (keys().length < MOST) remember(letter[0], `${letter[1]}\n${letter[2]}`);
});

/** Takes the oldest away, so that no other tab sends it too. None is sent that the server would take for new [V10]. */
export const takeUnsent = guard((): Letter | undefined => {
  let letter: unknown;
  each(keys(), (key) => {
    if (letter) return;
    if (+key.slice(KEPT.length, -10) > now() - MAX_LATENESS_SECONDS * 1000)
      letter = `${key}\n${local[key] as string}`.split('\n');
    delete local[key];
  });
  return letter as Letter | undefined;
});
