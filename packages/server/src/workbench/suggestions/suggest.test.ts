/** [G65] What is suggested of what happened, beside the goals that stand; on the real engine. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { config, hit, NOON, processAll, testPipeline } from '../../collect/test-journal.ts';
import type { GoalDefinition } from '../../goals/index.ts';
import { testGoal } from '../../goals/test-goal.ts';
import { isProblem } from '../../kit/problem.ts';
import { startTestOlap, type TestOlap } from '../../stores/olap/test-olap.ts';
import { frequentHits } from './frequent-hits.ts';
import { suggest } from './suggest.ts';

const COUNTER = 7;
const PAGE = 'https://shop.example/cart';
let store: TestOlap;

/** How often, what, and how the wire says it. */
const SENT: readonly [number, string, string][] = [
  [3, 'goal://shop.example/ord', 'ar:1'],
  [1, 'goal://shop.example/a%2Fb.c', 'ar:1'],
  [2, 'tel:+74951234567', 'ln:1'],
  [1, 'tel:112', 'ln:1'],
  [1, 'mailto:a@shop.example', 'ln:1'],
  [1, 'https://t.me/shop', 'ln:1'],
  [1, 'https://other.example/', 'ln:1'],
  [1, 'https://shop.example/price.pdf', 'dl:1:ln:1'],
  [4, 'form://shop.example/?i=lead&p=F', 'ar:1'],
  [1, 'form://shop.example/?n=call%20back', 'ar:1'],
  [2, 'btn://shop.example/?t=Buy%20%20now&p=B', 'ar:1'],
  [1, 'https://shop.example/order-received/17/?key=a', 'pv:1'],
  [1, 'https://shop.example/order-received/18/', 'pv:1'],
  [1, 'https://shop.example/', 'pv:1'],
];

beforeAll(async () => {
  store = await startTestOlap();
  const records = SENT.flatMap(([times, url, kind], row) =>
    Array.from({ length: times }, (_, place) =>
      hit({ counter: COUNTER, at: row * 60 + place * 2, kind, url, ref: PAGE }),
    ),
  );
  const [batch] = await processAll(testPipeline(), [
    [config({ counterId: COUNTER, goals: [], autogoals: false }), ...records],
  ]);
  await store.olap.insert('hits', batch?.hits ?? '', 'suggestions');
});
afterAll(() => store.close());

async function suggested(goals: readonly GoalDefinition[] = [], since = (NOON - 3_600) * 1_000) {
  const found = await frequentHits(store.olap, { counterId: COUNTER, since }, new AbortController().signal);
  if (isProblem(found)) throw new Error('refused');
  const { suggestions, others } = await suggest(found, { goals, autogoals: false });
  expect(others).toBe(0);
  return suggestions.map(({ hits, goal: { type, conditions } }) =>
    [hits, type, ...conditions.map((one) => `${one.type} ${one.url}`)].join(' '),
  );
}

it('[G65] names each deed with the goal that would count it, most frequent first', async () => {
  const all = await suggested();
  expect(all.slice(0, 3).toSorted()).toEqual(['3 action exact ord', '3 phone', '4 form id lead']);
  expect(all[0]).toBe('4 form id lead');
  expect(all.toSorted()).toEqual(
    [
      '4 form id lead',
      '3 action exact ord',
      '3 phone',
      '2 button text Buy now',
      String.raw`1 action regexp ^a/b\.c$`,
      '1 email',
      '1 messenger',
      '1 file all_files ',
      '1 form name call back',
      '2 url contain /order-received',
    ].toSorted(),
  );
});

it('[G65] leaves out what a goal counts, and what its owner deleted', async () => {
  const goals = [
    testGoal({ id: 1, type: 'action', conditions: [{ type: 'contain', url: 'or' }] }),
    testGoal({ id: 2, type: 'phone', conditions: [], status: 'Deleted' }),
    testGoal({ id: 3, type: 'form', conditions: [{ type: 'page', url: '/cart' }] }),
    testGoal({ id: 4, type: 'url', conditions: [{ type: 'contain', url: 'order-received' }] }),
  ];
  const left = await suggested(goals);
  expect(left.filter((one) => /ord|phone|form|url/.test(one))).toEqual([]);
  expect(left).toContain('2 button text Buy now');
});

it('[G65] suggests single forms beside a goal for any form, and nothing of before', async () => {
  const any = testGoal({ id: 1, type: 'form', conditions: [] });
  expect(await suggested([any])).toContain('4 form id lead');
  expect(await suggested([], (NOON + 86_400) * 1_000)).toEqual([]);
});
