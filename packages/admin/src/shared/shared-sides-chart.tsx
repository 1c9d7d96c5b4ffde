/** The first number of both sides of a shared report, the second laid over the first. */
import type { SharedAnswer } from '@goalpost/contract/management';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { sharedDataQuery, type SharedAsk } from '../api/sharing/shares.ts';
import { Chart } from '../report/chart/chart.tsx';
import type { Measure } from '../report/metrics.ts';
import type { SideAnswer } from '../report/sides/laid-over.ts';
import { useSidesModel } from '../report/sides/use-sides-model.ts';
import { daysBetween } from '../report/state/period.ts';
import { MOST_DAYS } from './shared-chart.tsx';

interface Props {
  readonly measure: Measure;
  readonly asked: SharedAsk;
  readonly days: { readonly date1: string; readonly date2: string };
  readonly names: { readonly a: string; readonly b: string };
  readonly today: string;
  readonly currency: string;
}

export function SharedSidesChart({ measure, asked, days, names, today, currency }: Props) {
  const { t } = useTranslation();
  const group = daysBetween({ from: days.date1, to: days.date2 }) > MOST_DAYS ? 'month' : 'day';
  const of = (side: 'a' | 'b') => sharedDataQuery({ ...asked, sort: undefined, what: 'chart', group, side });
  const [askedA, askedB] = [useQuery(of('a')), useQuery(of('b'))];
  const [a, b] = [askedA.data, askedB.data];
  const sideA = useMemo(() => a && overTime(a, group), [a, group]);
  const sideB = useMemo(() => b && overTime(b, group), [b, group]);
  const model = useSidesModel({
    answers: { a: sideA, b: sideB },
    names,
    measure,
    group,
    currency,
    now: () => `${today} 23:59:59`,
  });
  // The table says what is wrong.
  if (askedA.isError || askedB.isError) return null;
  return <Chart name={t(measure.label)} model={model} />;
}

function overTime({ rows }: SharedAnswer, group: 'day' | 'month'): SideAnswer {
  const time_intervals = rows.map(({ name }): [string, string] => {
    const day = (name ?? '').slice(0, 10);
    // Compared as text: no month has a later day.
    return [day, group === 'day' ? day : `${day.slice(0, 7)}-31`];
  });
  return { time_intervals, totals: [rows.map(({ metrics }) => metrics[0] ?? null)] };
}
