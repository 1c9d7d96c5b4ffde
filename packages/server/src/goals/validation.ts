/** What is wrong with a goal that a client sends, field by field. */
import {
  descriptorOf,
  goalTypeFaults,
  ownFieldsOf,
  WHOLE_FIELDS,
  type Condition,
  type GoalFault,
  type GoalInput,
  type Step,
} from '@goalpost/contract/goals';
import type { ApiErrorItem } from '@goalpost/contract/management';
import { CATALOGUE } from './catalogue.ts';
import type { GoalDefinition } from './definition.ts';
import { faultWords } from './words/fault-words.ts';
import { newPatternCheck } from './patterns/pattern-check.ts';

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
  for (const { name } of WHOLE_FIELDS) delete rest[name];
  return {
    ...rest,
    ...ownFieldsOf(type, input),
    conditions: has('conditions') ? conditions : [],
    steps: has('steps') ? (steps ?? []) : [],
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
  one.type === other.type && one.url === other.url;

/** Whether all that `part` asks for is among the conditions of `whole`. */
function covers(whole: Kind, part: Kind): boolean {
  return (
    whole.type === part.type &&
    part.conditions.length > 0 &&
    part.conditions.every((wanted) => whole.conditions.some((condition) => isSame(condition, wanted)))
  );
}

/** The place in the step of a condition that makes it an automatic goal [G14]; -1 if none does. */
function automaticPlace(step: Step, { autogoals, goals }: Surroundings): number {
  const standing = goals.filter(({ status }) => status === 'Active');
  const own = standing.filter(({ source }) => source === 'user');
  const automatic: Kind[] = [
    ...standing.filter(({ source }) => source === 'auto'),
    ...(autogoals ? CATALOGUE : []),
  ];
  const used = automatic.find(
    (goal) => covers(step, goal) && !own.some((mine) => covers(mine, goal) && covers(goal, mine)),
  );
  const [first] = used?.conditions ?? [];
  return first === undefined ? -1 : step.conditions.findIndex((condition) => isSame(condition, first));
}

function automaticSteps(steps: readonly Step[], surroundings: Surroundings): GoalFault[] {
  return steps.flatMap((step, index) => {
    const place = automaticPlace(step, surroundings);
    const location = `steps.${index}.conditions.${place}.url`;
    return place < 0 ? [] : [{ code: 'step_automatic', location, values: {} }];
  });
}

/** Empty where the goal is right. Locations are paths from the body, e.g. `goal.conditions.0.url`. */
export function goalFaults(input: GoalInput, surroundings: Surroundings): ApiErrorItem[] {
  const { type, steps = [] } = input;
  const own = goalTypeFaults(type, { ...input, steps }, newPatternCheck);
  return (own.length > 0 ? own : automaticSteps(steps, surroundings)).map(toItem);
}
