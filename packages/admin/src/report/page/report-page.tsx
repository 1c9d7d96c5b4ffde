/** The screen of any report in the catalogue: bar, chart, table and drill levels, all out of its entry. */
import type { DataResponse } from '@goalpost/contract/reports';
import { REPORTS, type Report as Entry } from '@goalpost/contract/reports/catalogue';
import { bareName, fullName } from '@goalpost/contract/reports/names';
import { IconCode, IconFilterOff, IconMapOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { goalsQuery } from '../../api/goals.ts';
import { dataQuery, type Question } from '../../api/stat.ts';
import { textIn } from '../../i18n/text.ts';
import { Empty } from '../../ui/empty.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { chosenGoals, writeGoals } from '../chosen-goals.ts';
import { spelled } from '../dimensions.ts';
import { columnsOf, MAX_GOAL_COLUMNS } from '../goal-columns.ts';
import { GoalPicker } from '../goal-picker.tsx';
import { VISITS } from '../metrics.ts';
import { MetricHelp } from '../parts/metric-help.tsx';
import type { Column, Sort } from '../parts/table.tsx';
import { ColumnsButton } from '../columns/columns-button.tsx';
import { useColumns, type Columns } from '../columns/use-columns.ts';
import { ExportMenu } from '../export-menu.tsx';
import { FilterBar } from '../filters/filter-bar.tsx';
import { ReportBar } from '../report-bar.tsx';
import { refreshEvery, useReport, type Report } from '../use-report.ts';
import { AddToBoardButton } from '../boards/add-to-board-button.tsx';
import { ShareButton } from '../share/share-button.tsx';
import { SectionLinks } from './section-links.tsx';
import { TimeReport } from './time-report.tsx';
import { levelQuestion, PAGE } from './tree-rows.tsx';
import { ValuesReport } from './values-report.tsx';
import { FilteredAway, isFiltered, ReportFailure } from '../filters/report-failure.tsx';

export function ReportPage() {
  const { report: id } = useParams({ from: '/inside/counter/$counterId/report/$report' });
  const entry = REPORTS.find((known) => known.id === id);
  return entry === undefined ? <Unknown id={id} /> : <Known key={id} entry={entry} />;
}

/** An address with a report that this version does not have, or that was mistyped. */
function Unknown({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { counterId } = useReport();
  return (
    <>
      <PageHead title={t('report.unknownTitle')} />
      <Empty icon={<IconMapOff />} title={t('report.unknown', { id })} text={t('report.unknownText')}>
        <ButtonLink to="/counter/$counterId/overview" params={{ counterId: String(counterId) }}>
          {t('report.toOverview')}
        </ButtonLink>
      </Empty>
    </>
  );
}

function Known({ entry }: { readonly entry: Entry }) {
  const { t, i18n } = useTranslation();
  const report = useReport();
  const { counterId, days, group } = report;
  const title = textIn(entry.title, i18n.language);
  const [dimension = 'date'] = entry.dimensions;
  const overTime = dimension === 'datePeriod<group>';
  const ofGoals = dimension === 'goal';
  const goals = useQuery(goalsQuery(counterId)).data ?? [];
  const chosen = ofGoals ? null : chosenGoals(report.search.goals, goals, MAX_GOAL_COLUMNS);
  const own = useColumns(report, entry);
  const columns = columnsOf(own.chosen, chosen, goals);
  const metrics = columns.map((column) => column.metric);
  const [first = VISITS] = columns;
  const sort = sortOf(report.search.sort, entry, metrics);
  const refetchInterval = refreshEvery(report);
  const question = {
    ...levelQuestion({ report, columns, sort, dimension }, PAGE),
    ...(overTime ? { group } : {}),
  };
  const answer = useQuery({ ...dataQuery(question), refetchInterval });
  const everyone = useQuery({
    ...dataQuery({ ...report.within, metrics: [VISITS.metric], ...days }),
    refetchInterval,
  });
  const { data } = answer;
  const name = t(`dimension.${dimension}`);
  const onSort = ({ metric, down }: Sort): void =>
    report.change({ sort: `${down ? '-' : ''}${bareName(metric)}` });
  return (
    <>
      <PageHead title={title}>
        <AddToBoardButton report={report} columns={columns} dimension={dimension} />
        <ShareButton report={report} id={entry.id} title={title} />
      </PageHead>
      <SectionLinks section={entry.section} counterId={counterId} />
      <FilterBar report={report} />
      <ReportBar
        report={report}
        grouped={entry.chart === 'lines'}
        end={<TableTools entry={entry} columns={own} question={question} />}
      >
        {chosen !== null && (
          <GoalPicker
            goals={goals}
            chosen={chosen}
            max={MAX_GOAL_COLUMNS}
            onChange={(ids) => report.change({ goals: writeGoals(ids) })}
          />
        )}
      </ReportBar>
      {answer.isError && !data ? (
        <ReportFailure report={report} error={answer.error} onRetry={() => void answer.refetch()} />
      ) : data === undefined || everyone.isPending ? (
        <PageSkeleton />
      ) : data.total_rows === 0 ? (
        <Nothing visits={everyone.data?.totals[0] ?? 0} name={name} report={report} />
      ) : overTime ? (
        <TimeReport
          report={report}
          title={title}
          columns={columns}
          answer={data}
          sort={sort}
          onSort={onSort}
        />
      ) : (
        <ValuesReport
          entry={entry}
          report={report}
          title={title}
          dimension={dimension}
          columns={columns}
          measure={first}
          answer={data}
          sort={sort}
          onSort={onSort}
          leftOut={leftOutOf(columns, data, everyone.data)}
          stale={answer.isPlaceholderData}
        />
      )}
      <MetricHelp measures={columns} />
    </>
  );
}

interface ToolsProps {
  readonly entry: Entry;
  readonly columns: Columns;
  readonly question: Question;
}

function TableTools({ entry, columns, question }: ToolsProps) {
  const isTree = entry.dimensions.length > 1;
  const whole = isTree ? { ...question, dimensions: entry.dimensions.map(spelled) } : undefined;
  return (
    <>
      <ColumnsButton columns={columns} />
      <ExportMenu question={question} whole={whole} />
    </>
  );
}

/** @returns null where it names no column */
function readSort(text: string | undefined, metrics: readonly string[]): Sort | null {
  if (text === undefined) return null;
  const short = text.replace(/^-/, '');
  const metric = short === 'name' ? short : fullName(short);
  return metric === 'name' || metrics.includes(metric) ? { metric, down: text.startsWith('-') } : null;
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

/** What the address says, else the report itself. */
function sortOf(asked: string | undefined, entry: Entry, metrics: readonly string[]): Sort {
  const fallback = { metric: metrics[0] ?? VISITS.metric, down: true };
  return readSort(asked, metrics) ?? readSort(entry.sort, metrics) ?? fallback;
}

/** Visits that have no value here, where the table counts visits first. */
function leftOutOf(columns: readonly Column[], answer: DataResponse, all: DataResponse | undefined): number {
  if (columns[0]?.metric !== VISITS.metric) return 0;
  return (all?.totals[0] ?? 0) - (answer.totals[0] ?? 0);
}
