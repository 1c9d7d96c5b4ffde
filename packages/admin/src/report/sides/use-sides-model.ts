/** A chart of both sides over time, the second laid over the first. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Group } from '../../api/stat.ts';
import { useFormat } from '../../ui/format.ts';
import type { ChartModel } from '../chart/chart-option.ts';
import { usePalette } from '../chart/palette.ts';
import { writeValue, type Measure } from '../metrics.ts';
import { finished } from '../state/interval.ts';
import { laidOver, type SideAnswer } from './laid-over.ts';

interface Given {
  /** Of each side; undefined while it is on its way. */
  readonly answers: { readonly a: SideAnswer | undefined; readonly b: SideAnswer | undefined };
  /** What each side is called. */
  readonly names: { readonly a: string; readonly b: string };
  readonly measure: Measure;
  readonly group: Group;
  readonly currency: string;
  /** `YYYY-MM-DD hh:mm:ss`, by the counter's clock: what is not over by then is drawn so. */
  now(): string;
}

export function useSidesModel(given: Given): ChartModel | undefined {
  const { answers, names, measure, group, currency } = given;
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const { axis } = palette;
  const { a, b } = answers;
  const { kind } = measure;
  return useMemo(() => {
    if (a === undefined || b === undefined) return undefined;
    const now = given.now();
    const rows = laidOver(a, b, now);
    const line = (id: 'a' | 'b', place: number, { time_intervals: intervals }: SideAnswer) => ({
      id,
      name: `${t(`sides.${id}`)}: ${names[id]}`,
      color: palette.line(place),
      done: !finished(intervals, now).unfinished,
      values: rows.map((row) => row[id]?.values[0] ?? null),
    });
    const lines = [line('a', 0, a), line('b', 1, b)];
    return {
      labels: rows.map((row) => row.name(format, group)),
      unfinished: lines.some(({ done }) => !done),
      whole: kind === 'count',
      write: (value) => writeValue(format, kind, value, currency),
      lines,
    };
    // The palette changes with `axis`; the time is that of the answers.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [a, b, names.a, names.b, axis, kind, format, group, currency, t, i18n.language]);
}
