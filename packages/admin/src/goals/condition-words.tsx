/** A goal's conditions in words: "Event is `order_sent` or …". */
import type { Condition, Goal } from '@goalpost/contract';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import './goals.css';

const MAX_SHOWN = 2;

interface Props {
  readonly goal: Pick<Goal, 'type' | 'conditions' | 'steps'>;
}

export function ConditionWords({ goal }: Props) {
  const { t } = useTranslation();
  if (goal.type === 'step') {
    const steps = goal.steps ?? [];
    return (
      <span className="gp-condition">
        {t('goals.word.steps', { count: steps.length })}:{' '}
        {steps.map((step) => step.name || conditionValue(step)).join(' → ')}
      </span>
    );
  }
  return <Words type={goal.type} conditions={goal.conditions} />;
}

function Words({
  type,
  conditions,
}: {
  readonly type: 'action' | 'url';
  readonly conditions: readonly Condition[];
}) {
  const { t } = useTranslation();
  const hidden = conditions.length - MAX_SHOWN;
  return (
    <span className="gp-condition">
      {conditions.slice(0, MAX_SHOWN).map((condition, index) => (
        <Fragment key={`${condition.type} ${condition.url}`}>
          {index > 0 && ` ${t('goals.word.or')} `}
          {inside(t(`goals.word.${type}.${condition.type}`), index > 0)} <code>{condition.url}</code>
        </Fragment>
      ))}
      {hidden > 0 && ` ${t('goals.word.more', { count: hidden })}`}
    </span>
  );
}

function conditionValue(step: { readonly conditions: readonly Condition[] }): string {
  return step.conditions[0]?.url ?? '';
}

/** Inside a sentence a clause begins small. */
function inside(words: string, yes: boolean): string {
  return yes ? words.charAt(0).toLocaleLowerCase() + words.slice(1) : words;
}
