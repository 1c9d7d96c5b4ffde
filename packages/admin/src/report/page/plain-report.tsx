/** A report with one side: its chart and table, or why there is nothing. */
import type { DataResponse } from '@goalpost/contract/reports';
import type { Report as Entry } from '@goalpost/contract/reports/catalogue';
import type { DimensionId } from '@goalpost/contract/reports/names';
import { IconCode, IconFilterOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dataQuery, type Question } from '../../api/stat.ts';
import { Empty } from '../../ui/empty.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { FilteredAway, isFiltered, ReportFailure } from '../filters/report-failure.tsx';
import { VISITS, type Measure } from '../metrics.ts';
import type { Column, Sort } from '../parts/table-shape.ts';
import { refreshEvery, type Report } from '../use-report.ts';
import { plainCredit } from '../state/sharing.ts';
import { TimeReport } from './time-report.tsx';
import { PAGE } from './level-rows.tsx';
import { levelQuestion } from './tree-rows.tsx';
import { ReportSkeleton } from './report-skeleton.tsx';
import { ValuesReport } from './values-report.tsx';

interface Asked {
  readonly report: Report;
  readonly dimension: DimensionId;
  readonly columns: readonly Column[];
  readonly sort: Sort;
}

interface Props extends Asked {
  readonly entry: Entry;
  readonly title: string;
  /** The first column. */
  readonly measure: Measure;
  readonly question: Question;
  readonly onSort: (sort: Sort) => void;
}

const isOverTime = (dimension: DimensionId): boolean => dimension === 'datePeriod<group>';

export function plainQuestion(asked: Asked): Question {
  return {
    ...levelQuestion(asked, PAGE),
    ...(isOverTime(asked.dimension) ? { group: asked.report.group } : {}),
  };
}

export function PlainReport({ question, ...common }: Props) {
  const { t } = useTranslation();
  const { report, columns, dimension } = common;
  const refetchInterval = refreshEvery(report);
  const answer = useQuery({ ...dataQuery(question), refetchInterval });
  const everyone = useQuery({
    ...dataQuery({
      ...report.within,
      attribution: plainCredit(report.within.attribution),
      metrics: [VISITS.metric],
      ...report.days,
    }),
    refetchInterval,
  });
  const { data } = answer;
  if (answer.isError && !data)
    return <ReportFailure report={report} error={answer.error} onRetry={() => void answer.refetch()} />;
  if (data === undefined || everyone.isPending) return <ReportSkeleton entry={common.entry} />;
  if (data.total_rows === 0) {
    const name = t(`dimension.${dimension}`);
    return <Nothing visits={everyone.data?.totals[0] ?? 0} name={name} report={report} />;
  }
  if (isOverTime(dimension)) return <TimeReport {...common} answer={data} />;
  const leftOut = leftOutOf(columns, data, everyone.data);
  return <ValuesReport {...common} answer={data} leftOut={leftOut} stale={answer.isPlaceholderData} />;
}

interface NothingProps {
  readonly visits: number;
  readonly name: string;
  readonly report: Report;
}

/** No visits at all, or none with a value of this kind: two different things to do. */
function Nothing({ visits, name, report }: NothingProps) {
  const { t } = useTranslation();
  const { counterId } = report;
  if (visits > 0) {
    return (
      <Empty
        icon={<IconFilterOff />}
        title={t('report.noValues', { name })}
        text={t('report.noValuesText', { count: visits })}
      />
    );
  }
  if (isFiltered(report)) return <FilteredAway report={report} />;
  return (
    <Empty icon={<IconCode />} title={t('report.empty')} text={t('report.emptyText')}>
      <ButtonLink to="/counter/$counterId/install" params={{ counterId: String(counterId) }}>
        {t('health.toInstall')}
      </ButtonLink>
    </Empty>
  );
}

/** Visits that have no value here, where the table counts visits first. */
function leftOutOf(columns: readonly Column[], answer: DataResponse, all: DataResponse | undefined): number {
  if (columns[0]?.metric !== VISITS.metric) return 0;
  return (all?.totals[0] ?? 0) - (answer.totals[0] ?? 0);
}
