/** Sources: where visits come from, as a tree that opens by the next dimension, with chosen goals. */
import { IconCode } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { goalsQuery } from '../api/goals.ts';
import { csvAddress, dataQuery } from '../api/stat.ts';
import { chosenGoals, writeGoals } from '../report/chosen-goals.ts';
import { dimensionOf } from '../report/dimensions.ts';
import { columnsOf, MAX_GOAL_COLUMNS } from '../report/goal-columns.ts';
import { GoalPicker } from '../report/goal-picker.tsx';
import { BOUNCES, DEPTH, DURATION, USERS, VISITS } from '../report/metrics.ts';
import { ReportBar } from '../report/report-bar.tsx';
import { ReportTable, type Sort } from '../report/parts/table.tsx';
import { refreshEvery, useReport } from '../report/use-report.ts';
import { VisitsChange } from '../report/parts/visits-change.tsx';
import { Empty } from '../ui/empty.tsx';
import { Failure } from '../ui/failure.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { SourceChart } from './source-chart.tsx';
import { SourceRows } from './source-rows.tsx';

const BASE = [VISITS, USERS, BOUNCES, DEPTH, DURATION] as const;

export function SourcesPage() {
  const { t } = useTranslation();
  const report = useReport();
  const { counterId, days, before, currency } = report;
  const goals = useQuery(goalsQuery(counterId)).data ?? [];
  const chosen = chosenGoals(report.search.goals, goals, MAX_GOAL_COLUMNS);
  const columns = columnsOf(BASE, chosen, goals);
  const metrics = columns.map((column) => column.metric);
  const sort = readSort(report.search.sort, metrics);
  const totals = useQuery({
    ...dataQuery({ counterId, metrics, ...days }),
    refetchInterval: refreshEvery(report),
  });
  const past = useQuery({
    ...dataQuery({ counterId, metrics: [VISITS.metric], ...(before ?? days) }),
    enabled: before !== null,
  });
  const first = dimensionOf('trafficSource');
  return (
    <>
      <PageHead title={t('sources.title')} />
      <ReportBar
        report={report}
        csv={csvAddress({
          counterId,
          metrics,
          dimensions: [first.name, dimensionOf('sourceEngine').name],
          undefinedToo: true,
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
      {totals.isError && !totals.data ? (
        <Failure error={totals.error} onRetry={() => void totals.refetch()} />
      ) : totals.data === undefined ? (
        <PageSkeleton />
      ) : totals.data.totals[0] === 0 ? (
        <Empty icon={<IconCode />} title={t('report.empty')} text={t('report.emptyText')} />
      ) : (
        <>
          <SourceChart report={report} dimension={first} />
          <ReportTable
            label={t('sources.title')}
            columns={columns}
            currency={currency}
            first={t(`dimension.${first.id}`)}
            totals={totals.data.totals}
            {...(before
              ? {
                  totalsChange: (
                    <VisitsChange report={report} now={totals.data.totals[0]} before={past.data?.totals[0]} />
                  ),
                }
              : {})}
            sort={sort}
            onSort={({ metric, down }) =>
              report.change({ sort: `${down ? '-' : ''}${metric.replace('ym:s:', '')}` })
            }
            stale={totals.isPlaceholderData}
          >
            <SourceRows
              report={report}
              columns={columns}
              sort={sort}
              dimension={first}
              path={[]}
              most={undefined}
            />
          </ReportTable>
        </>
      )}
    </>
  );
}

function readSort(text: string | undefined, metrics: readonly string[]): Sort {
  const name = `ym:s:${(text ?? '').replace('-', '')}`;
  return metrics.includes(name)
    ? { metric: name, down: text?.startsWith('-') ?? true }
    : { metric: VISITS.metric, down: true };
}
