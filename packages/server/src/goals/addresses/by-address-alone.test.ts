/** [G1] Many goals together count what each counts alone: what an address says is remembered, and changes nothing. */
import { expect, it } from 'vitest';
import { compileGoals, NO_MEMORY, type CompiledGoals, type GoalMemory } from '../compile.ts';
import type { GoalFact, VisitSoFar } from '../fact.ts';
import type { ExampleHit } from '../goal-type.ts';
import { GOAL_TYPES } from '../registry.ts';
import { testGoal } from '../test-goal.ts';

const EXAMPLES = Object.values(GOAL_TYPES).flatMap(({ id, examples }) =>
  examples.map((example) => ({ type: id, ...example })),
);
/** Reached by a view of any page, once the visitor is on a phone. */
const ON_PHONE = testGoal({
  id: 999,
  type: 'multi',
  conditions: [],
  all: [
    { type: 'action', conditions: [{ type: 'exact', url: 'lead' }] },
    { type: 'device', conditions: [{ type: 'device', url: 'mobile' }] },
  ],
});
const GOALS = [
  ...EXAMPLES.map(({ type, goal }, index) => testGoal({ type, ...goal, id: index + 1 })),
  ON_PHONE,
];
const LEAD: GoalFact = { kind: 'event', identifier: 'lead', device: 'desktop' };
const seenOn = (device: string): GoalFact => ({ kind: 'view', url: 'https://shop.example/', device });
const VISITS: readonly (readonly GoalFact[])[] = EXAMPLES.flatMap(({ yes, no }) => [...yes, ...no]).map(
  (hits) => (Array.isArray(hits) ? (hits as readonly ExampleHit[]) : [hits as ExampleHit]),
);

function reachedIn(visit: readonly GoalFact[], goals: CompiledGoals) {
  let memory: GoalMemory = NO_MEMORY;
  let views = 0;
  return visit.map((fact, place) => {
    if (fact.kind === 'view') views++;
    const soFar: VisitSoFar = {
      hits: place + 1,
      views,
      startedAt: 0,
      endedAt: place * 30,
      activeSeconds: place * 20,
      source: { trafficSource: 'direct' },
    };
    const matched = goals.match(fact, place, memory, soFar);
    ({ memory } = matched);
    return matched.reached.map(({ id }) => id);
  });
}

it('holds for all goal types over all their examples, again and again', () => {
  const together = compileGoals(GOALS);
  const alone = GOALS.map((goal) => compileGoals(GOALS, false, [goal]));
  let count = 0;
  // Parts of different examples in one visit: steps are taken, conditions are met one after the other.
  const visits = [
    ...VISITS,
    [LEAD, seenOn('desktop'), seenOn('mobile')],
    ...VISITS.map((visit, index) => [...visit, ...(VISITS[(index * 7) % VISITS.length] ?? []), ...visit]),
  ];
  for (const visit of [...visits, ...visits]) {
    const expected = alone.map((goals) => reachedIn(visit, goals));
    const found = reachedIn(visit, together);
    for (const [place, ids] of found.entries()) {
      expect(ids).toEqual(expected.flatMap((of) => of[place] ?? []));
      count += ids.length;
    }
  }
  expect(count).toBeGreaterThan(1_000);
});
