/** Deleted goals; each can be brought back with its data. */
import { Button } from '@mantine/core';
import { IconArchive, IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deletedGoalsQuery, useRestoreGoal } from '../api/goals.ts';
import { useCounter } from '../counter/counter-scope.tsx';
import { Empty } from '../ui/empty.tsx';
import { Failure } from '../ui/failure.tsx';
import { ButtonLink } from '../ui/links.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { tell } from '../ui/tell.ts';
import { ConditionWords } from './condition-words.tsx';
import { GoalIcon, SourceBadge } from './goal-icon.tsx';
import { NotSaved } from '../ui/fields/not-saved.tsx';
import './goals.css';

export function DeletedGoalsPage() {
  const { t } = useTranslation();
  const counter = useCounter();
  const deleted = useQuery(deletedGoalsQuery(counter.id));
  const restore = useRestoreGoal(counter.id);
  return (
    <>
      <PageHead title={t('goals.deleted')}>
        <ButtonLink
          to="/counter/$counterId/goals"
          params={{ counterId: String(counter.id) }}
          variant="subtle"
          color="gray"
          leftSection={<IconArrowLeft size={16} />}
        >
          {t('goals.backToGoals')}
        </ButtonLink>
      </PageHead>
      <NotSaved reasons={[restore.error?.message]} mb="md" />
      {deleted.isPending && <PageSkeleton />}
      {deleted.isError && <Failure error={deleted.error} onRetry={() => void deleted.refetch()} />}
      {deleted.data?.length === 0 && (
        <Empty icon={<IconArchive />} title={t('goals.noneDeleted')} text={t('goals.deletedText')} />
      )}
      {deleted.data !== undefined && deleted.data.length > 0 && (
        <>
          <p className="gp-dim">{t('goals.deletedText')}</p>
          <ul className="gp-panel gp-goals gp-goals-deleted">
            {deleted.data.map((goal) => (
              <li key={goal.id} className="gp-goal">
                <div className="gp-goal-main">
                  <GoalIcon goal={goal} />
                  <div className="gp-goal-words">
                    <span className="gp-goal-name">
                      {goal.name}
                      <SourceBadge goal={goal} />
                    </span>
                    <ConditionWords goal={goal} />
                  </div>
                </div>
                <Button
                  variant="default"
                  size="xs"
                  aria-label={t('goals.restoreLabel', { name: goal.name })}
                  loading={restore.isPending && restore.variables === goal.id}
                  onClick={() =>
                    restore.mutate(goal.id, {
                      onSuccess: () => tell(t('goals.wasRestored', { name: goal.name })),
                    })
                  }
                >
                  {t('word.restore')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
