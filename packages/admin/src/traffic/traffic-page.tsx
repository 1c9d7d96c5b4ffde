/** Traffic: visits by day, week or month, with the numbers of chosen goals. */
import { IconCode } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { goalsQuery } from '../api/goals.ts';
import { bytimeQuery, csvAddress, dataQuery } from '../api/stat.ts';
import { Chart } from '../report/chart/chart.tsx';
import { chosenGoals, writeGoals } from '../report/chosen-goals.ts';
import { columnsOf, MAX_GOAL_COLUMNS } from '../report/goal-columns.ts';
import { GoalPicker } from '../report/goal-picker.tsx';
import { finished, intervalName } from '../report/state/interval.ts';
import { BOUNCES, DEPTH, DURATION, NEW_USERS, PAGEVIEWS, USERS, VISITS } from '../report/metrics.ts';
import { ReportBar } from '../report/report-bar.tsx';
import { ReportTable, TableRow } from '../report/parts/table.tsx';
import { useMeasureLines } from '../report/use-lines.ts';
import { refreshEvery, useReport } from '../report/use-report.ts';
import { Empty } from '../ui/empty.tsx';
import { Failure } from '../ui/failure.tsx';
import { useFormat } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';

const BASE = [VISITS, USERS, PAGEVIEWS, NEW_USERS, BOUNCES, DEPTH, DURATION] as const;

/** The dimension that cuts time as the chart does. */
const START_OF = {
  hour: 'ym:s:startOfHour',
  day: 'ym:s:date',
  week: 'ym:s:startOfWeek',
  month: 'ym:s:startOfMonth',
} as const;

export function TrafficPage() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const report = useReport();
  const { counterId, days, before, group, currency } = report;
  const goals = useQuery(goalsQuery(counterId)).data ?? [];
  const chosen = chosenGoals(report.search.goals, goals, MAX_GOAL_COLUMNS);
  const columns = columnsOf(BASE, chosen, goals);
  const metrics = columns.map((column) => column.metric);
  const refetchInterval = refreshEvery(report);
  const totals = useQuery({ ...dataQuery({ counterId, metrics, ...days }), refetchInterval });
  const line = useQuery({ ...bytimeQuery({ counterId, metrics, group, ...days }), refetchInterval });
  const past = useQuery({
    ...bytimeQuery({ counterId, metrics: [VISITS.metric], group, ...(before ?? days) }),
    enabled: before !== null,
  });
  const model = useMeasureLines(report, VISITS, 0, line.data, before ? past.data : undefined);
  const { time_intervals = [], totals: values = [] } = line.data ?? {};
  const { count } = finished(time_intervals, report.now());
  const most = Math.max(...(values[0] ?? []).map((value) => value ?? 0));
  const error = line.error ?? totals.error;
  return (
    <>
      <PageHead title={t('traffic.title')} />
      <ReportBar
        report={report}
        csv={csvAddress({
          counterId,
          metrics,
          dimensions: [START_OF[group]],
          sort: START_OF[group],
          ...days,
        })}
      >
        <GoalPicker
          goals={goals}
          chosen={chosen}
          max={MAX_GOAL_COLUMNS}
          onChange={(ids) => report.change({ goals: writeGoals(ids) })}
        />
      </ReportBar>
      {error && !line.data ? (
        <Failure error={error} onRetry={() => void Promise.all([line.refetch(), totals.refetch()])} />
      ) : line.data === undefined ? (
        <PageSkeleton />
      ) : totals.data?.totals[0] === 0 ? (
        <Empty icon={<IconCode />} title={t('report.empty')} text={t('report.emptyText')} />
      ) : (
        <>
          <Chart name={t(VISITS.label)} model={model} stale={line.isPlaceholderData} />
          <ReportTable
            label={t('traffic.title')}
            columns={columns}
            currency={currency}
            first={t('dimension.date')}
            totals={totals.data?.totals}
            stale={line.isPlaceholderData}
          >
            {time_intervals
              .slice(0, count)
              .map((at, index) => (
                <TableRow
                  key={at[0]}
                  name={intervalName(format, group, at, i18n.language)}
                  depth={0}
                  columns={columns}
                  values={values.map((series) => series[index] ?? null)}
                  currency={currency}
                  most={most}
                />
              ))
              .toReversed()}
          </ReportTable>
        </>
      )}
    </>
  );
}
