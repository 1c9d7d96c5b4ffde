/** What of the happenings that were found is new to an alert, and which of its own are over [M106]. Pure. */
import type { Happening } from './detect/happening.ts';
import type { AlertRecord, KeptHappening } from './port.ts';

export interface News {
  readonly began: readonly Happening[];
  readonly ended: readonly KeptHappening[];
}

/**
 * @param found in the past, up to now
 * @param kept what the alert has told of
 */
export function newsOf(
  { lookedAt }: Pick<AlertRecord, 'lookedAt'>,
  found: readonly Happening[],
  kept: readonly KeptHappening[],
  now: number,
): News {
  const open = kept.filter(({ over }) => over === null);
  const ended = open.flatMap((one) => {
    const same = found.filter((other) => other.goalId === one.goalId && overlap(one, other));
    if (same.some(({ over }) => over === null)) return [];
    const last = same.at(-1);
    return [{ ...one, over: last?.over ?? now, settled: last?.settled ?? false }];
  });
  const isKnown = (one: Happening): boolean =>
    kept.some((other) => other.goalId === one.goalId && overlap(other, one));
  return { began: found.filter((one) => one.found > lookedAt && !isKnown(one)), ended };
}

const overlap = (one: Happening, other: Happening): boolean =>
  one.begin < (other.over ?? Number.POSITIVE_INFINITY) &&
  other.begin < (one.over ?? Number.POSITIVE_INFINITY);
