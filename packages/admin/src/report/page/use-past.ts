/** The first metric in the period compared with, by the value of a dimension. */
import type { DimensionId } from '@goalpost/contract/reports/names';
import { useQuery } from '@tanstack/react-query';
import { dataQuery } from '../../api/stat.ts';
import { spelled } from '../dimensions.ts';
import type { Report } from '../use-report.ts';

const MOST = 1_000;

/** No such day, week or month was in the period before. */
const CALENDAR: ReadonlySet<DimensionId> = new Set(['date', 'startOfWeek', 'startOfMonth']);
const NOTHING: Past = { of: () => null };

export interface Past {
  /** Undefined while not known; null where more values were there than are asked for; what was not there is 0. */
  readonly of: ((value: string) => number | null) | undefined;
}

/** @returns null where the report compares nothing */
export function usePast(
  report: Report,
  metric: string,
  dimension: DimensionId,
  filters: string | undefined,
): Past | null {
  const { within, days, before } = report;
  const isCalendar = CALENDAR.has(dimension);
  const answer = useQuery({
    ...dataQuery({
      ...within,
      metrics: [metric],
      dimensions: [spelled(dimension, report.scope)],
      filters,
      limit: MOST,
      undefinedToo: true,
      ...(before ?? days),
    }),
    enabled: before !== null && !isCalendar,
  });
  if (before === null) return null;
  if (isCalendar) return NOTHING;
  const { data } = answer;
  if (!data || answer.isPlaceholderData) return { of: undefined };
  const byValue = new Map(
    data.data.map(({ dimensions: [value], metrics }) => [
      String(value?.id ?? value?.name ?? ''),
      metrics[0] ?? 0,
    ]),
  );
  const whole = data.total_rows <= data.data.length;
  return { of: (value) => byValue.get(value) ?? (whole ? 0 : null) };
}
