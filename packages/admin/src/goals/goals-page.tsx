/** Goals: what is counted, how often it was reached, and what can be done with each. */
import { Button, VisuallyHidden } from '@mantine/core';
import { IconArchive, IconPlus, IconTarget } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { countingQuery } from '../api/goals/backfills.ts';
import { goalsQuery } from '../api/goals.ts';
import { useCounter } from '../counter/counter-scope.tsx';
import { Empty } from '../ui/empty.tsx';
import { Failure } from '../ui/failure.tsx';
import { ButtonLink } from '../ui/links.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { GoalItem } from './goal-item.tsx';
import { NewAutomatic, useNewAutomatic } from './new-automatic.tsx';
import { useReaches } from './use-reaches.ts';
import { TryOutButton } from './workbench/try-out-button.tsx';
import { Suggestions } from './workbench/suggestions.tsx';
import './goals.css';

const REFRESH_MS = 5_000;

export function GoalsPage() {
  const { t } = useTranslation();
  const counter = useCounter();
  const params = { counterId: String(counter.id) };
  const navigate = useNavigate();
  const goals = useQuery({ ...goalsQuery(counter.id), refetchInterval: REFRESH_MS });
  const reaches = useReaches(counter);
  const counting = useQuery(countingQuery(counter.id)).data;
  const made = useNewAutomatic(counter.id, goals.data ?? []);
  const own = goals.data?.filter((goal) => goal.goal_source === 'user').length ?? 0;
  return (
    <>
      <PageHead title={t('goals.title')}>
        <div className="gp-goals-actions">
          <ButtonLink
            to="/counter/$counterId/goals/deleted"
            params={params}
            variant="subtle"
            color="gray"
            leftSection={<IconArchive size={16} stroke={1.6} />}
          >
            {t('goals.deleted')}
          </ButtonLink>
          <TryOutButton counterId={counter.id} />
          <Button
            leftSection={<IconPlus size={16} />}
            onClick={() => void navigate({ to: '/counter/$counterId/goals/new', params })}
          >
            {t('goals.add')}
          </Button>
        </div>
      </PageHead>
      {goals.isPending && <PageSkeleton />}
      {goals.isError && !goals.data && <Failure error={goals.error} onRetry={() => void goals.refetch()} />}
      {goals.data?.length === 0 && (
        <Empty
          icon={<IconTarget />}
          title={t('goals.emptyTitle')}
          text={t(counter.autogoals_enabled ? 'goals.emptyAuto' : 'goals.emptyOff')}
        >
          {!counter.autogoals_enabled && (
            <ButtonLink to="/counter/$counterId/settings" params={params}>
              {t('goals.toSettings')}
            </ButtonLink>
          )}
        </Empty>
      )}
      {goals.data !== undefined && goals.data.length > 0 && (
        <>
          <NewAutomatic made={made} />
          <div className="gp-panel gp-goals" role="table" aria-label={t('goals.title')}>
            <div className="gp-goal gp-goal-head" role="row">
              <span role="columnheader" className="gp-goal-main">
                {t('goals.name')}
              </span>
              <span role="columnheader" className="gp-goal-count">
                {t('goals.reaches7')}
              </span>
              <span role="columnheader" className="gp-goal-value">
                {t('goals.value')}
              </span>
              <span role="columnheader" className="gp-goal-tools">
                <VisuallyHidden>{t('goals.tools')}</VisuallyHidden>
              </span>
            </div>
            {goals.data.map((goal) => (
              <GoalItem
                key={goal.id}
                goal={goal}
                counter={counter}
                isNew={made.isNew(goal)}
                counting={counting?.get(goal.id)}
                reaches={reaches.week?.get(goal.id) ?? (reaches.week ? 0 : null)}
                unused={reaches.month !== undefined && (reaches.month.get(goal.id) ?? 0) === 0}
              />
            ))}
          </div>
          <p className="gp-dim">{t('goals.count', { count: own })}</p>
        </>
      )}
      {goals.data !== undefined && <Suggestions counterId={counter.id} />}
    </>
  );
}
