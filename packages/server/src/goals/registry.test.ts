import { describe, expect, it } from 'vitest';
import { NO_MEMORY, compileGoals } from './compile.ts';
import type { GoalDefinition } from './definition.ts';
import type { GoalFact } from './fact.ts';
import { GOAL_TYPES } from './registry.ts';
import { testGoal } from './test-goal.ts';

const isVisit = (hits: GoalFact | readonly GoalFact[]): hits is readonly GoalFact[] => Array.isArray(hits);

/** Whether the last hit of a visit reaches the goal. */
function reaches(goal: GoalDefinition, hits: GoalFact | readonly GoalFact[]): boolean {
  const goals = compileGoals([goal]);
  let memory = NO_MEMORY;
  let reached = false;
  for (const [place, fact] of (isVisit(hits) ? hits : [hits]).entries()) {
    const result = goals.match(fact, place, memory);
    memory = structuredClone(result.memory);
    reached = result.reached.length > 0;
  }
  return reached;
}

describe.each(Object.entries(GOAL_TYPES))('goal type %s', (id, type) => {
  it('is registered under its own name', () => {
    expect(type.id).toBe(id);
  });

  it('has examples of what reaches it and what does not', () => {
    expect(type.examples.length).toBeGreaterThan(0);
    expect(type.examples.every(({ yes, no }) => yes.length > 0 && no.length > 0)).toBe(true);
  });

  it('has an example of each of its operators', () => {
    const shown = new Set(
      type.examples.flatMap(({ goal }) => goal.conditions.map((condition) => condition.type)),
    );
    expect(shown).toEqual(new Set(type.operators));
  });

  it.each(type.examples.map((example) => [JSON.stringify(example.goal), example] as const))(
    'holds its examples: %s',
    (_, example) => {
      expect(type.validate(example.goal)).toEqual([]);
      const goal = testGoal({ type: type.id, ...example.goal });
      expect(example.yes.filter((hits) => !reaches(goal, hits))).toEqual([]);
      expect(example.no.filter((hits) => reaches(goal, hits))).toEqual([]);
    },
  );

  it('names the field of an empty goal', () => {
    const faults = type.validate({ conditions: [], steps: [] });
    expect(faults.map(({ location }) => location)).toEqual([id === 'step' ? 'steps' : 'conditions']);
  });
});
