/** What a goal's fields say, in words: "Event is `order_sent` or …". */
import {
  descriptorOf,
  wholeFieldsOf,
  type Condition,
  type ConditionTypeName,
  type Goal,
  type GoalPart,
  type AnyTypeName,
  hasValue,
  type Operator,
  type OwnFieldName,
} from '@goalpost/contract/goals';
import { shownAddress } from '@goalpost/contract/addresses';
import type { TFunction } from 'i18next';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from './fields/whole-field.tsx';
import './goals.css';

const MAX_SHOWN = 2;

interface Props {
  readonly goal: Pick<Goal, 'type' | 'conditions' | 'steps' | 'any' | 'all' | OwnFieldName>;
}

export function ConditionWords({ goal }: Props) {
  const { t } = useTranslation();
  const { conditions, steps = [], type, hide_phone_number: isHidden = 0 } = goal;
  const kinds = descriptorOf(type).fields.map(({ kind }) => kind);
  return (
    <>
      {kinds.includes('conditions') && conditions.length > 0 && (
        <Words
          type={type as ConditionTypeName}
          conditions={isHidden === 1 ? conditions.map(withHiddenNumber) : conditions}
        />
      )}
      {(kinds.length === 0 || (kinds.includes('conditions') && conditions.length === 0)) && (
        <span className="gp-condition">{anyWords(t, type)}</span>
      )}
      {kinds.includes('steps') && (
        <span className="gp-condition">
          {t('goals.word.steps', { count: steps.length })}:{' '}
          {steps.map((step) => step.name || firstValue(step) || t(`goalTypes.${step.type}.name`)).join(' → ')}
        </span>
      )}
      {kinds.includes('parts') && (
        <span className="gp-condition">
          {(goal.all ?? goal.any ?? [])
            .map((part) => partWords(t, part))
            .join(` ${t(goal.all === undefined ? 'goals.word.or' : 'goals.word.and')} `)}
        </span>
      )}
      {wholeFieldsOf(type).map((field) => (
        <span key={field.name} className="gp-condition">
          {t(`goalFields.${wordsOf(field)}.words`, { count: goal[field.name] ?? 0 })}
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
          {condition.path !== undefined && <code>{condition.path} </code>}
          {inside(comparison(t, type, condition), index > 0 || condition.path !== undefined)}
          {hasValue(condition.type) && (
            <>
              {' '}
              {condition.type === 'contact' ? (
                valueWords(t, condition.type, condition.url)
              ) : (
                <code>{shownValue(type, condition)}</code>
              )}
            </>
          )}
        </Fragment>
      ))}
      {hidden > 0 && ` ${t('goals.word.more', { count: hidden })}`}
    </span>
  );
}

/** Each type has words for its own operators alone, which the keys' types cannot say. */
function comparison(t: TFunction, type: ConditionTypeName, { type: operator }: Condition): string {
  return t(`goalTypes.${type}.words.${operator}` as 'goalTypes.action.words.exact');
}

/** Of a goal that needs no condition: what it counts then. */
export function anyWords(t: TFunction, type: AnyTypeName): string {
  return t(`goalTypes.${type}.any` as 'goalTypes.email.any');
}

/** Of a value of a closed list. */
export function valueWords(t: TFunction, operator: Operator, value: string): string {
  const list = operator === 'device' ? 'devices' : operator === 'source' ? 'sources' : 'values';
  return t(`goalForm.${list}.${value}` as 'goalForm.values.email', { defaultValue: value });
}

/** Of a condition of a goal of several. */
function partWords(t: TFunction, part: GoalPart): string {
  const { type, conditions } = part;
  if (type === 'device' || type === 'source')
    return conditions.map((one) => valueWords(t, one.type, one.url)).join(` ${t('goals.word.or')} `);
  const numbers = wholeFieldsOf(type).flatMap((field) => {
    const count = part[field.name];
    return count === undefined ? [] : [t(`goalFields.${wordsOf(field)}.words`, { count })];
  });
  return firstValue(part) || numbers.join(', ') || t(`goalTypes.${type}.name`);
}

/** All digits but the last two. */
function withHiddenNumber(condition: Condition): Condition {
  return { ...condition, url: condition.url.replaceAll(/\d(?=\D*\d\D*\d)/g, '•') };
}

interface StepWords {
  readonly type: string;
  readonly conditions: readonly Condition[];
}

function firstValue({ type, conditions: [first] }: StepWords): string {
  return first === undefined ? '' : shownValue(type, first);
}

/** Addresses as they are compared [G5]; an identifier and a pattern are what they are. */
function shownValue(goalType: string, { type, url }: Condition): string {
  return (goalType === 'url' || type === 'page') && type !== 'regexp' ? shownAddress(url) : url;
}

/** Inside a sentence a clause begins small. */
function inside(words: string, yes: boolean): string {
  return yes ? words.charAt(0).toLocaleLowerCase() + words.slice(1) : words;
}
