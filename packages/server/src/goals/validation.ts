/** What is wrong with a goal that a client sends, field by field. */
import {
  AS_EVENT,
  conditionsFieldOf,
  descriptorOf,
  foreignFields,
  goalTypeFaults,
  hasValue,
  isEventOperator,
  ownFieldsOf,
  plainPricePlace,
  OWN_FIELDS,
  type Condition,
  type GoalFault,
  type GoalInput,
  type GoalPart,
  type AnyTypeName,
  type Step,
} from '@goalpost/contract/goals';
import type { ApiErrorItem } from '@goalpost/contract/management';
import { CATALOGUE } from './catalogue.ts';
import type { GoalDefinition } from './definition.ts';
import { stepParts } from './steps/step-parts.ts';
import { faultWords } from './words/fault-words.ts';
import { FAULT_CHECKS } from './fault-checks.ts';

/** What of the counter decides. */
export interface Surroundings {
  readonly autogoals: boolean;
  /** The counter's goals; deleted ones do not matter. */
  readonly goals: readonly GoalDefinition[];
}

/** Only what its type has; the fields of other types are dropped. */
export function normaliseInput(input: GoalInput): GoalInput {
  const { type, conditions, steps } = input;
  const has = (kind: string) => descriptorOf(type).fields.some((field) => field.kind === kind);
  const rest = { ...input };
  for (const { name } of OWN_FIELDS) delete rest[name];
  delete rest.any;
  delete rest.all;
  delete rest.price_place;
  return {
    ...rest,
    ...ownFieldsOf(type, input),
    conditions: has('conditions') ? conditions.map((one) => plainCondition(type, one)) : [],
    steps: has('steps') ? (steps ?? []).map(plainStep) : [],
    ...(has('parts') ? plainParts(input) : {}),
    ...(input.price_place ? { price_place: plainPricePlace(input.price_place) } : {}),
  };
}

/** A condition that compares nothing has no value, and one that is not of params no path. */
function plainCondition(goalType: AnyTypeName, { type, url, path }: Condition): Condition {
  const value = hasValue(type) ? url : '';
  const isOfParams = conditionsFieldOf(goalType)?.hasPath === true && path !== undefined;
  return isOfParams ? { type, url: value, path: path.trim() } : { type, url: value };
}

const plainStep = (step: Step): Step => ({
  ...step,
  conditions: step.conditions.map((one) => plainCondition(step.type, one)),
});

/** Each part has what a goal of its type has. */
function plainParts({ any, all }: GoalInput): Pick<GoalInput, 'any' | 'all'> {
  const plain = (part: GoalPart): GoalPart => ({
    type: part.type,
    conditions:
      conditionsFieldOf(part.type) === undefined
        ? []
        : part.conditions.map((one) => plainCondition(part.type, one)),
    ...ownFieldsOf(part.type, part),
  });
  const isEmpty = (list: GoalInput['any']): boolean => list === undefined || list.length === 0;
  return {
    ...(any === undefined || (isEmpty(any) && !isEmpty(all)) ? {} : { any: any.map(plain) }),
    ...(all === undefined || (isEmpty(all) && !isEmpty(any)) ? {} : { all: all.map(plain) }),
  };
}

function toItem(fault: GoalFault): ApiErrorItem {
  const location = `goal.${fault.location}`;
  return {
    error_type: 'invalid_parameter',
    message: `Wrong value of "${location}": ${faultWords(fault)}.`,
    location,
  };
}

/** A goal or a step. */
interface Kind {
  readonly type: string;
  readonly conditions: readonly Condition[];
}

const isSame = (one: Condition, other: Condition): boolean =>
  one.type === other.type && one.url === other.url && one.path === other.path;

/** Whether all that `part` asks for is among the conditions of `whole`. */
function covers(whole: Kind, part: Kind): boolean {
  return (
    whole.type === part.type &&
    (part.conditions.length > 0 || whole.conditions.length === 0) &&
    part.conditions.every((wanted) => whole.conditions.some((condition) => isSame(condition, wanted)))
  );
}

/** What in the step makes it an automatic goal [G14], as a path; null if nothing does. */
function automaticPart(step: Step, { autogoals, goals }: Surroundings): string | null {
  const standing = goals.filter(({ status }) => status === 'Active');
  const own = standing.filter(({ source }) => source === 'user');
  const automatic: Kind[] = [
    ...standing.filter(({ source }) => source === 'auto'),
    ...(autogoals ? CATALOGUE : []),
  ];
  const parts = stepParts(step);
  const used = automatic.find(
    (goal) =>
      parts.some((part) => covers(part, goal)) &&
      !own.some((mine) => covers(mine, goal) && covers(goal, mine)),
  );
  if (used === undefined) return null;
  const [first] = used.conditions;
  if (first === undefined) return 'conditions';
  const place = step.conditions.findIndex(
    ({ type, url }) => url === first.url && (isEventOperator(type) ? AS_EVENT[type] : type) === first.type,
  );
  return `conditions.${place}.url`;
}

function automaticSteps(steps: readonly Step[], surroundings: Surroundings): GoalFault[] {
  return steps.flatMap((step, index) => {
    const part = automaticPart(step, surroundings);
    const location = `steps.${index}.${part}`;
    return part === null ? [] : [{ code: 'step_automatic', location, values: {} }];
  });
}

/** Empty where the goal is right. Locations are paths from the body, e.g. `goal.conditions.0.url`. */
export function goalFaults(input: GoalInput, surroundings: Surroundings): ApiErrorItem[] {
  const { type, steps = [] } = input;
  const own = goalTypeFaults(type, { ...input, steps }, FAULT_CHECKS);
  return (own.length > 0 ? own : automaticSteps(steps, surroundings)).map(toItem);
}

/** Fields of other types, which are refused before they are left out [G80]. */
export function foreignFaults(input: GoalInput): ApiErrorItem[] {
  return foreignFields(input).map((location) => toItem({ code: 'field_foreign', location, values: {} }));
}
