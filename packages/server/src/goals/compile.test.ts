import type { FactName } from '@goalpost/contract/goals';
import { describe, expect, it } from 'vitest';
import { compileGoals, NO_MEMORY } from './compile.ts';
import { concerns, type GoalFact } from './fact.ts';
import { testGoal } from './test-goal.ts';

const event = (identifier: string): GoalFact => ({ kind: 'event', identifier });
const exact = (id: number, identifier: string) =>
  testGoal({ id, conditions: [{ type: 'exact', url: identifier }] });

describe('compiled goals', () => {
  it('[G25] an event that is only an automatic goal takes no step, however broad the step', () => {
    const id = 'Jivo_Client_initiate_chat';
    const reaches = (
      others: Parameters<typeof testGoal>[0][],
      autogoals: boolean,
      type: 'contain' | 'exact' | 'regexp' | 'start',
    ) => {
      const steps = testGoal({
        id: 9,
        type: 'step',
        conditions: [],
        steps: [
          { name: '', type: 'action', conditions: [{ type: 'exact', url: 'a' }] },
          { name: '', type: 'action', conditions: [{ type, url: type === 'exact' ? id : 'Jivo' }] },
        ],
      });
      const goals = compileGoals([steps, ...others.map((other) => testGoal(other))], autogoals);
      const { memory } = goals.match(event('a'), 1, NO_MEMORY);
      return goals.match(event(id), 2, memory).reached.map((goal) => goal.id);
    };
    const auto = { id: 5, source: 'auto', autoEntry: id, conditions: [{ type: 'exact', url: id }] } as const;
    const own = { id: 6, conditions: [{ type: 'exact', url: id }] } as const;
    for (const type of ['contain', 'exact', 'regexp', 'start'] as const) {
      expect(reaches([], false, type), type).toEqual([9]);
      expect(reaches([], true, type), type).toEqual([]);
      expect(reaches([auto], false, type), type).toEqual([5]);
      expect(reaches([{ ...auto, status: 'Deleted' }], false, type), type).toEqual([9]);
      expect(reaches([own], true, type), type).toEqual([9, 6]);
      expect(reaches([{ ...own, status: 'Deleted' }], true, type), type).toEqual([]);
    }
    expect(
      reaches([{ ...auto, conditions: [{ type: 'start', url: 'Jivo_Client' }] }], false, 'contain'),
    ).toEqual([5]);
  });

  it('[G1] give every goal that a hit reaches, in the order of the list', () => {
    const goals = [
      testGoal({ id: 5, conditions: [{ type: 'start', url: 'order' }] }),
      exact(9, 'order_sent'),
      exact(2, 'other'),
      testGoal({ id: 7, conditions: [{ type: 'regexp', url: 'sent$' }] }),
      exact(1, 'order_sent'),
    ];
    const { reached } = compileGoals(goals).match(event('order_sent'), 1, NO_MEMORY);
    expect(reached).toEqual([goals[0], goals[1], goals[3], goals[4]]);
  });

  it('count a goal once, though several of its conditions fit', () => {
    const goal = testGoal({
      conditions: [
        { type: 'exact', url: 'a' },
        { type: 'exact', url: 'a' },
      ],
    });
    expect(compileGoals([goal]).match(event('a'), 1, NO_MEMORY).reached).toEqual([goal]);
  });

  it('[G16] leave deleted goals out', () => {
    const deleted = testGoal({ status: 'Deleted' });
    expect(compileGoals([deleted]).match(event('order_sent'), 1, NO_MEMORY).reached).toEqual([]);
  });

  it('[G18] give nothing for what fits no goal', () => {
    const goals = compileGoals([
      testGoal(),
      testGoal({ id: 2, type: 'url', conditions: [{ type: 'contain', url: 'x' }] }),
    ]);
    for (const fact of [
      event('else'),
      event(''),
      { kind: 'other' },
      { kind: 'view', url: 'https://a/' },
    ] as const) {
      expect(goals.match(fact, 1, NO_MEMORY)).toMatchObject({ reached: [], late: [], memory: {} });
    }
  });

  it('hand the visit’s memory through untouched where nothing is to be remembered', () => {
    const memory = { 77: { mark: 3, taken: [], waiting: [] } };
    const goals = compileGoals([
      testGoal(),
      testGoal({ id: 2, type: 'url', conditions: [{ type: 'contain', url: 'x' }] }),
    ]);
    expect(goals.match(event('order_sent'), 1, memory).memory).toBe(memory);
    expect(goals.match({ kind: 'view', url: 'https://x/' }, 1, memory).memory).toBe(memory);
  });

  it('go on without a stored pattern that does not compile any more', () => {
    const broken = testGoal({ conditions: [{ type: 'regexp', url: '(' }] });
    const sound = exact(2, 'order_sent');
    expect(compileGoals([broken, sound]).match(event('order_sent'), 1, NO_MEMORY).reached).toEqual([sound]);
  });

  it('are shown what a hit is, and what it carries', () => {
    const asked: string[] = [];
    const carried: GoalFact = {
      kind: 'view',
      url: 'https://shop.example/',
      params: '{"a":1}',
      commerce: '[{}]',
    };
    const facts = [
      carried,
      { kind: 'view', url: '' },
      { kind: 'params', params: '1' },
      { kind: 'other' },
    ] as const;
    for (const fact of facts) {
      asked.push(
        [['view'], ['params'], ['commerce'], ['view', 'params', 'commerce']]
          .map((wanted) => (concerns(wanted as FactName[], fact) ? 'yes' : 'no'))
          .join(' '),
      );
    }
    expect(asked).toEqual(['yes yes yes yes', 'yes no no yes', 'no yes no yes', 'no no no no']);
  });
});
