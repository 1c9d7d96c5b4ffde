/** What is wrong with the fields of a goal; the server and the admin's form ask the same function. */
import {
  AS_EVENT,
  hasValue,
  isEventOperator,
  type ConditionsField,
  type DictionaryName,
  type GoalField,
  type OperatorName,
  type PartsField,
  type StepsField,
  type WholeField,
} from './descriptor.ts';
import { isElementPath } from './element-path.ts';
import { MAX_PRICE_PLACE, pricePlaceFault, type PricePlace } from './price-place.ts';
import {
  conditionsFieldOf,
  descriptorOf,
  type AnyTypeName,
  type GoalTypeName,
  type OwnValues,
  type PartTypeName,
} from './types/index.ts';

export const GOAL_FAULTS = [
  'conditions_missing',
  'too_many_conditions',
  'operator_unknown',
  'value_empty',
  'value_too_long',
  'characters_forbidden',
  'characters_missing',
  'value_unlisted',
  'path_missing',
  'path_unreadable',
  'pattern_invalid',
  'pattern_too_slow',
  'patterns_too_large',
  'steps_count',
  'parts_count',
  'parts_both',
  'part_only_all',
  'states_apart',
  'whole_range',
  'range_missing',
  'range_empty',
  'step_automatic',
  'field_foreign',
  'price_path_unreadable',
  'price_attribute_unreadable',
  'price_selector_unreadable',
] as const;
export type GoalFaultCode = (typeof GOAL_FAULTS)[number];

export interface GoalFault {
  readonly code: GoalFaultCode;
  /** A path from the goal, e.g. `conditions.0.url`. */
  readonly location: string;
  readonly values: FaultValues;
}

/** For the words of the fault. */
export interface FaultValues {
  readonly min?: number;
  readonly max?: number;
  readonly characters?: string;
  /** Of who compiled the pattern. */
  readonly message?: string;
}

/** The fields of a goal or of a step. */
export interface FieldValues extends OwnValues {
  readonly conditions: readonly {
    readonly type: OperatorName;
    readonly url: string;
    readonly path?: string | undefined;
  }[];
  readonly steps: readonly { readonly type: GoalTypeName; readonly conditions: FieldValues['conditions'] }[];
  readonly any?: readonly PartValues[] | undefined;
  readonly all?: readonly PartValues[] | undefined;
  readonly price_place?: PricePlace | null | undefined;
}

/** One condition of a goal of several, with the fields that its type has. */
export interface PartValues extends OwnValues {
  readonly type: PartTypeName;
  readonly conditions: FieldValues['conditions'];
}

/** Checks the patterns of one list of conditions, one after another: together they are bounded, too. */
export type PatternCheck = (pattern: string) => Omit<GoalFault, 'location'> | null;

/** What the caller knows and this file does not. */
export interface FaultChecks {
  readonly newPatternCheck: () => PatternCheck;
  readonly isListed: (dictionary: DictionaryName, id: string) => boolean;
}

export function goalTypeFaults(
  id: AnyTypeName,
  goal: FieldValues,
  checks: FaultChecks,
): readonly GoalFault[] {
  const faultsOf = (field: GoalField): readonly GoalFault[] => {
    if (field.kind === 'conditions') return conditionFaults(field, goal.conditions, checks);
    if (field.kind === 'steps') return stepFaults(field, goal.steps, checks);
    if (field.kind === 'parts') return partsFaults(field, goal, checks);
    if (field.kind === 'flag') return [];
    return field.upTo === undefined ? wholeFaults(field, goal) : rangeFaults(field, field.upTo, goal);
  };
  return [...descriptorOf(id).fields.flatMap(faultsOf), ...placeFaults(goal.price_place ?? null)];
}

function placeFaults(place: PricePlace | null): readonly GoalFault[] {
  const code = place && pricePlaceFault(place);
  return code === null ? [] : [{ code, location: 'price_place.value', values: { max: MAX_PRICE_PLACE } }];
}

const NO_VALUES: FaultValues = Object.freeze({});

function conditionFaults(
  field: ConditionsField,
  conditions: FieldValues['conditions'],
  { newPatternCheck, isListed }: FaultChecks,
  more?: ConditionsField,
): GoalFault[] {
  const { name, min, max, dictionary } = field;
  const checkPattern = newPatternCheck();
  if (conditions.length < min) return [{ code: 'conditions_missing', location: name, values: NO_VALUES }];
  if (conditions.length > max) return [{ code: 'too_many_conditions', location: name, values: { max } }];
  return conditions.flatMap((condition, index): GoalFault[] => {
    if (more !== undefined && isEventOperator(condition.type)) {
      const asEvent = { ...condition, type: AS_EVENT[condition.type] };
      const fault = valueFault(more, asEvent, checkPattern);
      return fault === null ? [] : [{ ...fault, location: `${name}.${index}.url` }];
    }
    if (!field.operators.includes(condition.type)) {
      return [{ code: 'operator_unknown', location: `${name}.${index}.type`, values: NO_VALUES }];
    }
    if (field.hasPath && (condition.path ?? '').trim() === '') {
      return [{ code: 'path_missing', location: `${name}.${index}.path`, values: NO_VALUES }];
    }
    const isUnlisted =
      hasValue(condition.type) &&
      ((dictionary !== undefined && !isListed(dictionary, condition.url)) ||
        field.values?.includes(condition.url) === false);
    const fault = isUnlisted ? UNLISTED : valueFault(field, condition, checkPattern);
    return fault === null ? [] : [{ ...fault, location: `${name}.${index}.url` }];
  });
}

const UNLISTED = { code: 'value_unlisted', values: NO_VALUES } as const;

function valueFault(
  { maxLength, forbidden, needed }: ConditionsField,
  { type, url, path = '' }: FieldValues['conditions'][number],
  checkPattern: PatternCheck,
): ReturnType<PatternCheck> {
  if (!hasValue(type)) return null;
  if (url.trim() === '') return { code: 'value_empty', values: NO_VALUES };
  if (url.length + path.length > maxLength) return { code: 'value_too_long', values: { max: maxLength } };
  if (
    forbidden?.operators.includes(type) &&
    forbidden.characters.split('').some((one) => url.includes(one))
  ) {
    return { code: 'characters_forbidden', values: { characters: forbidden.characters.split('').join(' ') } };
  }
  if (needed !== undefined && !needed.split('').some((one) => url.includes(one))) {
    return { code: 'characters_missing', values: { characters: needed.split('').join(' ') } };
  }
  if (type === 'path' && !isElementPath(url.trim())) return { code: 'path_unreadable', values: NO_VALUES };
  return type === 'regexp' ? checkPattern(url) : null;
}

function stepFaults(
  { name, min, max, moreOperators }: StepsField,
  steps: FieldValues['steps'],
  checks: FaultChecks,
): GoalFault[] {
  if (steps.length < min || steps.length > max) {
    return [{ code: 'steps_count', location: name, values: { min, max } }];
  }
  return steps.flatMap(({ type, conditions }, index) => {
    const field = conditionsFieldOf(type);
    const more = moreOperators[type] === undefined ? undefined : conditionsFieldOf('action');
    const faults = field === undefined ? [] : conditionFaults(field, conditions, checks, more);
    return faults.map((fault) => ({ ...fault, location: `${name}.${index}.${fault.location}` }));
  });
}

function partsFaults(
  { name, all, onlyAll, min, max }: PartsField,
  goal: FieldValues,
  checks: FaultChecks,
): readonly GoalFault[] {
  const [anyOf, allOf] = [goal.any ?? [], goal.all ?? []];
  if (anyOf.length > 0 && allOf.length > 0) return [{ code: 'parts_both', location: all, values: NO_VALUES }];
  // An empty list says nothing, beside the other as well [G80].
  const isAll = allOf.length > 0 || (goal.any === undefined && goal.all !== undefined);
  const given = isAll ? all : name;
  const parts = isAll ? allOf : anyOf;
  if (parts.length < min || parts.length > max)
    return [{ code: 'parts_count', location: given, values: { min, max } }];
  const apart = given === all ? statesApart(parts, onlyAll) : -1;
  if (apart !== -1)
    return [{ code: 'states_apart', location: `${given}.${apart}.conditions`, values: NO_VALUES }];
  return parts.flatMap(({ type, ...part }, index): readonly GoalFault[] => {
    if (given === name && onlyAll.includes(type))
      return [{ code: 'part_only_all', location: `${given}.${index}.type`, values: NO_VALUES }];
    return goalTypeFaults(type, { ...part, steps: [] }, checks).map((fault) => ({
      ...fault,
      location: `${given}.${index}.${fault.location}`,
    }));
  });
}

/** The condition with which no value of a state is left: all of them must hold at one hit [G72]; -1: none. */
function statesApart(parts: readonly PartValues[], states: readonly string[]): number {
  const left = new Map<string, readonly string[]>();
  return parts.findIndex(({ type, conditions }) => {
    if (!states.includes(type) || conditions.length === 0) return false;
    const values = conditions.map(({ url }) => url);
    const both = left.get(type)?.filter((value) => values.includes(value)) ?? values;
    left.set(type, both);
    return both.length === 0;
  });
}

const valueOf = (goal: FieldValues, name: string): unknown =>
  Object.entries(goal).find(([key]) => key === name)?.[1];

function wholeFaults({ name, min, max, optional }: WholeField, goal: FieldValues): GoalFault[] {
  const value = valueOf(goal, name);
  if (optional && value === undefined) return [];
  const fits = typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
  return fits ? [] : [{ code: 'whole_range', location: name, values: { min, max } }];
}

/** Of the lower end; the upper end has its own bounds checked by itself. */
function rangeFaults(field: WholeField, upTo: string, goal: FieldValues): GoalFault[] {
  const [from, to] = [valueOf(goal, field.name), valueOf(goal, upTo)];
  if (from === undefined && to === undefined)
    return [{ code: 'range_missing', location: field.name, values: NO_VALUES }];
  const isEmpty = typeof from === 'number' && typeof to === 'number' && from > to;
  return isEmpty
    ? [{ code: 'range_empty', location: upTo, values: { min: from } }]
    : wholeFaults(field, goal);
}
