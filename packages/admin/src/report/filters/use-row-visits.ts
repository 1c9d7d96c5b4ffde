/** Opens the visits behind a row, or those among them that reached a goal. */
import type { DimensionValue } from '@goalpost/contract/reports';
import type { DimensionId } from '@goalpost/contract/reports/names';
import { useNavigate } from '@tanstack/react-router';
import { filterScope, spelled } from '../dimensions.ts';
import { allOf } from '../state/all-of.ts';
import { carried } from '../state/search.ts';
import type { Report } from '../use-report.ts';
import { narrowed, textOf } from './use-narrow.ts';

export interface VisitsOf {
  /** Conditions of the rows that this one stands in. */
  readonly path: readonly string[];
  readonly dimension: DimensionId;
  readonly value: DimensionValue;
  /** Number of the goal that they reached; absent: all of them. */
  readonly goal?: string | undefined;
}

export function useRowVisits(report: Report): (of: VisitsOf) => void {
  const navigate = useNavigate();
  const { counterId, search, scope, within } = report;
  return ({ path, dimension, value, goal }) => {
    const standing = allOf([within.filters, ...path]);
    void narrowed(standing, spelled(dimension, filterScope(scope)), textOf(value), true)
      .then((filters) => (goal === undefined ? filters : narrowed(filters, 'ym:s:goal', goal, true)))
      .then((filters) =>
        navigate({
          to: '/counter/$counterId/visits',
          params: { counterId: String(counterId) },
          search: { ...carried(search), filters },
        }),
      );
  };
}
