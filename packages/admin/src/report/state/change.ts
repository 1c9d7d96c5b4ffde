/** What may be said of a number against the one before: nothing is claimed on tiny numbers. */

import type { Unit } from '@goalpost/contract/reports/names';

/** A change against fewer than this many says nothing. */
const FEW = 20;

export type Change =
  | { readonly kind: 'none' }
  /** The day is not over, so that nothing can be said yet. */
  | { readonly kind: 'open' }
  | { readonly kind: 'few' }
  | { readonly kind: 'new' }
  | { readonly kind: 'same' }
  /** `ratio` 0.12: twelve per cent more. */
  | { readonly kind: 'moved'; readonly ratio: number }
  /** Of percentages: how many points more. */
  | { readonly kind: 'points'; readonly points: number };

/**
 * @param weight how many stand behind each number, where the numbers are rates
 */
export function changeOf(
  now: number | null | undefined,
  before: number | null | undefined,
  weight?: readonly [number | null | undefined, number | null | undefined],
): Change {
  if (now === null || now === undefined || before === null || before === undefined) return { kind: 'none' };
  const [heavyNow, heavyBefore] = weight ?? [now, before];
  if (before === 0 && (heavyNow ?? 0) >= FEW && weight === undefined) return { kind: 'new' };
  if ((heavyBefore ?? 0) < FEW) return { kind: 'few' };
  if (before === 0) return now === 0 ? { kind: 'same' } : { kind: 'new' };
  const ratio = now / before - 1;
  return Math.abs(ratio) < 0.0005 ? { kind: 'same' } : { kind: 'moved', ratio };
}

/** As `changeOf`; percentages change in percentage points. */
export function measuredChange(unit: Unit, ...numbers: Parameters<typeof changeOf>): Change {
  const [now, before, weight] = numbers;
  // A count is its own weight.
  if (unit === 'count') return changeOf(now, before);
  if (unit !== 'percent') return changeOf(...numbers);
  if (now === null || now === undefined || before === null || before === undefined) return { kind: 'none' };
  if (weight !== undefined && weight.some((count) => (count ?? 0) < FEW)) return { kind: 'few' };
  const points = now - before;
  return Math.abs(points) < 0.05 ? { kind: 'same' } : { kind: 'points', points };
}
