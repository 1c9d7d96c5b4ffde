/** A widget of a funnel, retention or journeys: its title with the site, and what it shows. */
import type { Counter, PathKind, PathWidget as Question } from '@goalpost/contract/management';
import { IconExternalLink } from '@tabler/icons-react';
import { Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { todayIn } from '../report/state/period.ts';
import { readReportSearch } from '../report/state/search.ts';
import { reportOf } from '../report/use-report.ts';
import { ActionLink } from '../ui/links.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { WidgetConditions } from './widget-conditions.tsx';
import { WidgetTools, type WidgetEdit } from './widget-tools.tsx';
import { withWords } from '../i18n/i18n.ts';
import { lazyPart } from '../ui/loading/lazy-part.ts';

const PathWidget = lazyPart(
  withWords(
    ['boards', 'journeys', 'paths', 'retention', 'savedPaths'],
    () => import('../funnels/path-widget.tsx'),
  ),
  'PathWidget',
);

interface Props {
  readonly question: Question;
  readonly counter: Counter;
  /** Of the board. */
  readonly period: string;
  readonly edit: WidgetEdit | null;
}

const SCREENS = {
  funnel: '/counter/$counterId/funnels',
  retention: '/counter/$counterId/retention',
  journey: '/counter/$counterId/journeys',
} as const satisfies Record<PathKind, string>;

export function PathCard({ question, counter, period, edit }: Props) {
  const { t } = useTranslation();
  const { kind, address } = question;
  const today = todayIn(counter.time_zone_name);
  const report = useMemo(() => {
    const days = question.period === '' ? period : question.period;
    const search = readReportSearch({ ...address, period: days });
    return reportOf({ counter, search, today, change: () => {} });
  }, [counter, period, question.period, address, today]);
  const title = question.title === '' ? t(TITLES[kind]) : question.title;
  const name = t('boards.on', { what: title, site: counter.name });
  return (
    <>
      <header className="gp-widget-head">
        <h2 title={name}>
          {title} <span className="gp-dim">{counter.name}</span>
        </h2>
        <ActionLink
          to={SCREENS[kind]}
          params={{ counterId: String(counter.id) }}
          search={{ ...address, period: report.period }}
          variant="subtle"
          color="gray"
          aria-label={t('boards.open', { name })}
        >
          <IconExternalLink size={16} stroke={1.6} />
        </ActionLink>
        {edit !== null && <WidgetTools name={name} edit={edit} />}
      </header>
      <WidgetConditions report={report} />
      <Suspense fallback={<PageSkeleton />}>
        <PathWidget report={report} kind={kind} address={address} />
      </Suspense>
    </>
  );
}

const TITLES = {
  funnel: 'boards.path.funnel',
  retention: 'retention.title',
  journey: 'journeys.title',
} as const satisfies Record<PathKind, string>;
