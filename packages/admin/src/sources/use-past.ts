/** Visits of the period compared with, by the value of a dimension. */
import { useQuery } from '@tanstack/react-query';
import { dataQuery } from '../api/stat.ts';
import type { Dimension } from '../report/dimensions.ts';
import { VISITS } from '../report/metrics.ts';
import type { Report } from '../report/use-report.ts';

const MOST = 1_000;

export interface Past {
  /** Undefined while not known; no visits are 0. */
  readonly visits: ((value: string) => number) | undefined;
}

/** @returns null where the report compares nothing */
export function usePast(report: Report, dimension: Dimension, filters: string): Past | null {
  const { counterId, days, before } = report;
  const answer = useQuery({
    ...dataQuery({
      counterId,
      metrics: [VISITS.metric],
      dimensions: [dimension.name],
      ...(filters === '' ? {} : { filters }),
      limit: MOST,
      undefinedToo: true,
      ...(before ?? days),
    }),
    enabled: before !== null,
  });
  if (before === null) return null;
  if (!answer.data || answer.isPlaceholderData) return { visits: undefined };
  const byValue = new Map(
    answer.data.data.map(({ dimensions: [value], metrics }) => [
      String(value?.id ?? value?.name ?? ''),
      metrics[0] ?? 0,
    ]),
  );
  return { visits: (value) => byValue.get(value) ?? 0 };
}
