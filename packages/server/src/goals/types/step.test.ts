import { goalTypeFaults, type Step } from '@goalpost/contract/goals';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileGoals, NO_MEMORY, type GoalMemory } from '../compile.ts';
import { FAULT_CHECKS } from '../fault-checks.ts';
import { testGoal } from '../test-goal.ts';

const on = (identifier: string): Step => ({
  name: identifier,
  type: 'action',
  conditions: [{ type: 'exact', url: identifier }],
});

const goalsOf = (steps: readonly Step[]) => compileGoals([testGoal({ type: 'step', conditions: [], steps })]);
const manySteps = (count: number): Step[] => Array.from({ length: count }, (_, index) => on(`s${index}`));

/** How often a visit of these events reaches the goal. */
function reaches(steps: readonly Step[], events: readonly string[]): number {
  const goals = goalsOf(steps);
  let memory = NO_MEMORY;
  let count = 0;
  for (const [place, identifier] of events.entries()) {
    const result = goals.match({ kind: 'event', identifier }, place, memory);
    memory = result.memory;
    count += result.reached.length;
  }
  return count;
}

describe('[G2] a multi-step goal', () => {
  const abc = [on('a'), on('b'), on('c')];
  it.each([
    ['all in order', ['a', 'b', 'c'], 1],
    ['others between', ['x', 'a', 'x', 'x', 'b', 'a', 'c'], 1],
    ['a step missing', ['a', 'c'], 0],
    ['the wrong order', ['c', 'b', 'a'], 0],
    ['the last step again, still after all earlier ones', ['a', 'b', 'c', 'c'], 2],
    ['the whole way twice', ['a', 'b', 'c', 'a', 'b', 'c'], 2],
    ['nothing', [], 0],
  ] as const)('%s', (_, events, expected) => {
    expect(reaches(abc, events)).toBe(expected);
  });

  it('takes one step by one hit, also where two steps are the same', () => {
    expect(reaches([on('a'), on('a')], ['a'])).toBe(0);
    expect(reaches([on('a'), on('a')], ['a', 'a'])).toBe(1);
  });

  it('is reached as often as the last step comes after all earlier ones', () => {
    const letter = fc.constantFrom('a', 'b', 'c', 'x');
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 30 }), (events) => {
        const a = events.indexOf('a');
        const b = a < 0 ? -1 : events.indexOf('b', a + 1);
        const expected = b < 0 ? 0 : events.slice(b + 1).filter((event) => event === 'c').length;
        expect(reaches(abc, events)).toBe(expected);
      }),
    );
  });
});

describe('[G17] a multi-step goal that is edited in the middle of a visit', () => {
  const before = goalsOf([on('a'), on('b')]);
  const firstStep = (): GoalMemory => before.match({ kind: 'event', identifier: 'a' }, 1, NO_MEMORY).memory;

  it('keeps the visit’s progress under a new name', () => {
    const renamed = goalsOf([{ ...on('a'), name: 'First' }, on('b')]);
    expect(renamed.match({ kind: 'event', identifier: 'b' }, 2, firstStep()).reached).toHaveLength(1);
  });

  it('does not take steps of its old self for steps of the new', () => {
    const edited = goalsOf([on('c'), on('d')]);
    expect(edited.match({ kind: 'event', identifier: 'd' }, 2, firstStep()).reached).toEqual([]);
  });
});

describe('what a multi-step goal may be', () => {
  it.each([
    [1, ['steps']],
    [2, []],
    [5, []],
    [6, ['steps']],
  ])('[G2] %i steps', (count, locations) => {
    const faults = goalTypeFaults('step', { conditions: [], steps: manySteps(count) }, FAULT_CHECKS);
    expect(faults.map(({ location }) => location)).toEqual(locations);
  });

  it('names the field of the step at fault', () => {
    const wrong: Step = { name: '', type: 'url', conditions: [{ type: 'regexp', url: '(' }] };
    const empty: Step = { name: '', type: 'action', conditions: [] };
    const faults = goalTypeFaults('step', { conditions: [], steps: [on('a'), wrong, empty] }, FAULT_CHECKS);
    expect(faults.map(({ location }) => location)).toEqual([
      'steps.1.conditions.0.url',
      'steps.2.conditions',
    ]);
  });
});
