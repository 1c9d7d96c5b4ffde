/** The pages around the goal form: a new goal begins with choosing its kind. */
import { GOAL_DESCRIPTORS, GOAL_GROUPS, type GoalTypeId } from '@goalpost/contract/goals';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goalsQuery } from '../api/goals.ts';
import { useCounter } from '../counter/counter-scope.tsx';
import { Failure } from '../ui/failure.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { draftOf, newDraft, switchType, type GoalDraft } from './draft.ts';
import { GoalForm } from './goal-form.tsx';
import { KindIcon } from './goal-icon.tsx';
import './goal-form.css';

export function NewGoalPage() {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(newDraft('action'));
  // By type: an owner who tries several types loses nothing that was typed.
  const [drafts, setDrafts] = useState<Partial<Record<GoalTypeId, GoalDraft>>>({});
  const { type } = draft;
  const change = (changed: GoalDraft): void => {
    setDraft(changed);
    setDrafts({ ...drafts, [changed.type]: changed });
  };
  return (
    <div className="gp-goal-page">
      <PageHead title={t('goalForm.newTitle')} />
      <fieldset className="gp-kinds" role="radiogroup" aria-label={t('goalForm.goalType')}>
        <legend>{t('goalForm.kind')}</legend>
        {GOAL_GROUPS.map((group) => (
          <div key={group} className="gp-kind-group" role="group" aria-labelledby={`kinds-${group}`}>
            <span id={`kinds-${group}`} className="gp-dim">
              {t(`goalForm.groups.${group}`)}
            </span>
            {GOAL_DESCRIPTORS.filter((each) => each.group === group).map(({ id: kind }) => (
              <label key={kind} className="gp-kind">
                <input
                  type="radio"
                  name="kind"
                  checked={type === kind}
                  aria-describedby="kind-text"
                  onChange={() => setDraft(switchType(kind, draft, drafts[kind]))}
                />
                <KindIcon type={kind} />
                {t(`goalTypes.${kind}.name`)}
              </label>
            ))}
          </div>
        ))}
        <p id="kind-text" className="gp-kind-text" aria-live="polite">
          {t(`goalTypes.${type}.text`)}
        </p>
      </fieldset>
      <GoalForm key={type} initial={newDraft(type)} begun={draft} onDraft={change} />
    </div>
  );
}

export function EditGoalPage() {
  const { t } = useTranslation();
  const counter = useCounter();
  const { goalId } = useParams({ from: '/inside/counter/$counterId/goals/$goalId' });
  const goals = useQuery(goalsQuery(counter.id));
  const goal = goals.data?.find((known) => known.id === Number(goalId));
  if (goals.isPending) return <PageSkeleton />;
  if (goal === undefined) return <Failure error={goals.error} kind="denied" />;
  return (
    <div className="gp-goal-page">
      <PageHead title={t('goalForm.editTitle')} />
      <p className="gp-dim">
        {t('goalForm.future')} {goal.goal_source === 'auto' && t('goalForm.automatic')}
      </p>
      <GoalForm initial={draftOf(goal)} goal={goal} />
    </div>
  );
}
