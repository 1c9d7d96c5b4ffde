/** A goal as its form holds it, and what is wrong with it before it is sent; pure. */
import {
  MAX_CONDITIONS,
  MAX_STEPS,
  MIN_STEPS,
  type Condition,
  type Goal,
  type GoalInput,
  type GoalTypeId,
} from '@goalpost/contract';

export interface StepDraft {
  name: string;
  type: 'action' | 'url';
  conditions: Condition[];
}

export interface GoalDraft {
  name: string;
  type: GoalTypeId;
  conditions: Condition[];
  steps: StepDraft[];
  price: number | string;
  favorite: boolean;
}

export const newCondition = (type: 'action' | 'url'): Condition => ({
  type: type === 'url' ? 'contain' : 'exact',
  url: '',
});
export const newStep = (): StepDraft => ({ name: '', type: 'url', conditions: [newCondition('url')] });

export function newDraft(type: GoalTypeId): GoalDraft {
  return {
    name: '',
    type,
    conditions: type === 'step' ? [] : [newCondition(type)],
    steps: type === 'step' ? Array.from({ length: MIN_STEPS }, newStep) : [],
    price: '',
    favorite: false,
  };
}

export function draftOf(goal: Goal): GoalDraft {
  return {
    name: goal.name,
    type: goal.type,
    conditions: goal.conditions.map((condition) => ({ ...condition })),
    steps: (goal.steps ?? []).map((step) => ({
      ...step,
      conditions: step.conditions.map((one) => ({ ...one })),
    })),
    price: goal.default_price > 0 ? goal.default_price : '',
    favorite: goal.is_favorite === 1,
  };
}

/** @param kept fields that the form does not show, of the goal being edited */
export function inputOfDraft(draft: GoalDraft, kept?: Pick<Goal, 'is_retargeting' | 'flag'>): GoalInput {
  const step = draft.type === 'step';
  return {
    name: draft.name.trim(),
    type: draft.type,
    default_price: Number(draft.price) || 0,
    is_favorite: draft.favorite ? 1 : 0,
    is_retargeting: kept?.is_retargeting ?? 0,
    flag: kept?.flag ?? '',
    conditions: step ? [] : draft.conditions,
    ...(step ? { steps: draft.steps } : {}),
  };
}

export type Fault =
  | 'goalForm.needName'
  | 'goalForm.needCondition'
  | 'goalForm.badIdentifier'
  | 'goalForm.badPattern';

function conditionFault(type: 'action' | 'url', condition: Condition): Fault | null {
  const { url, type: operator } = condition;
  if (url.trim() === '') return 'goalForm.needCondition';
  if (type === 'action' && (operator === 'exact' || operator === 'contain') && /[/\\&#?="]/.test(url)) {
    return 'goalForm.badIdentifier';
  }
  return operator === 'regexp' && !compiles(url) ? 'goalForm.badPattern' : null;
}

/** RE2 knows `(?i)` and `(?P<name>…)`, which this engine does not; the server has the last word. */
function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern.replace(/^\(\?[imsU]+\)/, '').replaceAll('(?P<', '(?<')) instanceof RegExp;
  } catch {
    return false;
  }
}

/** Paths as the API's `location` gives them, without the leading `goal.`. */
export function draftFaults(draft: GoalDraft): Record<string, Fault> {
  const faults: Record<string, Fault> = {};
  const check = (path: string, type: 'action' | 'url', conditions: readonly Condition[]): void =>
    conditions.forEach((condition, index) => {
      const fault = conditionFault(type, condition);
      if (fault) faults[`${path}conditions.${index}.url`] = fault;
    });
  if (draft.name.trim() === '') faults['name'] = 'goalForm.needName';
  if (draft.type === 'step')
    draft.steps.forEach((step, index) => check(`steps.${index}.`, step.type, step.conditions));
  else check('', draft.type, draft.conditions);
  return faults;
}

export const canAddStep = (draft: GoalDraft): boolean => draft.steps.length < MAX_STEPS;
export const canRemoveStep = (draft: GoalDraft): boolean => draft.steps.length > MIN_STEPS;
export const canAddCondition = (conditions: readonly Condition[]): boolean =>
  conditions.length < MAX_CONDITIONS;
