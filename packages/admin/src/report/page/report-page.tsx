/** The screen of any report in the catalogue: bar, chart, table and drill levels, all out of its entry. */
import { REPORTS, type Report as Entry } from '@goalpost/contract/reports/catalogue';
import { may } from '@goalpost/contract/management/roles';
import { searchedIn } from '@goalpost/contract/reports/search';
import { bareName } from '@goalpost/contract/reports/names';
import { IconMapOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useCounter } from '../../counter/counter-scope.tsx';
import { goalsQuery } from '../../api/goals.ts';
import type { Question, SidesQuestion } from '../../api/stat.ts';
import { textIn } from '../../i18n/text.ts';
import { Empty } from '../../ui/empty.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { chosenGoals, writeGoals } from '../chosen-goals.ts';
import { spelled } from '../dimensions.ts';
import { columnsOf, MAX_GOAL_COLUMNS } from '../goal-columns.ts';
import { GoalPicker } from '../goal-picker.tsx';
import { VISITS } from '../metrics.ts';
import { MetricHelp } from '../parts/metric-help.tsx';
import type { Column, Sort } from '../parts/table-shape.ts';
import { TableSearch } from '../parts/table-search.tsx';
import { ColumnsButton } from '../columns/columns-button.tsx';
import { useColumns, type Columns } from '../columns/use-columns.ts';
import { LevelsButton } from '../levels/levels-button.tsx';
import { writeLevels } from '../levels/read.ts';
import { useLevels, type Levels } from '../levels/use-levels.ts';
import { ExportMenu } from '../export-menu.tsx';
import { FilterBar } from '../filters/filter-bar.tsx';
import { ReportBar } from '../report-bar.tsx';
import { allOf } from '../state/all-of.ts';
import { foundBy } from '../state/search-text.ts';
import { isSharing, mayShare, sharedColumns } from '../state/sharing.ts';
import { useReport, type Report } from '../use-report.ts';
import { sidesQuestion } from '../sides/question.ts';
import { AddToBoardButton } from '../boards/add-to-board-button.tsx';
import { ShareButton } from '../share/share-button.tsx';
import { ReportSkeleton } from './report-skeleton.tsx';
import { SectionLinks } from './section-links.tsx';
import { PlainReport, plainQuestion } from './plain-report.tsx';
import { Said } from './said.tsx';
import { lazyPart } from '../../ui/loading/lazy-part.ts';

const SidesReport = lazyPart(() => import('../sides/sides-page.tsx'), 'SidesPage');

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

function Known({ entry: own }: { readonly entry: Entry }) {
  const { i18n } = useTranslation();
  const { permission } = useCounter();
  const asOpened = useReport();
  const levels = useLevels(asOpened, own);
  const { entry } = levels;
  const report = searchedRows(ofEntry(asOpened, entry), entry);
  const { counterId, sides } = report;
  const title = textIn(entry.title, i18n.language);
  const [dimension = 'date'] = entry.dimensions;
  const ofGoals = !hasGoals(entry);
  const known = useQuery(goalsQuery(counterId));
  const goals = known.data ?? [];
  const chosen = ofGoals ? null : chosenGoals(report.search.goals, goals, MAX_GOAL_COLUMNS);
  const table = useColumns(report, entry);
  const all = columnsOf(table.chosen, chosen, goals, entry.scope);
  const shares = isSharing(report.within.attribution);
  const columns = shares ? sharedColumns(all) : all;
  const [first = VISITS] = columns;
  const sort = sortOf(
    report.search.sort,
    entry,
    columns.map((column) => column.metric),
  );
  const onSort = ({ metric, down }: Sort): void =>
    report.change({ sort: `${down ? '-' : ''}${bareName(metric)}` });
  const common = { entry, report, title, dimension, columns, measure: first, sort, onSort };
  const question = plainQuestion(common);
  const asked = sides === null ? question : sidesQuestion({ report, sides, columns, sort, dimension });
  return (
    <>
      <PageHead title={title}>
        <ToCosts entry={entry} />
        <TableTools entry={entry} report={report} columns={table} levels={levels} question={asked} />
        {!shares && <AddToBoardButton report={report} columns={columns} dimension={dimension} />}
        <ShareButton
          report={report}
          id={entry.id}
          title={title}
          shown={shownColumns(shares, columns, question)}
          levels={levels.chosen.map((dimension) => spelled(dimension, entry.scope))}
        />
      </PageHead>
      <SectionLinks section={entry.section} counterId={counterId} />
      <div className="gp-controls">
        <FilterBar report={report} shared={mayShare(entry) && sides === null && may(permission, 'view')} />
        <ReportBar report={report} sided={entry.scope === undefined} grouped={entry.chart === 'lines'}>
          {chosen !== null && (
            <GoalPicker
              goals={goals}
              chosen={chosen}
              max={MAX_GOAL_COLUMNS}
              onChange={(ids) => report.change({ goals: writeGoals(ids) })}
            />
          )}
          <TableSearch entry={entry} report={report} />
        </ReportBar>
      </div>
      {!ofGoals && known.isPending ? (
        // Which goals have columns is part of the question: asked without, it would be asked twice.
        <ReportSkeleton entry={entry} />
      ) : sides === null ? (
        <>
          <Said report={report} measure={first} question={question} />
          <PlainReport {...common} question={question} />
        </>
      ) : (
        <Suspense fallback={<ReportSkeleton entry={entry} />}>
          <SidesReport {...common} sides={sides} />
          <MetricHelp measures={columns} />
        </Suspense>
      )}
    </>
  );
}

/** Rows of its own kind have one side; goals are shared out in one side, too. */
function ofEntry(report: Report, entry: Entry): Report {
  if (entry.scope !== undefined) return { ...report, scope: entry.scope, sides: null };
  const { attribution } = report.search;
  if (attribution === undefined || report.sides !== null || !mayShare(entry)) return report;
  return { ...report, within: { ...report.within, attribution } };
}

/** Of the rows that hold the text which is looked for: their numbers, their chart, their file. */
function searchedRows(report: Report, entry: Entry): Report {
  const names = searchedIn(entry).map((dimension) => spelled(dimension, entry.scope));
  const found = foundBy(report.search.find, names);
  if (found === undefined) return report;
  const { within, sides } = report;
  return {
    ...report,
    within: { ...within, filters: allOf([within.filters, found]) },
    sides: sides && { ...sides, filters: allOf([sides.filters, found]) },
  };
}

/** What a link would show; what is shared out by a model cannot be. */
function shownColumns(shares: boolean, columns: readonly Column[], { sort = '' }: Question) {
  return shares ? undefined : { metrics: columns.map(({ metric }) => metric), sort };
}

/** Whether columns of goals that the reader picks stand beside its own. */
const hasGoals = ({ scope, dimensions: [first] }: Entry): boolean =>
  scope === 'ev' || (scope === undefined && first !== 'goal');

function ToCosts({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  const { id, permission } = useCounter();
  if (entry.scope !== 'ev' || !may(permission, 'edit')) return null;
  return (
    <ButtonLink variant="default" to="/counter/$counterId/costs" params={{ counterId: String(id) }}>
      {t('report.uploadCosts')}
    </ButtonLink>
  );
}

interface ToolsProps {
  readonly entry: Entry;
  readonly report: Report;
  readonly columns: Columns;
  readonly levels: Levels;
  readonly question: Question | SidesQuestion;
}

function TableTools({ entry, report, columns, levels, question }: ToolsProps) {
  const { permission } = useCounter();
  const navigate = useNavigate();
  const { filters, segment } = report.search;
  const send = (): void =>
    void navigate({
      to: '/counter/$counterId/alerts',
      params: { counterId: String(report.counterId) },
      search: {
        filters,
        segment,
        columns: question.metrics.join(','),
        levels: levels.chosen.length === 0 ? undefined : writeLevels(levels.chosen),
        send: entry.id,
      },
    });
  const isTree = entry.dimensions.length > 1;
  const whole = isTree
    ? { ...question, dimensions: entry.dimensions.map((name) => spelled(name, entry.scope)) }
    : undefined;
  return (
    <>
      <LevelsButton levels={levels} />
      <ColumnsButton columns={columns} />
      <ExportMenu
        question={question}
        whole={whole}
        onSend={may(permission, 'edit') && report.sides === null ? send : null}
      />
    </>
  );
}

/** @returns null where it names no column */
function readSort(text: string | undefined, metrics: readonly string[]): Sort | null {
  if (text === undefined) return null;
  const short = text.replace(/^-/, '');
  const metric = short === 'name' ? short : metrics.find((name) => bareName(name) === short);
  return metric === undefined ? null : { metric, down: text.startsWith('-') };
}

/** What the address says, else the report itself. */
function sortOf(asked: string | undefined, entry: Entry, metrics: readonly string[]): Sort {
  const fallback = { metric: metrics[0] ?? VISITS.metric, down: true };
  return readSort(asked, metrics) ?? readSort(entry.sort, metrics) ?? fallback;
}
