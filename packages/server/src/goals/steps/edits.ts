/** What an edit of a goal changes: what decides of it, and what visits have kept for it [G17]. */
import type { GoalMemory } from '../compile.ts';
import type { GoalDefinition } from '../definition.ts';
import { GOAL_TYPES } from '../registry.ts';
import { fingerprint } from './fingerprint.ts';
import type { StepsTaken } from './steps-taken.ts';

/** What a visit has kept for the goal as it is now; undefined: nothing, or for the goal before an edit. */
export function keptFor(goal: GoalDefinition, memory: GoalMemory): StepsTaken | undefined {
  const kept = memory[goal.id];
  return kept !== undefined && kept.mark === GOAL_TYPES[goal.type].compile(goal).mark ? kept : undefined;
}

/** Another one after an edit of what decides which hits reach the goal; names do not, and neither do prices. */
export function decidingMark({ type, conditions, steps, fields = {}, any, all }: GoalDefinition): number {
  const named = steps.map((step) => ({ ...step, name: '' }));
  return fingerprint(inOneOrder([type, conditions, named, fields, any ?? null, all ?? null]));
}

/** The journal and the records may name the fields of an object in another order. */
function inOneOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOneOrder);
  return Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, held]) => [name, inOneOrder(held)]);
}
