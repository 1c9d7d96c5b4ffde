/** What a goal's fields say, in words: "Event is `order_sent` or …". */
import {
  descriptorOf,
  wholeFieldsOf,
  type Condition,
  type ConditionTypeName,
  type Goal,
  type WholeFieldName,
} from '@goalpost/contract/goals';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import './goals.css';

const MAX_SHOWN = 2;

interface Props {
  readonly goal: Pick<Goal, 'type' | 'conditions' | 'steps' | WholeFieldName>;
}

export function ConditionWords({ goal }: Props) {
  const { t } = useTranslation();
  const { conditions, steps = [], type } = goal;
  const kinds = descriptorOf(type).fields.map(({ kind }) => kind);
  return (
    <>
      {kinds.includes('conditions') && <Words type={type as ConditionTypeName} conditions={conditions} />}
      {kinds.includes('steps') && (
        <span className="gp-condition">
          {t('goals.word.steps', { count: steps.length })}:{' '}
          {steps.map((step) => step.name || conditionValue(step)).join(' → ')}
        </span>
      )}
      {wholeFieldsOf(type).map(({ name }) => (
        <span key={name} className="gp-condition">
          {t(`goalFields.${name}.words`, { count: goal[name] ?? 0 })}
        </span>
      ))}
    </>
  );
}

function Words({
  type,
  conditions,
}: {
  readonly type: ConditionTypeName;
  readonly conditions: readonly Condition[];
}) {
  const { t } = useTranslation();
  const hidden = conditions.length - MAX_SHOWN;
  return (
    <span className="gp-condition">
      {conditions.slice(0, MAX_SHOWN).map((condition, index) => (
        <Fragment key={`${condition.type} ${condition.url}`}>
          {index > 0 && ` ${t('goals.word.or')} `}
          {inside(t(`goalTypes.${type}.words.${condition.type}`), index > 0)} <code>{condition.url}</code>
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
