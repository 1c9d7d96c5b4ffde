/**
 * A counter's goals, compiled: asked for every hit which of them it reaches [G1]. Goals of exact event
 * identifiers are found by name, so that any number of them costs a hit that reaches none next to nothing.
 */
import type { SlowPattern } from './conditions.ts';
import type { GoalDefinition } from './definition.ts';
import type { GoalFact, GoalMatcher } from './goal-type.ts';
import { GOAL_TYPES } from './registry.ts';
import { subjectOf } from './subject.ts';

/** What goals keep of a visit, by goal id. Plain JSON; `NO_MEMORY` at its start. */
export type GoalMemory = Readonly<Record<string, number>>;
export const NO_MEMORY: GoalMemory = Object.freeze({});

export interface CompiledGoals {
  /**
   * @param memory what the last `match` of the same visit gave; `NO_MEMORY` for its first hit
   * @returns goals reached by the hit, in the order they were given, and the memory for the visit's next hit
   */
  match(
    fact: GoalFact,
    memory: GoalMemory,
  ): { readonly reached: readonly GoalDefinition[]; readonly memory: GoalMemory };
  /**
   * Works out, step by step, what takes long about a hit, so that others can run in between; `match` of the
   * same hit is quick after it.
   */
  prepare(fact: GoalFact): Iterable<void>;
}

interface Asked {
  readonly place: number;
  readonly key: string;
  readonly goal: GoalDefinition;
  readonly matcher: GoalMatcher;
}

interface Found {
  readonly place: number;
  readonly goal: GoalDefinition;
}

const NOBODY: readonly GoalDefinition[] = Object.freeze([]);
const NOTHING: readonly void[] = Object.freeze([]);

function remember(memory: GoalMemory, key: string, value: number): GoalMemory {
  if ((memory[key] ?? 0) === value) return memory;
  return { ...memory, [key]: value };
}

/** Active goals only: a deleted one collects nothing [G16]. */
export function compileGoals(goals: readonly GoalDefinition[]): CompiledGoals {
  const byIdentifier = new Map<string, Found[]>();
  const asked: Record<GoalFact['kind'], Asked[]> = { event: [], view: [], other: [] };
  const slow: Record<GoalFact['kind'], SlowPattern[]> = { event: [], view: [], other: [] };

  for (const [place, goal] of goals.entries()) {
    if (goal.status !== 'Active') continue;
    const type = GOAL_TYPES[goal.type];
    const identifiers = type.identifiers(goal);
    if (identifiers === null) {
      const entry = { place, key: String(goal.id), goal, matcher: type.compile(goal) };
      for (const kind of type.facts) {
        asked[kind].push(entry);
        slow[kind].push(...entry.matcher.slow);
      }
    } else {
      for (const identifier of new Set(identifiers)) {
        const found = byIdentifier.get(identifier);
        if (found) found.push({ place, goal });
        else byIdentifier.set(identifier, [{ place, goal }]);
      }
    }
  }

  return {
    prepare: (fact) => (slow[fact.kind].length === 0 ? NOTHING : answers(slow[fact.kind], fact)),
    match(fact, memory) {
      const named = fact.kind === 'event' ? byIdentifier.get(fact.identifier) : undefined;
      const others = asked[fact.kind];
      if (named === undefined && others.length === 0) return { reached: NOBODY, memory };

      const found: Found[] = named === undefined ? [] : [...named];
      const subject = subjectOf(fact);
      let kept = memory;
      for (const { place, key, goal, matcher } of others) {
        const result = matcher.match(subject, memory[key] ?? 0);
        kept = remember(kept, key, result.memory);
        if (result.reached) found.push({ place, goal });
      }
      if (found.length === 0) return { reached: NOBODY, memory: kept };
      return { reached: found.toSorted((a, b) => a.place - b.place).map(({ goal }) => goal), memory: kept };
    },
  };
}

function* answers(slow: readonly SlowPattern[], fact: GoalFact): Generator<void> {
  const subject = subjectOf(fact);
  for (const { test, texts } of slow) {
    for (const text of texts(subject)) {
      test(text);
      yield;
    }
  }
}
