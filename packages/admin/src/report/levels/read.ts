/** Reads the levels of a table from an address [M133]; pure. */
import { MAX_LEVELS } from '@goalpost/contract/reports/levels';
import { DIMENSIONS, type DimensionId } from '@goalpost/contract/reports/names';
import { shortName } from '../dimensions.ts';

/** @returns null where a name is unknown or stands twice, or where there are too many */
export function readLevels(text: string | null | undefined): readonly DimensionId[] | null {
  const named = (text ?? '').split(',');
  const known = named.flatMap((name) => DIMENSIONS.find((id) => shortName(id) === name) ?? []);
  const isWhole = known.length === named.length && known.length <= MAX_LEVELS;
  return isWhole && new Set(known).size === known.length ? known : null;
}

export const areLevels = (text: string): boolean => readLevels(text) !== null;

export const writeLevels = (levels: readonly DimensionId[]): string => levels.map(shortName).join();
