/** A goal as its form holds it, and what is wrong with it before it is sent; pure. */
import {
  conditionsFieldOf,
  descriptorOf,
  goalTypeFaults,
  isUploaded,
  ownFieldsOf,
  flagFieldsOf,
  wholeFieldsOf,
  type Condition,
  type ConditionTypeName,
  type FieldValues,
  type Goal,
  type GoalFault,
  type GoalFaultCode,
  type GoalInput,
  type AnyTypeName,
  type GoalTypeId,
  type GoalPart,
  type PartsField,
  type PartTypeName,
  type PatternCheck,
  type PricePlaceType,
  type StepTypeName,
  type StepsField,
  type FaultChecks,
  type OwnFieldName,
} from '@goalpost/contract/goals';

export interface StepDraft {
  name: string;
  type: StepTypeName;
  conditions: Condition[];
}

/** One condition of a goal of several. */
export interface PartDraft {
  type: PartTypeName;
  conditions: Condition[];
  /** As typed. */
  own: Partial<Record<OwnFieldName, number | string>>;
}

export interface GoalDraft {
  name: string;
  type: GoalTypeId;
  conditions: Condition[];
  steps: StepDraft[];
  parts: PartDraft[];
  /** Whether all parts are needed, rather than any. */
  isAll: boolean;
  /** As typed; a number once it is one. */
  own: Partial<Record<OwnFieldName, number | string>>;
  price: number | string;
  /** Where the price stands, as typed; of no type: nowhere. */
  place: { type: '' | PricePlaceType; value: string };
  favorite: boolean;
}

export const NO_PLACE: GoalDraft['place'] = Object.freeze({ type: '', value: '' });

export const newCondition = (type: ConditionTypeName): Condition => ({
  type: conditionsFieldOf(type)?.first ?? 'exact',
  url: '',
  ...(conditionsFieldOf(type)?.hasPath ? { path: '' } : {}),
});
export const hasConditions = (type: AnyTypeName): type is ConditionTypeName =>
  conditionsFieldOf(type) !== undefined;

/** What the form begins with: nothing where a goal needs no condition. */
export function newConditions(type: AnyTypeName): Condition[] {
  return hasConditions(type) && conditionsFieldOf(type)?.min === 1 ? [newCondition(type)] : [];
}

export const newStep = (): StepDraft => ({ name: '', type: 'url', conditions: [newCondition('url')] });

export const newPart = (type: PartTypeName = 'action'): PartDraft => ({
  type,
  conditions: newConditions(type),
  own: {},
});

export function partsFieldOf(type: GoalTypeId): PartsField | undefined {
  return descriptorOf(type).fields.find((field) => field.kind === 'parts');
}

export function stepsFieldOf(type: GoalTypeId): StepsField | undefined {
  return descriptorOf(type).fields.find((field) => field.kind === 'steps');
}

export function newDraft(type: GoalTypeId): GoalDraft {
  return {
    name: '',
    type,
    conditions: newConditions(type),
    steps: Array.from({ length: stepsFieldOf(type)?.min ?? 0 }, newStep),
    parts: partsFieldOf(type) ? [newPart('url'), newPart()] : [],
    isAll: false,
    own: {},
    price: '',
    place: NO_PLACE,
    favorite: false,
  };
}

/**
 * What the form of another type begins with: what was typed there before, and the fields that all types have.
 * @param known what was typed for that type before
 */
export function switchType(
  type: GoalTypeId,
  { name, price, place, favorite }: Pick<GoalDraft, 'name' | 'price' | 'place' | 'favorite'>,
  known: GoalDraft = newDraft(type),
): GoalDraft {
  return { ...known, name, price, place, favorite };
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
    parts: (goal.all ?? goal.any ?? []).map(partDraftOf),
    isAll: goal.all !== undefined,
    own: { ...ownFieldsOf(goal.type, goal) },
    price: goal.default_price > 0 ? goal.default_price : '',
    place: goal.price_place ?? NO_PLACE,
    favorite: goal.is_favorite === 1,
  };
}

const partDraftOf = ({ type, conditions, ...own }: GoalPart): PartDraft => ({
  type,
  conditions: conditions.map((one) => ({ ...one })),
  own: { ...ownFieldsOf(type, own) },
});

function numbersOf(type: AnyTypeName, own: GoalDraft['own']): Partial<Record<OwnFieldName, number>> {
  const numbers: Partial<Record<OwnFieldName, number>> = {};
  for (const { name } of [...wholeFieldsOf(type), ...flagFieldsOf(type)]) {
    const value = own[name];
    if (value !== undefined && value !== '') numbers[name] = Number(value);
  }
  return numbers;
}

const partOf = ({ type, conditions, own }: PartDraft): GoalPart => ({
  type,
  conditions: hasConditions(type) ? conditions : [],
  ...numbersOf(type, own),
});

/** The fields that its type has. */
function fieldsOf({
  type,
  conditions,
  steps,
  parts,
  isAll,
  own,
  place,
}: GoalDraft): FieldValues &
  Pick<GoalDraft, 'steps' | 'conditions'> &
  Pick<GoalInput, 'any' | 'all' | 'price_place'> {
  return {
    ...numbersOf(type, own),
    conditions: hasConditions(type) ? conditions : [],
    steps: stepsFieldOf(type) ? steps : [],
    ...(partsFieldOf(type) ? { [isAll ? 'all' : 'any']: parts.map(partOf) } : {}),
    ...(place.type === '' || isUploaded(type) ? {} : { price_place: { ...place, type: place.type } }),
  };
}

/** @param kept fields that the form does not show, of the goal being edited */
export function inputOfDraft(draft: GoalDraft, kept?: Pick<Goal, 'is_retargeting' | 'flag'>): GoalInput {
  const { steps, ...fields } = fieldsOf(draft);
  return {
    name: draft.name.trim(),
    type: draft.type,
    default_price: Number(draft.price) || 0,
    is_favorite: draft.favorite ? 1 : 0,
    is_retargeting: kept?.is_retargeting ?? 0,
    flag: kept?.flag ?? '',
    ...fields,
    ...(steps.length > 0 ? { steps } : {}),
  };
}

export interface DraftFault extends Pick<GoalFault, 'values'> {
  readonly code: GoalFaultCode | 'name_missing';
}

/** RE2 knows `(?i)` and `(?P<name>…)`, which this engine does not; the server has the last word. */
function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern.replace(/^\(\?[imsU]+\)/, '').replaceAll('(?P<', '(?<')) instanceof RegExp;
  } catch {
    return false;
  }
}

const checkPattern: PatternCheck = (pattern) =>
  compiles(pattern) ? null : { code: 'pattern_invalid', values: {} };

/** Ids come from the form's own list. */
const CHECKS: FaultChecks = { newPatternCheck: () => checkPattern, isListed: (_, id) => id !== '' };

/** By path, as the API's `location` gives it, without the leading `goal.`. */
export function draftFaults(draft: GoalDraft): Record<string, DraftFault> {
  const faults: Record<string, DraftFault> = {};
  if (draft.name.trim() === '') faults['name'] = { code: 'name_missing', values: {} };
  for (const { code, values, location } of goalTypeFaults(draft.type, fieldsOf(draft), CHECKS)) {
    faults[location] = { code, values };
  }
  return faults;
}

const stepsBounds = ({ type }: GoalDraft) => stepsFieldOf(type) ?? { min: 0, max: 0 };
export const canAddStep = (draft: GoalDraft): boolean => draft.steps.length < stepsBounds(draft).max;
export const canRemoveStep = (draft: GoalDraft): boolean => draft.steps.length > stepsBounds(draft).min;
export const canAddCondition = (type: ConditionTypeName, conditions: readonly Condition[]): boolean =>
  conditions.length < (conditionsFieldOf(type)?.max ?? 0);

/** With what was picked on the page: beside what was written, instead of what is empty or there already. */
export function withPicked(written: readonly Condition[], picked: readonly Condition[]): Condition[] {
  const isThere = ({ type, url }: Condition): boolean =>
    picked.some((one) => one.type === type && one.url === url);
  return [...written.filter((one) => one.url.trim() !== '' && !isThere(one)), ...picked];
}
