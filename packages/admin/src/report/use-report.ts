/** The report that the address asks for: its days, comparison and grouping, and how to change them. */
import type { Counter } from '@goalpost/contract/management';
import type { ReportScope } from '@goalpost/contract/reports/catalogue';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Credit, Group } from '../api/stat.ts';
import { useCounter } from '../counter/counter-scope.tsx';
import {
  comparedDays,
  daysOf,
  groupsFor,
  dayIn,
  momentIn,
  type Comparison,
  type Days,
} from './state/period.ts';
import type { ReportSearch } from './state/search.ts';
import { plainCredit } from './state/sharing.ts';
import { sidesOf, type Sides } from './state/sides.ts';

/** What every question of a report asks within. */
export interface Within {
  readonly counterId: number;
  /** In the API's grammar. */
  readonly filters?: string | undefined;
  readonly segment?: string | undefined;
  readonly attribution: Credit;
}

export interface Report {
  readonly within: Within;
  /** Whose rows it counts, if not visits. */
  readonly scope?: ReportScope | undefined;
  readonly counterId: number;
  readonly currency: string;
  readonly search: ReportSearch;
  readonly period: string;
  readonly days: Days;
  readonly comparison: Comparison;
  readonly before: Days | null;
  /** Null: one side alone. */
  readonly sides: Sides | null;
  /** `YYYY-MM-DD` of today, where the counter is. */
  readonly today: string;
  /** The whole period is a day that is not over: nothing is compared with a full one. */
  readonly open: boolean;
  /** `YYYY-MM-DD hh:mm:ss` where the counter is; for reading, not for keys. */
  now(): string;
  readonly group: Group;
  readonly groups: readonly Group[];
  /** Changes the address; what is given as undefined leaves it. */
  change(changes: ReportSearch): void;
}

export function useReport(): Report {
  const counter = useCounter();
  const search = useSearch({ from: '/inside/counter/$counterId' });
  const navigate = useNavigate();
  const change = useCallback(
    (changes: ReportSearch) => {
      void navigate({
        to: '.',
        search: (prev: ReportSearch) => ({ ...prev, ...changes }),
        resetScroll: false,
      });
    },
    [navigate],
  );
  const dayOf = useMemo(() => dayIn(counter.time_zone_name), [counter.time_zone_name]);
  const today = dayOf(Date.now());
  return useMemo(() => reportOf({ counter, search, today, change }), [counter, search, today, change]);
}

interface Asked {
  readonly counter: Pick<Counter, 'id' | 'currency' | 'time_zone_name'>;
  readonly search: ReportSearch;
  readonly today: string;
  readonly change: (changes: ReportSearch) => void;
}

/** A report of any counter, also where no counter's screen is open. */
export function reportOf({ counter, search, today, change }: Asked): Report {
  const { period = '30d', compare = 'previous', group: wanted, filters, segment } = search;
  const { attribution = 'lastsign' } = search;
  const days = daysOf(period, today);
  const groups = groupsFor(days);
  const { id: counterId, currency, time_zone_name: timeZone } = counter;
  return {
    within: { counterId, filters, segment, attribution: plainCredit(attribution) },
    counterId,
    currency,
    search,
    period,
    days,
    comparison: compare,
    before: comparedDays(period, days, compare),
    sides: sidesOf(search, days, today),
    today,
    open: days.from === today,
    now: () => momentIn(timeZone),
    group: groups.find((known) => known === wanted) ?? groups[0],
    groups,
    change,
  };
}

/** How often an open report looks again: only while its period is still filling. */
export function refreshEvery(report: Pick<Report, 'days' | 'today'>): number | false {
  return report.days.to >= report.today ? 20_000 : false;
}
