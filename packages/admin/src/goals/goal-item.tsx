/** One goal in the list, with its star, edit and delete. */
import { ActionIcon } from '@mantine/core';
import { isUploaded, type Goal } from '@goalpost/contract/goals';
import type { Counter } from '@goalpost/contract/management';
import type { GoalCounting } from '@goalpost/contract/workbench';
import { IconPencil, IconStar, IconStarFilled, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inputOf, useDeleteGoal, useSaveGoal } from '../api/goals.ts';
import { ActionLink } from '../ui/links.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { useFormat } from '../ui/format.ts';
import { tell } from '../ui/tell.ts';
import { ConditionWords } from './condition-words.tsx';
import { GoalMenu } from './goal-menu.tsx';
import { GoalIcon, SourceBadge } from './goal-icon.tsx';

interface Props {
  readonly goal: Goal;
  readonly counter: Counter;
  /** Null: not known yet. */
  readonly reaches: number | null;
  readonly unused: boolean;
  /** Whether it made itself since the person last looked. */
  readonly isNew: boolean;
  /** Since when it is counted; undefined: not known yet. */
  readonly counting: GoalCounting | undefined;
}

export function GoalItem({ goal, counter, reaches, unused, isNew, counting }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name } = goal;
  const backfill = counting?.backfill;
  const params = { counterId: String(counter.id), goalId: String(goal.id) };
  return (
    <div className="gp-goal" role="row">
      <div role="cell" className="gp-goal-main">
        <GoalIcon goal={goal} />
        <div className="gp-goal-words">
          <span className="gp-goal-name">
            <Link to="/counter/$counterId/goals/$goalId" params={params} className="gp-goal-link">
              {name}
            </Link>
            <SourceBadge goal={goal} />
            {isNew && <span className="gp-new">{t('goals.new')}</span>}
          </span>
          <ConditionWords goal={goal} />
        </div>
      </div>
      <span role="cell" className="gp-goal-count">
        <span className="gp-goal-label gp-dim" aria-hidden="true">
          {t('goals.reaches7')}
        </span>
        <span className="gp-number">{format.number(reaches)}</span>
        {backfill && <BackfillNote backfill={backfill} />}
        {unused && <span className="gp-goal-unused gp-dim">{t('goals.unused')}</span>}
      </span>
      <span role="cell" className="gp-goal-value gp-number" data-none={goal.default_price === 0}>
        {goal.default_price > 0 ? format.money(goal.default_price, counter.currency) : '—'}
      </span>
      <span role="cell" className="gp-goal-tools">
        <Star goal={goal} counterId={counter.id} />
        <ActionLink
          to="/counter/$counterId/goals/$goalId"
          params={params}
          variant="subtle"
          color="gray"
          aria-label={t('goals.editLabel', { name })}
        >
          <IconPencil size={18} stroke={1.6} />
        </ActionLink>
        <DeleteGoal goal={goal} counterId={counter.id} />
        {!isUploaded(goal.type) && <GoalMenu goal={goal} counter={counter} counting={counting} />}
      </span>
    </div>
  );
}

function BackfillNote({ backfill }: { readonly backfill: NonNullable<GoalCounting['backfill']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, share, reaches } = backfill;
  return (
    <span className="gp-backfilled">
      {state === 'done'
        ? t('backfill.note', { count: reaches, n: format.number(reaches) })
        : t(state === 'running' ? 'backfill.running' : 'backfill.removing', {
            percent: format.percent(share * 100),
          })}
    </span>
  );
}

function Star({ goal, counterId }: { readonly goal: Goal; readonly counterId: number }) {
  const { t } = useTranslation();
  const save = useSaveGoal(counterId);
  const on = goal.is_favorite === 1;
  return (
    <ActionIcon
      variant="subtle"
      color={on ? 'yellow.7' : 'gray'}
      loading={save.isPending}
      aria-pressed={on}
      aria-label={t(on ? 'goals.dropFavorite' : 'goals.makeFavorite', { name: goal.name })}
      onClick={() => save.mutate({ id: goal.id, goal: { ...inputOf(goal), is_favorite: on ? 0 : 1 } })}
    >
      {on ? <IconStarFilled size={18} /> : <IconStar size={18} stroke={1.6} />}
    </ActionIcon>
  );
}

function DeleteGoal({ goal, counterId }: { readonly goal: Goal; readonly counterId: number }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const remove = useDeleteGoal(counterId);
  const { name } = goal;
  const text =
    goal.goal_source === 'auto' ? `${t('goals.deleteText')} ${t('goals.deleteAuto')}` : t('goals.deleteText');
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('goals.deleteLabel', { name })}
        onClick={() => setAsking(true)}
      >
        <IconTrash size={18} stroke={1.6} />
      </ActionIcon>
      <Confirm
        opened={asking}
        title={t('goals.deleteTitle', { name })}
        text={text}
        action={t('word.delete')}
        pending={remove.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate(goal.id, { onSuccess: () => tell(t('goals.wasDeleted', { name })) })}
      />
    </>
  );
}
