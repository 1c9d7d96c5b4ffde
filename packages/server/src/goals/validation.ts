/** What is wrong with a goal that a client sends, field by field. */
import type { ApiErrorItem, Condition, GoalInput, Step } from '@goalpost/contract';
import { CATALOGUE } from './catalogue.ts';
import type { GoalDefinition } from './definition.ts';
import { GOAL_TYPES } from './registry.ts';

/** What of the counter decides. */
export interface Surroundings {
  readonly autogoals: boolean;
  /** The counter's goals; deleted ones do not matter. */
  readonly goals: readonly GoalDefinition[];
}

/** Only what its type has: `conditions` of a multi-step goal and `steps` of others are dropped. */
export function normaliseInput(input: GoalInput): GoalInput {
  return input.type === 'step' ? { ...input, conditions: [] } : { ...input, steps: [] };
}

const fault = (location: string, message: string): ApiErrorItem => ({
  error_type: 'invalid_parameter',
  message: `Wrong value of "${location}": ${message}.`,
  location,
});

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

function stepFaults(steps: readonly Step[], surroundings: Surroundings): ApiErrorItem[] {
  return steps.flatMap((step, index) => {
    const place = automaticPlace(step, surroundings);
    const location = `goal.steps.${index}.conditions.${place}.url`;
    return place < 0 ? [] : [fault(location, 'an automatic goal cannot be a step of a multi-step goal')];
  });
}

/** Empty where the goal is right. Locations are paths from the body, e.g. `goal.conditions.0.url`. */
export function goalFaults(input: GoalInput, surroundings: Surroundings): ApiErrorItem[] {
  const { type, conditions, steps = [] } = input;
  const own = GOAL_TYPES[type]
    .validate({ conditions, steps })
    .map(({ location, message }) => fault(`goal.${location}`, message));
  if (own.length > 0 || type !== 'step') return own;
  return stepFaults(steps, surroundings);
}
