/** Which automatic goal a hit is to make, if any. */
import type { Condition } from '@goalpost/contract/goals';
import type { CatalogueEntry } from './automatic/entry.ts';
import { CATALOGUE } from './catalogue.ts';
import type { GoalDefinition } from './definition.ts';
import { concerns, type GoalFact } from './fact.ts';

/** The part of a counter's settings that decides. */
export interface AutomaticSettings {
  readonly autogoals: boolean;
  /** All goals, deleted ones too. */
  readonly goals: readonly GoalDefinition[];
}

interface SingleCondition {
  readonly type: string;
  readonly conditions: readonly Condition[];
}

/** Exactly the same condition [G11]: the same type and, as its only condition, the same operator and value. */
export function sameCondition(one: SingleCondition, other: SingleCondition): boolean {
  const [a] = one.conditions;
  const [b] = other.conditions;
  return (
    one.type === other.type &&
    one.conditions.length === 1 &&
    other.conditions.length === 1 &&
    a?.type === b?.type &&
    a?.url === b?.url
  );
}

/**
 * The entry whose goal this hit is to make; null if none: the switch is off [G9, G15], the entry made its goal
 * before, be it deleted or edited since [G12], or a goal with exactly the same condition stands [G11].
 * Whether the hit is a robot's [G19] is for the caller to know.
 */
export function automaticEntryFor(fact: GoalFact, settings: AutomaticSettings): CatalogueEntry | null {
  if (!settings.autogoals) return null;
  const entry = CATALOGUE.find((each) => concerns(each.facts, fact) && each.recognise(fact));
  if (entry === undefined) return null;
  const taken = settings.goals.some(
    (goal) => goal.autoEntry === entry.id || (goal.status === 'Active' && sameCondition(goal, entry)),
  );
  return taken ? null : entry;
}
