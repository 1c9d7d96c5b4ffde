/** What a row of a report's tree opens into, by the rows opened on the way to it; pure. */
import type { DrillLevel } from '@goalpost/contract/reports/catalogue';
import type { DimensionId } from '@goalpost/contract/reports/names';

/**
 * @param path ids of the opened rows, outermost first
 * @returns null where there is nothing more to open
 */
export function levelAt(levels: readonly DrillLevel[], path: readonly string[]): DimensionId | null {
  const [first = ''] = path;
  const open = levels.filter(
    ({ within, notWithin }) => within?.includes(first) !== false && notWithin?.includes(first) !== true,
  );
  const all = path.length === 0 ? levels : open;
  return all[path.length]?.dimension ?? null;
}
