/** A report over time: its first metric as a line, and a row for each day, week or month. */
import type { DataResponse } from '@goalpost/contract/reports';
import type { Report as Entry } from '@goalpost/contract/reports/catalogue';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { bytimeQuery } from '../../api/stat.ts';
import { useFormat } from '../../ui/format.ts';
import { Chart } from '../chart/chart.tsx';
import { ChartNotes } from '../notes/chart-notes.tsx';
import { VISITS } from '../metrics.ts';
import { MetricHelp } from '../parts/metric-help.tsx';
import { ReportTable, TableRow } from '../parts/table.tsx';
import type { Column, Sort } from '../parts/table-shape.ts';
import { finished, intervalName } from '../state/interval.ts';
import { toInterval } from '../state/to-interval.ts';
import { useMeasureLines } from '../use-lines.ts';
import { refreshEvery, type Report } from '../use-report.ts';
import { ReportSkeleton } from './report-skeleton.tsx';
import { ReportFailure } from '../filters/report-failure.tsx';

interface Props {
  readonly entry: Entry;
  readonly report: Report;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly answer: DataResponse;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

export function TimeReport({ entry, report, title, columns, answer, sort, onSort }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { within, days, before, group, currency } = report;
  const metrics = columns.map((column) => column.metric);
  const first = columns[0] ?? VISITS;
  const now = useQuery({
    ...bytimeQuery({ ...within, metrics, group, ...days }),
    refetchInterval: refreshEvery(report),
  });
  const past = useQuery({
    ...bytimeQuery({ ...within, metrics: [first.metric], group, ...(before ?? days) }),
    enabled: before !== null,
  });
  const model = useMeasureLines(report, first, 0, { now: now.data, before: before ? past.data : undefined });
  if (now.isError && !now.data)
    return <ReportFailure report={report} error={now.error} onRetry={() => void now.refetch()} />;
  if (now.data === undefined) return <ReportSkeleton entry={entry} />;
  const { time_intervals, totals: series } = now.data;
  const { count } = finished(time_intervals, report.now());
  const most = Math.max(...(series[0] ?? []).map((value) => value ?? 0));
  const place = metrics.indexOf(sort.metric);
  const rows = time_intervals
    .slice(0, count)
    .map((at, index) => ({ at, values: series.map((numbers) => numbers[index] ?? null) }));
  const key = (row: (typeof rows)[number]): number => row.values[place] ?? -Infinity;
  const ascending = place < 0 ? rows : rows.toSorted((a, b) => Math.sign(key(a) - key(b)) || 0);
  return (
    <>
      <Chart
        name={t(first.label)}
        model={model}
        stale={now.isPlaceholderData}
        onPick={(index) => toInterval(report, time_intervals[index])}
      />
      <ChartNotes report={report} />
      <ReportTable
        label={title}
        columns={columns}
        currency={currency}
        first={t('dimension.datePeriod<group>')}
        firstHelp={t('dimensionHelp.datePeriod<group>')}
        totals={answer.totals}
        others={answer.other_revenue}
        otherCosts={answer.other_costs}
        sort={sort}
        onSort={onSort}
        stale={now.isPlaceholderData}
      >
        {(sort.down ? ascending.toReversed() : ascending).map(({ at, values }) => (
          <TableRow
            key={at[0]}
            name={intervalName(format, group, at)}
            depth={0}
            onOpen={() => toInterval(report, at)}
            columns={columns}
            values={values}
            currency={currency}
            most={most}
          />
        ))}
      </ReportTable>
      <MetricHelp measures={columns} />
    </>
  );
}
