/** The visit log at the edge: rows in, pages out. */
import type { VisitLog } from '@goalpost/contract/reports/visits';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isProblem, problemBody } from '../../kit/problem.ts';
import { counter, goal, NOW, startTestStat, testContext, type TestStat } from '../test-stat.ts';
import { from, reaches, seconds, visit } from '../test-visits.ts';
import { visitLogEndpoints } from './endpoint.ts';

let stat: TestStat;
beforeAll(async () => {
  stat = await startTestStat();
  stat.goals = [goal(1), goal(2, { status: 'Deleted' })];
  await stat.add(
    visit({ visit_id: '1', started_at: seconds('2026-03-10T10:00:00Z'), browser: 'Chrome' }),
    visit({
      visit_id: '2',
      visitor_id: '18446744073709551615',
      started_at: seconds('2026-03-10T11:00:00Z'),
      browser: 'Safari',
      ...from('organic', 'google'),
      ...reaches([1, 25, 'EUR'], 2),
    }),
    visit({ visit_id: '3', started_at: seconds('2026-03-10T12:00:00Z'), browser: 'Safari', is_robot: true }),
    visit({ visit_id: '4', started_at: seconds('2026-04-10T12:00:00Z'), browser: 'Safari' }),
  );
});
afterAll(() => stat.close());

async function ask(query: Record<string, unknown>, counterId = 1): Promise<unknown> {
  const [endpoint] = visitLogEndpoints({
    olap: stat.olap,
    counters: { get: async (id) => counter({ id }) },
    goals: {
      list: async (_id, deleted) => stat.goals.filter(({ status }) => deleted || status === 'Active'),
    },
    segments: { find: async (ids) => stat.segments.filter(({ id }) => ids.includes(id)) },
    clock: { now: () => NOW },
  });
  if (endpoint === undefined) throw new Error('no endpoint');
  const input = {
    params: { counterId },
    query: endpoint.query?.parse({ date1: '2026-03-01', date2: '2026-03-31', ...query }),
  };
  return endpoint.handle(input as never, testContext());
}

async function log(query: Record<string, unknown> = {}, counterId = 1): Promise<VisitLog> {
  const answer = await ask(query, counterId);
  if (isProblem(answer)) throw new Error(JSON.stringify(problemBody(answer)));
  return answer as VisitLog;
}

const ids = ({ visits }: VisitLog): string[] => visits.map(({ id }) => id);

it('[M110] lists the visits that days and filters choose, newest first, without robots', async () => {
  expect(ids(await log())).toEqual(['2', '1']);
  expect(ids(await log({ filters: "ym:s:browser=='Chrome'" }))).toEqual(['1']);
  expect(ids(await log({ date1: '2026-04-01', date2: '2026-04-30' }))).toEqual(['4']);
  const [newest] = (await log()).visits;
  expect(newest).toMatchObject({
    visitor: '18446744073709551615',
    source: { kind: 'organic', name: 'Google' },
    goals: [{ id: 1, name: 'Goal 1', price: 25, currency: 'EUR' }],
  });
});

it('[M110] takes saved segments', async () => {
  stat.segments = [
    {
      id: 7,
      counterId: 1,
      name: 'Safari',
      expression: "ym:s:browser=='Safari'",
      privateOf: null,
      createdAt: 0,
    },
  ];
  expect(ids(await log({ segment: '7' }))).toEqual(['2']);
});

/** One for each run, also where the test is played again. */
let counters = 1;

it('[M111] pages neither repeat nor pass over a visit, whatever begins meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 5 }),
      async (begins, limit) => {
        const counterId = ++counters;
        const at = (second: number) => seconds('2026-03-10T10:00:00Z') + second;
        const row = (id: number, second: number) =>
          visit({ counter_id: counterId, visit_id: String(id), visitor_id: '5', started_at: at(second) });
        await stat.add(...begins.map((second, index) => row(index + 1, second)));
        const seen: string[] = [];
        let after: string | null | undefined;
        while (after !== null) {
          const page = await log({ limit, ...(after === undefined ? {} : { after }) }, counterId);
          expect(page.visits.length).toBeLessThanOrEqual(limit);
          seen.push(...ids(page));
          after = page.next;
          await stat.add(row(1_000 + seen.length, 60 + seen.length));
        }
        expect(seen.toSorted()).toEqual(begins.map((_, index) => String(index + 1)).toSorted());
      },
    ),
    { numRuns: 6 },
  );
});

it.each([
  ['a cursor that no page gave', { after: 'x' }, 'after'],
  ['a cursor beyond 64 bits', { after: '1.99999999999999999999' }, 'after'],
  ['a condition on a metric', { filters: 'ym:s:visits>1' }, 'filters'],
  ['a name that does not exist', { filters: "ym:s:nothing=='1'" }, 'filters'],
])('[M112] refuses %s, and says where', async (_what, query, location) => {
  const answer = await ask(query);
  if (!isProblem(answer)) throw new Error('not refused');
  expect(problemBody(answer)).toMatchObject({ code: 400, errors: [{ location }] });
});

it('[M112] a page has at most 200 visits', async () => {
  await expect(ask({ limit: 201 })).rejects.toThrow();
});
