/** One widget: its title with the site, what it shows, and how its place is changed. */
import type { Counter, ReportWidget, Widget } from '@goalpost/contract/management';
import { REPORTS } from '@goalpost/contract/reports/catalogue';
import { scopeOfName } from '@goalpost/contract/reports/names';
import { Skeleton } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useMemo, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { countersQuery } from '../api/counters.ts';
import { goalsQuery } from '../api/goals.ts';
import { withWords } from '../i18n/i18n.ts';
import { askedDimension, askedMetric } from '../report/boards/asked.ts';
import { spelled } from '../report/dimensions.ts';
import { todayIn } from '../report/state/period.ts';
import { reportOf } from '../report/use-report.ts';
import { ActionLink } from '../ui/links.tsx';
import { lazyPart } from '../ui/loading/lazy-part.ts';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { PathCard } from './path-card.tsx';
import { ChartWidget, NumberWidget, TableWidget } from './widget-kinds.tsx';
import { WidgetConditions } from './widget-conditions.tsx';
import { WidgetTools, type WidgetEdit } from './widget-tools.tsx';

const SidesWidget = lazyPart(
  withWords(['boards'], () => import('./sides-widget.tsx')),
  'SidesWidget',
);
const SIDES_HEIGHT = 264;

interface Props {
  readonly widget: Widget;
  /** Of the board. */
  readonly period: string;
  /** Null where it is not to be changed. */
  readonly edit: WidgetEdit | null;
}

export function WidgetCard({ widget, period, edit }: Props) {
  const { t } = useTranslation();
  const counters = useQuery(countersQuery());
  if (widget.hidden) return <Plain text={t('boards.hidden')} edit={edit} />;
  if (counters.data === undefined) return <PageSkeleton />;
  const counter = counters.data.find(({ id }) => id === widget.question.counter_id);
  if (counter === undefined) return <Plain text={t('boards.gone')} edit={edit} />;
  const { question } = widget;
  return 'address' in question ? (
    <PathCard question={question} counter={counter} period={period} edit={edit} />
  ) : (
    <Known question={question} counter={counter} period={period} edit={edit} />
  );
}

function Plain({ text, edit }: { readonly text: string } & Pick<Props, 'edit'>) {
  return (
    <>
      <header className="gp-widget-head">{edit !== null && <WidgetTools name={text} edit={edit} />}</header>
      <p className="gp-dim">{text}</p>
    </>
  );
}

interface KnownProps extends Omit<Props, 'widget'> {
  readonly question: ReportWidget;
  readonly counter: Counter;
}

function Known({ question, counter, period, edit }: KnownProps) {
  const { t } = useTranslation();
  const today = todayIn(counter.time_zone_name);
  const report = useMemo(() => {
    const { filters, segment, attribution, segment_b, filters_b, period_b } = question;
    const search = {
      period: question.period === '' ? period : question.period,
      attribution,
      segment_b,
      filters_b,
      period_b,
      ...(filters === '' ? {} : { filters }),
      ...(segment === '' ? {} : { segment }),
    };
    const report = reportOf({ counter, search, today, change: () => {} });
    return { ...report, scope: scopeOfName(question.metric) };
  }, [counter, period, question, today]);
  const asked = askedMetric(question.metric);
  const dimension = askedDimension(question.dimension);
  const goals = useQuery({ ...goalsQuery(counter.id), enabled: (asked?.goalId ?? 0) > 0 }).data ?? [];
  const goal = goals.find(({ id }) => id === asked?.goalId);
  const metric = asked === null ? question.metric : t(asked.measure.label);
  const named = goal === undefined ? metric : `${goal.name}: ${metric}`;
  const what =
    dimension === null ? named : t('boards.by', { metric: named, dimension: t(`dimension.${dimension}`) });
  const title = question.title === '' ? what : question.title;
  const name = t('boards.on', { what: title, site: counter.name });
  const shown = { report, question, name, measure: asked?.measure ?? null, dimension };
  const whole = REPORTS.find(({ scope, dimensions: [first] }) =>
    question.dimension === null
      ? first === 'datePeriod<group>'
      : first !== undefined && spelled(first, scope) === question.dimension,
  );
  return (
    <>
      <header className="gp-widget-head">
        <h2 title={name}>
          {title} <span className="gp-dim">{counter.name}</span>
        </h2>
        {whole !== undefined && (
          <ActionLink
            to="/counter/$counterId/report/$report"
            params={{ counterId: String(counter.id), report: whole.id }}
            search={report.search}
            variant="subtle"
            color="gray"
            aria-label={t('boards.open', { name })}
          >
            <IconExternalLink size={16} stroke={1.6} />
          </ActionLink>
        )}
        {edit !== null && <WidgetTools name={name} edit={edit} />}
      </header>
      {/* Sides say theirs themselves. */}
      {report.sides === null && <WidgetConditions report={report} />}
      <Shown {...shown} />
    </>
  );
}

function Shown(shown: ComponentProps<typeof TableWidget>) {
  const { report, question } = shown;
  if (report.sides !== null)
    return (
      <Suspense fallback={<Skeleton height={SIDES_HEIGHT} radius={8} />}>
        <SidesWidget {...shown} sides={report.sides} />
      </Suspense>
    );
  if (question.kind === 'number') return <NumberWidget {...shown} />;
  return question.kind === 'chart' ? <ChartWidget {...shown} /> : <TableWidget {...shown} />;
}
