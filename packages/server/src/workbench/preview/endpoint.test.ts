/** Who is refused a preview, and with what words; the numbers are tested on the real engine beside. */
import { expect, it } from 'vitest';
import { testCounter } from '../../counters/test-counter.ts';
import type { GoalDefinition } from '../../goals/index.ts';
import type { Olap } from '../../kit/olap.ts';
import { isProblem, problemBody } from '../../kit/problem.ts';
import { previewEndpoints } from './endpoint.ts';
import { createPreviews } from './previews.ts';

const NOW = Date.parse('2026-03-12T09:00:00Z');
const GOAL = { name: 'Lead', type: 'action', conditions: [{ type: 'exact', url: 'lead' }] };

function asking(query: Olap['query'], goals: readonly GoalDefinition[] = []) {
  const counter = testCounter({ id: 1 });
  const unused = () => Promise.reject(new Error('not asked here'));
  const [endpoint] = previewEndpoints(
    createPreviews({
      olap: { query },
      clock: { now: () => NOW },
      counters: { get: (id) => Promise.resolve(id === 1 ? counter : null) },
      goals: {
        list: () => Promise.resolve([...goals]),
        get: (_, id) => Promise.resolve(goals.find((goal) => goal.id === id) ?? null),
        create: unused,
        replace: unused,
        setStatus: unused,
      },
      publisher: { publish: unused },
    }),
  );
  return async (body: object, signal = new AbortController().signal) => {
    const input = { params: { counterId: 1 }, query: undefined, body: endpoint?.body?.parse(body) };
    const context = {
      caller: { accountId: 'ann', login: 'ann', scope: 'read' },
      authorise: () => Promise.resolve(null),
      signal,
      bySession: true,
    } as const;
    const answer = await endpoint?.handle(input as never, context);
    return isProblem(answer) ? problemBody(answer).errors : answer;
  };
}
const nothing = <Row>() => Promise.resolve<Row[]>([]);

it('[G63] names what is wrong with the goal as saving it would, and asks the store nothing', async () => {
  const ask = asking(() => Promise.reject(new Error('asked')));
  const wrong = { ...GOAL, conditions: [{ type: 'regexp', url: '(a{1000}){1000}' }] };
  expect(await ask({ goal: wrong })).toMatchObject([{ location: 'goal.conditions.0.url' }]);
  expect(await ask({ goal: { ...GOAL, conditions: [] } })).toMatchObject([{ location: 'goal.conditions' }]);
  expect(await ask({ goal: GOAL, goal_id: 7 })).toMatchObject([
    { error_type: 'not_found', location: 'goalId' },
  ]);
});

it('answers of a counter without hits', async () => {
  expect(await asking(nothing)({ goal: GOAL, days: 7 })).toMatchObject({
    count: 0,
    sampled: false,
    share: 1,
    facts_since: null,
    examples: [],
    points: [
      { date: '2026-03-06', count: 0 },
      ...Array.from({ length: 5 }, () => ({ count: 0 })),
      { date: '2026-03-12', count: 0 },
    ],
    warnings: [],
  });
});

it('says what of the goal will probably never match', async () => {
  const spaced = { ...GOAL, conditions: [{ type: 'exact', url: 'lead ' }] };
  expect(await asking(nothing)({ goal: spaced })).toMatchObject({ warnings: [{ code: 'space_around' }] });
});

it('[G64] refuses the third of one person at once, and stops what is called off', async () => {
  const waits = Promise.withResolvers<never[]>();
  const ask = asking(() => waits.promise as never);
  const off = new AbortController();
  const first = ask({ goal: GOAL }, off.signal);
  const second = ask({ goal: GOAL });
  expect(await ask({ goal: GOAL })).toMatchObject([{ error_type: 'quota_requests_by_uid' }]);
  off.abort();
  waits.reject(new Error('stopped'));
  await expect(second).rejects.toThrow('stopped');
  expect(await first).toMatchObject([{ error_type: 'timeout' }]);
});
