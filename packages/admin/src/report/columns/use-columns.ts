/** The columns of a report: those in the address, else those that this person chose before, else its own. */
import type { Report as Entry } from '@goalpost/contract/reports/catalogue';
import type { MetricId } from '@goalpost/contract/reports/names';
import type { Report } from '../use-report.ts';
import { useKept } from './use-kept.ts';
import { isPlain, MAX_COLUMNS, offeredFor, readColumns } from './offered.ts';

export interface Columns {
  readonly chosen: readonly MetricId[];
  /** Those of the report, then others that fit its rows. */
  readonly offered: readonly MetricId[];
  /** Null: those of the report again. */
  choose(columns: readonly MetricId[] | null): void;
}

export function useColumns(report: Report, entry: Entry): Columns {
  const own = entry.metrics.filter(isPlain).slice(0, MAX_COLUMNS);
  const offered = entry.scope === undefined ? offeredFor(own) : own;
  const { value, keep } = useKept(report, 'columns', entry.id, (text) => readColumns(text, offered));
  return {
    chosen: value ?? own,
    offered,
    choose: (columns) => keep(columns?.join(',')),
  };
}
