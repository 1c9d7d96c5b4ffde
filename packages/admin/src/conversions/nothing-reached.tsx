/** Why there is no conversion to show, and the button that does something about it. */
import { Button } from '@mantine/core';
import type { Goal } from '@goalpost/contract/goals';
import type { Counter } from '@goalpost/contract/management';
import { IconCalendar, IconCode, IconMessageCircle, IconSettings } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dataQuery } from '../api/stat.ts';
import { useCounter } from '../counter/counter-scope.tsx';
import { CONVERSIONS, VISITS } from '../report/metrics.ts';
import { addMonths, daysBetween } from '../report/state/period.ts';
import type { Report } from '../report/use-report.ts';
import { Empty } from '../ui/empty.tsx';
import { ButtonLink } from '../ui/links.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';

interface Props {
  readonly report: Report;
  readonly goals: readonly Goal[];
  /** Visits of the period. */
  readonly visits: number | null;
}

const REFRESH_MS = 5_000;

export function NothingReached({ report, goals, visits }: Props) {
  const { t } = useTranslation();
  const counter = useCounter();
  const params = { counterId: String(counter.id) };
  const year = { from: addMonths(report.today, -12), to: report.today };
  const ever = useQuery({
    ...dataQuery({ counterId: counter.id, metrics: [VISITS.metric, CONVERSIONS.metric], ...year }),
    refetchInterval: REFRESH_MS,
  });
  if (ever.isPending) return <PageSkeleton />;
  const [visitsEver, reachesEver] = (ever.data?.totals ?? []).map((value) => value ?? 0);
  if (!visitsEver && !visits) {
    return (
      <Empty icon={<IconCode />} title={t('conversions.noHitsTitle')} text={t('conversions.noHitsText')}>
        <ButtonLink to="/counter/$counterId/install" params={params}>
          {t('conversions.noHitsButton')}
        </ButtonLink>
      </Empty>
    );
  }
  if (reachesEver && daysBetween(report.days) < 90) {
    return (
      <Empty icon={<IconCalendar />} title={t('conversions.periodTitle')} text={t('conversions.periodText')}>
        <Button onClick={() => report.change({ period: '90d', group: undefined })}>
          {t('conversions.periodButton')}
        </Button>
      </Empty>
    );
  }
  return <NoGoalYet counter={counter} off={!counter.autogoals_enabled && goals.length === 0} />;
}

function NoGoalYet({ counter, off }: { readonly counter: Counter; readonly off: boolean }) {
  const { t } = useTranslation();
  const params = { counterId: String(counter.id) };
  const addGoal = (
    <ButtonLink to="/counter/$counterId/goals/new" params={params} variant={off ? 'default' : 'filled'}>
      {t('conversions.waitingButton')}
    </ButtonLink>
  );
  if (off) {
    return (
      <Empty icon={<IconSettings />} title={t('conversions.offTitle')} text={t('conversions.offText')}>
        <ButtonLink to="/counter/$counterId/settings" params={params}>
          {t('conversions.offButton')}
        </ButtonLink>
        {addGoal}
      </Empty>
    );
  }
  return (
    <Empty
      icon={<IconMessageCircle />}
      title={t('conversions.waitingTitle')}
      text={t('conversions.waitingText')}
    >
      {addGoal}
    </Empty>
  );
}
