/** The columns of a report: those in the address, else those that this person chose before, else its own. */
import type { Report as Entry } from '@goalpost/contract/reports/catalogue';
import type { MetricId } from '@goalpost/contract/reports/names';
import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../../api/account.ts';
import type { Report } from '../use-report.ts';
import { isPlain, MAX_COLUMNS, offeredFor, readColumns } from './offered.ts';

export interface Columns {
  readonly chosen: readonly MetricId[];
  /** Those of the report, then others that fit its rows. */
  readonly offered: readonly MetricId[];
  /** Null: those of the report again. */
  choose(columns: readonly MetricId[] | null): void;
}

export function useColumns(report: Report, entry: Entry): Columns {
  const login = useQuery(meQuery).data?.login ?? '';
  const key = `goalpost.columns.${login}.${entry.id}`;
  const own = entry.metrics.filter(isPlain).slice(0, MAX_COLUMNS);
  const offered = entry.scope === undefined ? offeredFor(own) : own;
  const stored = localStorage.getItem(key);
  const chosen = readColumns(report.search.columns, offered) ?? readColumns(stored, offered) ?? own;
  return {
    chosen,
    offered,
    choose: (columns) => {
      if (columns === null) localStorage.removeItem(key);
      else localStorage.setItem(key, columns.join(','));
      report.change({ columns: columns?.join(',') });
    },
  };
}
