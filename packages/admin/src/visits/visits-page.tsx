/** The visit log: every visit behind the numbers, each with the way to its visitor. */
import type { VisitView } from '@goalpost/contract/reports/visits';
import { Button } from '@mantine/core';
import { IconFilterOff, IconListDetails } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { visitLogQuery } from '../api/visits/visits.ts';
import { FilterBar } from '../report/filters/filter-bar.tsx';
import { isFiltered, ReportFailure } from '../report/filters/report-failure.tsx';
import { ReportBar } from '../report/report-bar.tsx';
import { refreshEvery, useReport } from '../report/use-report.ts';
import { Empty } from '../ui/empty.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { SiteClock } from './site-clock.tsx';
import { VisitRow } from './visit-row.tsx';
import '../report/parts/table.css';
import './visits.css';

const COLUMNS = ['visitor', 'source', 'start', 'goals', 'pages', 'time', 'place', 'device'] as const;

export function VisitsPage() {
  const { t } = useTranslation();
  const report = useReport();
  const { counterId, days } = report;
  const answer = useInfiniteQuery({
    ...visitLogQuery({ ...report.within, ...days }),
    refetchInterval: ({ state }) => (state.data?.pages.length === 1 ? refreshEvery(report) : false),
  });
  const visits = answer.data?.pages.flatMap((page) => page.visits);
  return (
    <>
      <PageHead title={t('visits.title')} />
      <p className="gp-dim gp-visits-text">
        {t('visits.text')} <SiteClock />
      </p>
      <div className="gp-controls">
        <FilterBar report={report} />
        <ReportBar report={report} compared={false} grouped={false} />
      </div>
      {answer.isError && visits === undefined ? (
        <ReportFailure report={report} error={answer.error} onRetry={() => void answer.refetch()} />
      ) : visits === undefined ? (
        <PageSkeleton />
      ) : visits.length === 0 ? (
        <NoVisits filtered={isFiltered(report)} />
      ) : (
        <>
          <VisitTable visits={visits} counterId={counterId} />
          {answer.hasNextPage ? (
            <Button
              variant="default"
              loading={answer.isFetchingNextPage}
              onClick={() => void answer.fetchNextPage()}
            >
              {t('visits.more')}
            </Button>
          ) : (
            <p className="gp-dim">{t('visits.end')}</p>
          )}
        </>
      )}
    </>
  );
}

function VisitTable({
  visits,
  counterId,
}: {
  readonly visits: readonly VisitView[];
  readonly counterId: number;
}) {
  const { t } = useTranslation();
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
    <div className="gp-panel gp-table-box" tabIndex={0} role="region" aria-label={t('visits.title')}>
      <table className="gp-table gp-visits">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" data-column={column}>
                {t(`visits.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {visits.map((visit) => (
            <VisitRow key={visit.id} visit={visit} counterId={counterId} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function NoVisits({ filtered }: { readonly filtered: boolean }) {
  const { t } = useTranslation();
  return filtered ? (
    <Empty icon={<IconFilterOff />} title={t('visits.filtered')} text={t('visits.filteredText')} />
  ) : (
    <Empty icon={<IconListDetails />} title={t('visits.empty')} text={t('visits.emptyText')} />
  );
}
