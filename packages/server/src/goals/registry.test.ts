import {
  conditionsFieldOf,
  descriptorOf,
  goalTypeFaults,
  isUploaded,
  type FieldValues,
} from '@goalpost/contract/goals';
import { describe, expect, it } from 'vitest';
import { NO_MEMORY, compileGoals } from './compile.ts';
import type { GoalDefinition } from './definition.ts';
import { activeSecondsOf } from './done/done.ts';
import { NO_VISIT, type VisitSoFar } from './fact.ts';
import { faultWords } from './words/fault-words.ts';
import type { ExampleHit, GoalConfig } from './goal-type.ts';
import { FAULT_CHECKS } from './fault-checks.ts';
import { GOAL_TYPES } from './registry.ts';
import { testGoal } from './test-goal.ts';

type Hits = ExampleHit | readonly ExampleHit[];

const isVisit = (hits: Hits): hits is readonly ExampleHit[] => Array.isArray(hits);
const START = 1_700_000_000;

/** Whether the last hit of a visit reaches the goal. */
function reaches(goal: GoalDefinition, hits: Hits): boolean {
  const goals = compileGoals([goal]);
  let visit: VisitSoFar = { ...NO_VISIT, startedAt: START, endedAt: START - 1 };
  let memory = NO_MEMORY;
  let reached = false;
  for (const [place, fact] of (isVisit(hits) ? hits : [hits]).entries()) {
    visit = {
      ...visit,
      hits: visit.hits + 1,
      views: visit.views + (fact.kind === 'view' ? 1 : 0),
      endedAt: visit.endedAt + (fact.after ?? 1),
      activeSeconds: visit.activeSeconds + (fact.kind === 'engagement' ? activeSecondsOf(fact.url) : 0),
    };
    const result = goals.match(fact, place, memory, visit);
    memory = structuredClone(result.memory);
    reached = result.reached.length > 0;
  }
  return reached;
}

const valuesOf = ({ conditions, steps, fields, any, all }: GoalConfig): FieldValues => ({
  conditions,
  steps,
  any,
  all,
  ...fields,
});

describe.each(Object.entries(GOAL_TYPES))('goal type %s', (id, type) => {
  it('is registered under its own name', () => {
    expect([type.id, descriptorOf(type.id).id]).toEqual([id, id]);
  });

  it('has examples of what reaches it and what does not', () => {
    expect(type.examples.length > 0).toBe(!isUploaded(type.id));
    expect(type.examples.every(({ yes, no }) => yes.length > 0 && no.length > 0)).toBe(true);
  });

  it('has an example of each of its operators', () => {
    const shown = new Set(
      type.examples.flatMap(({ goal }) => goal.conditions.map((condition) => condition.type)),
    );
    expect(shown).toEqual(new Set(conditionsFieldOf(type.id)?.operators));
  });

  it.each(type.examples.map((example) => [JSON.stringify(example.goal), example] as const))(
    'holds its examples: %s',
    (_, example) => {
      expect(goalTypeFaults(type.id, valuesOf(example.goal), FAULT_CHECKS)).toEqual([]);
      const goal = testGoal({ type: type.id, ...example.goal });
      expect(example.yes.filter((hits) => !reaches(goal, hits))).toEqual([]);
      expect(example.no.filter((hits) => reaches(goal, hits))).toEqual([]);
    },
  );

  it('names the fields of an empty goal that it cannot be without', () => {
    const faults = goalTypeFaults(type.id, { conditions: [], steps: [] }, FAULT_CHECKS);
    const needed = descriptorOf(type.id).fields.filter(
      (field) => field.kind !== 'flag' && !(field.kind === 'conditions' && field.min === 0),
    );
    expect(faults.map(({ location }) => location)).toEqual(needed.map(({ name }) => name));
  });

  it('has faults that the API has words for, each about one of its fields', () => {
    const wrong: FieldValues = {
      conditions: [
        { type: 'exact', url: '' },
        { type: 'regexp', url: '(' },
        { type: 'messenger', url: 'pigeon' },
        { type: 'social', url: 'pigeons' },
      ],
      steps: [{ type: 'url', conditions: [] }],
      any: [{ type: 'url', conditions: [] }],
      depth: -1,
      duration: 0.5,
    };
    for (const fault of goalTypeFaults(type.id, wrong, FAULT_CHECKS)) {
      expect(faultWords(fault)).toMatch(/^[^{}]{10,}$/);
      expect(descriptorOf(type.id).fields.some(({ name }) => fault.location.startsWith(name))).toBe(true);
    }
  });
});
