/** A funnel, retention or journeys as a widget of a board. */
import type { PathAddress, PathKind } from '@goalpost/contract/management';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { stepFunnelQuery } from '../api/funnels/funnels.ts';
import { journeysQuery } from '../api/journeys/journeys.ts';
import { retentionQuery } from '../api/retention/retention.ts';
import { segmentsQuery } from '../report/segments/stored-segments.ts';
import type { Report } from '../report/use-report.ts';
import { FunnelChart } from './funnel-chart.tsx';
import { FlowChart } from './journeys/flow-chart.tsx';
import { flowOf } from './journeys/flow.ts';
import { aboutOf, readJourneySearch } from './journeys/search.ts';
import { funnelQuestion, journeyQuestion, retentionQuestion } from './questions.ts';
import { CohortGrid } from './retention/cohort-grid.tsx';
import { lastWhole } from './retention/running.ts';
import { readRetentionSearch } from './retention/search.ts';
import { readFunnelSearch, readSteps } from './search.ts';
import { useStepName } from './words.ts';
import './funnels.css';

/** Boards hang on walls: they look again. */
const REFRESH_MS = 60_000;

interface Props {
  /** With the filters and the segment of the address, and the days of the board. */
  readonly report: Report;
  readonly kind: PathKind;
  readonly address: PathAddress;
}

export function PathWidget({ kind, ...rest }: Props) {
  if (kind === 'funnel') return <FunnelWidget {...rest} />;
  return kind === 'retention' ? <RetentionWidget {...rest} /> : <JourneyWidget {...rest} />;
}

type Shown = Omit<Props, 'kind'>;

function FunnelWidget({ report, address }: Shown) {
  const search = readFunnelSearch(address);
  const steps = readSteps(search.steps);
  const question = funnelQuestion(report, search, steps);
  return question === null ? (
    <NotWhole />
  ) : (
    <Funnel report={report} steps={steps} question={question} beside={search.beside} />
  );
}

interface FunnelProps {
  readonly report: Report;
  readonly steps: ReturnType<typeof readSteps>;
  readonly question: NonNullable<ReturnType<typeof funnelQuestion>>;
  readonly beside: string | undefined;
}

function Funnel({ report, steps, question, beside }: FunnelProps) {
  const { data, error, isPlaceholderData } = useQuery({
    ...stepFunnelQuery(question),
    refetchInterval: REFRESH_MS,
  });
  const segments = useQuery(segmentsQuery(report.counterId)).data ?? [];
  const segment = segments.find(({ segment_id: id }) => String(id) === beside);
  const other = useQuery({
    ...stepFunnelQuery({ ...question, segment: beside }),
    enabled: segment !== undefined,
  }).data;
  if (data === undefined) return <Waiting error={error} />;
  return (
    <FunnelChart
      counterId={report.counterId}
      steps={steps}
      answer={data}
      beside={
        segment === undefined || other === undefined ? null : { name: segment.name, totals: other.totals }
      }
      stale={isPlaceholderData}
    />
  );
}

function RetentionWidget({ report, address }: Shown) {
  const search = readRetentionSearch(address);
  const question = retentionQuestion(report, search);
  return question === null ? (
    <NotWhole />
  ) : (
    <Retention report={report} people={search.cells === 'people'} question={question} />
  );
}

interface RetentionProps {
  readonly report: Report;
  readonly people: boolean;
  readonly question: NonNullable<ReturnType<typeof retentionQuestion>>;
}

function Retention({ report, people, question }: RetentionProps) {
  const { t } = useTranslation();
  const { data, error, isPlaceholderData } = useQuery({
    ...retentionQuery(question),
    refetchInterval: REFRESH_MS,
  });
  if (data === undefined) return <Waiting error={error} />;
  if (data.totals.visitors === 0) return <p className="gp-dim">{t('boards.nothing')}</p>;
  return (
    <CohortGrid
      answer={data}
      unit={question.unit}
      mode={question.mode}
      whole={lastWhole(report.days, report.today)}
      people={people}
      stale={isPlaceholderData}
    />
  );
}

function JourneyWidget({ report, address }: Shown) {
  const search = readJourneySearch(address);
  const question = journeyQuestion(report, search);
  return question === null ? (
    <NotWhole />
  ) : (
    <Journeys report={report} about={aboutOf(search.about)} question={question} />
  );
}

interface JourneyProps {
  readonly report: Report;
  readonly about: ReturnType<typeof aboutOf>;
  readonly question: NonNullable<ReturnType<typeof journeyQuestion>>;
}

function Journeys({ report, about, question }: JourneyProps) {
  const { t } = useTranslation();
  const nameOf = useStepName(report.counterId);
  const { data, error, isPlaceholderData } = useQuery({
    ...journeysQuery(question),
    refetchInterval: REFRESH_MS,
  });
  if (data === undefined) return <Waiting error={error} />;
  if (data.journeys === 0) return <p className="gp-dim">{t('boards.nothing')}</p>;
  return (
    <FlowChart
      flow={flowOf(data)}
      about={nameOf(about)}
      journeys={data.journeys}
      stale={isPlaceholderData}
      onChoose={null}
    />
  );
}

function NotWhole() {
  const { t } = useTranslation();
  return <p className="gp-dim">{t('kept.notWhole')}</p>;
}

function Waiting({ error }: { readonly error: Error | null }) {
  const { t } = useTranslation();
  if (error === null) return <Skeleton height={264} radius={8} />;
  return (
    <p className="gp-dim" role="alert">
      {t('boards.failed', { message: error.message })}
    </p>
  );
}
