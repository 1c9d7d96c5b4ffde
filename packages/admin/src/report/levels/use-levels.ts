/** By what a report's rows are and open: the address says, else what this person chose before, else the report. */
import { levelsOf, type Report as Entry } from '@goalpost/contract/reports/catalogue';
import { withLevels } from '@goalpost/contract/reports/levels';
import type { DimensionId } from '@goalpost/contract/reports/names';
import { useKept } from '../columns/use-kept.ts';
import type { Report } from '../use-report.ts';
import { readLevels, writeLevels } from './read.ts';

export interface Levels {
  /** The report by the chosen levels. */
  readonly entry: Entry;
  /** None: those of the report. */
  readonly chosen: readonly DimensionId[];
  readonly own: readonly DimensionId[];
  /** None: those of the report again. */
  choose(levels: readonly DimensionId[]): void;
}

export function useLevels(report: Report, entry: Entry): Levels {
  const own = [...new Set(levelsOf(entry).map(({ dimension }) => plainLevel(dimension)))];
  const { value, keep } = useKept(report, 'levels', entry.id, readLevels);
  const chosen = value ?? [];
  return {
    entry: withLevels(entry, chosen),
    chosen,
    own,
    choose(levels) {
      // Levels of the report may differ within its rows, which a plain list of them does not.
      const isOwn = levels.length === 0 || writeLevels(levels) === writeLevels(own);
      // Rows that were open are of other levels, and so may be the search and the order.
      const left = { open: undefined, find: undefined, sort: undefined };
      keep(isOwn ? undefined : writeLevels(levels), left);
    },
  };
}

/** Intervals of the chart have no rows to open; days do. */
const plainLevel = (dimension: DimensionId): DimensionId =>
  dimension === 'datePeriod<group>' ? 'date' : dimension;
