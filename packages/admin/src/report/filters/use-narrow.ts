/** Keeps the visits of one value, or leaves them out, by a condition in the address. */
import type { DimensionValue } from '@goalpost/contract/reports';
import type { DimensionId } from '@goalpost/contract/reports/names';
import { useCallback } from 'react';
import { filterScope, spelled } from '../dimensions.ts';
import type { Report } from '../use-report.ts';

export type Narrow = (dimension: DimensionId, value: DimensionValue, keep: boolean) => void;

export function useNarrow(report: Report): Narrow {
  const { change, search, scope } = report;
  const { filters } = search;
  return useCallback(
    (dimension, value, keep) =>
      void narrowed(filters, spelled(dimension, filterScope(scope)), textOf(value), keep).then((next) =>
        change({ filters: next }),
      ),
    [change, filters, scope],
  );
}

/** @returns null where the value is empty */
export function textOf({ id, name }: DimensionValue): string | null {
  const raw = String(id ?? name ?? '');
  return raw === '' ? null : raw;
}

/** The grammar is loaded with the first click: only those who filter need it. */
export async function narrowed(
  filters: string | undefined,
  name: string,
  text: string | null,
  keep: boolean,
) {
  const { readConditions, sameAs, withCondition, writeConditions } = await import('./conditions.ts');
  const standing = readConditions(filters);
  if (!Array.isArray(standing)) return filters;
  return writeConditions(withCondition(standing, sameAs(name, text, keep)));
}
