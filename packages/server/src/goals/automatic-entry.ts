/** Which automatic goal a hit is to make, if any. */
import type { Condition } from '@goalpost/contract/goals';
import type { CatalogueEntry } from './automatic/entry.ts';
import { byFact } from './by-fact.ts';
import { CATALOGUE } from './catalogue.ts';
import type { GoalDefinition } from './definition.ts';
import type { GoalFact } from './fact.ts';
import { subjectOf } from './subject.ts';

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

/** Exactly the same condition [G11]: the same type, and the same single operator and value, or none at all. */
export function sameCondition(one: SingleCondition, other: SingleCondition): boolean {
  const [a] = one.conditions;
  const [b] = other.conditions;
  return (
    one.type === other.type &&
    one.conditions.length === other.conditions.length &&
    (one.conditions.length === 1 || (one.conditions.length === 0 && GENERAL.has(one.type))) &&
    a?.type === b?.type &&
    a?.url === b?.url &&
    a?.path === b?.path
  );
}

/** Types whose goals say all without a condition: those of the catalogue. Others have what they count elsewhere. */
const GENERAL: ReadonlySet<string> = new Set(
  CATALOGUE.flatMap(({ type, conditions }) => (conditions.length === 0 ? [type] : [])),
);

/**
 * The entries whose goals this hit is to make; none where the switch is off [G9, G15] except of shops [G55], an entry made its goal
 * before, be it deleted or edited since [G12], or a goal with exactly the same condition stands [G11].
 * Whether the hit is a robot's [G19] is for the caller to know.
 */
export function automaticEntriesFor(
  fact: GoalFact,
  { autogoals, goals }: AutomaticSettings,
): readonly CatalogueEntry[] {
  const entries = recognised(fact);
  if (entries.length === 0) return NONE;
  return entries.filter(
    (entry) =>
      (autogoals || entry.always) &&
      !goals.some(
        (goal) => goal.autoEntry === entry.id || (goal.status === 'Active' && sameCondition(goal, entry)),
      ),
  );
}

/** All entries that the hit could make, whatever the counter has. */
export function recognised(fact: GoalFact): readonly CatalogueEntry[] {
  const named = fact.kind === 'event' ? BY_IDENTIFIER.get(fact.identifier) : undefined;
  const asked = ASKED(fact);
  if (asked.length === 0) return named === undefined ? NONE : [named];
  const subject = subjectOf(fact);
  const found = asked.filter((entry) => entry.recognise(subject));
  return named === undefined ? found : [named, ...found];
}

/** No two have the same identifier. */
const BY_IDENTIFIER: ReadonlyMap<string, CatalogueEntry> = new Map(
  CATALOGUE.flatMap((entry) => (entry.identifier === undefined ? [] : [[entry.identifier, entry]])),
);
const ASKED = byFact(
  CATALOGUE.filter(({ identifier }) => identifier === undefined).map((value) => ({
    facts: value.facts,
    value,
  })),
);
const NONE: readonly CatalogueEntry[] = Object.freeze([]);
