/** Backfills on the real engine: what they find, that a kill doubles nothing, and what reports say of them. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  config,
  event,
  finalVisits,
  hit,
  NOON,
  processAll,
  testPipeline,
} from '../../collect/test-journal.ts';
import { testCounter } from '../../counters/test-counter.ts';
import type { GoalDefinition } from '../../goals/index.ts';
import { startTestStat, type TestStat } from '../../query/test-stat.ts';
import { createPastReaches, createPersonVisits } from '../../stores/olap/index.ts';
import { openTestRecords } from '../../stores/records/test-records.ts';
import { createBackfillStore, createCounterStore, createGoalStore } from '../../stores/records/index.ts';
import { SETTINGS } from '../../stores/records/counters/counter-store.contract.ts';
import type { EndpointContext } from '../../kit/endpoint.ts';
import { isProblem, problemBody } from '../../kit/problem.ts';
import { createBackfilling } from './backfilling.ts';
import { backfillEndpoints } from './endpoints.ts';
import type { BackfillStore, PastReaches } from './port.ts';

const MADE = Date.parse('2026-03-10T12:00:00Z');
/** Of times past noon of the day on which tests of collection play. */
const SHIFT = MADE / 1_000 - NOON;
const VISITORS = ['1700000000000000001', '1700000000000000002', '1700000000000000003', '1700000000000000004'];
const [, , ERASED = '', UNDER_WAY = ''] = VISITORS;
/** Reaches of the hits before the goal was made, but for the visit under way. */
const PAST = 6;

let stat: TestStat;
let records: Awaited<ReturnType<typeof openTestRecords>>;
let clock: { now: () => number };
let counterId: number;
let goal: GoalDefinition;
let made = 0;

beforeAll(async () => {
  stat = await startTestStat();
  records = await openTestRecords();
  clock = { now: () => MADE };
});
afterAll(async () => {
  await stat.close();
  await records.close();
});

/** A counter with a past that the goal was not there for, and with hits since. */
beforeEach(async () => {
  const id = (counterId = 700 + made++);
  await createCounterStore(records.db).create('ann', id, SETTINGS, MADE);
  const written = await createGoalStore(records.db, clock).create(id, {
    name: 'Lead',
    type: 'action',
    conditions: [{ type: 'exact', url: 'lead' }],
    default_price: 5,
    is_favorite: 0,
    is_retargeting: 0,
    flag: '',
  });
  if (typeof written === 'string') throw new Error(written);
  goal = written;
  stat.counters = [testCounter({ id, timeZone: 'UTC', currency: SETTINGS.currency })];
  stat.goals = [goal];
  const at = (seconds: number) => SHIFT + seconds;
  const past = VISITORS.flatMap((visitor, index) => [
    hit({ counter: id, visitor, at: at(-900 + index) }),
    event('lead', { counter: id, visitor, at: at(-600 + index) }),
    event('other', { counter: id, visitor, at: at(-500 + index) }),
    // Two in one second count once [G7].
    event('lead', { counter: id, visitor, at: at(-300 + index) }),
    event('lead', { counter: id, visitor, at: at(-300 + index) }),
  ]);
  const since = [event('lead', { counter: id, visitor: UNDER_WAY, at: at(60) })];
  const batches = await processAll(testPipeline(), [
    [config({ counterId: id, goals: [] }), ...past.toSorted((one, other) => one.t - other.t)],
    [config({ counterId: id, goals: [goal] }), ...since],
  ]);
  for (const [index, { hits, visits }] of batches.entries()) {
    await stat.olap.insert('hits', hits, `${id}-${index}-hits`);
    await stat.olap.insert('visits', visits, `${id}-${index}-visits`);
  }
  expect(finalVisits(batches).flatMap((visit) => visit.goal_ids)).toEqual([goal.id]);
});

function backfilling(changes: { store?: Partial<BackfillStore>; reaches?: Partial<PastReaches> } = {}) {
  const store = { ...createBackfillStore(records.db), ...changes.store };
  const counters = createCounterStore(records.db);
  const goals = createGoalStore(records.db, clock);
  const work = createBackfilling({
    store,
    reaches: { ...createPastReaches(stat.olap), ...changes.reaches },
    olap: stat.olap,
    counters,
    goals,
    flushed: () => Promise.resolve(),
    clock,
    log: { warn: () => undefined, error: () => undefined },
    node: 'one',
    partHits: 6,
  });
  const endpoints = backfillEndpoints({
    backfills: store,
    backfilling: work,
    counters,
    goals,
    publisher: { publish: () => Promise.resolve() },
    clock,
  });
  const context = {
    caller: { accountId: 'ann', login: 'ann', scope: 'write' },
  } as unknown as EndpointContext;
  return {
    work,
    async call(method: string, body: object = {}, goalId = goal.id) {
      const endpoint = endpoints.find(
        (one) => one.method === method && (method === 'GET' || one.url.endsWith('backfill')),
      );
      const input = { params: { counterId, goalId }, query: undefined, body: endpoint?.body?.parse(body) };
      const answer = await endpoint?.handle(input as never, context);
      if (isProblem(answer)) return problemBody(answer).errors[0]?.error_type;
      return answer as { goal?: unknown; goals?: unknown };
    },
  };
}

const METRICS = ['reaches', 'backfilledReaches', 'backfilledVisits', 'backfilledUsers', 'backfilledRevenue'];
const reported = async (more = {}) =>
  (
    await stat.data({
      ids: String(counterId),
      metrics: METRICS.map((name) => `ym:s:goal${goal.id}${name}`).join(),
      ...more,
    })
  ).totals;

it('[G68] [G69] finds what the goal would have counted before it was made, beside what is counted', async () => {
  expect(await reported()).toEqual([1, 0, 0, 0, 0]);
  const { work, call } = backfilling();
  expect(await call('POST', { days: 7 })).toMatchObject({
    goal: { goal_id: goal.id, counted_since: MADE, backfill: { state: 'running', asked_by: 'ann' } },
  });
  await work.resume();
  // Of the visit that was under way, what counted by itself stands alone.
  expect(await call('GET')).toMatchObject({
    goals: [{ goal_id: goal.id, backfill: { state: 'done', share: 1, reaches: PAST + 2, waits_for: '' } }],
  });
  expect(await reported()).toEqual([1, PAST, 3, 3, PAST * 5]);
  expect(await reported({ filters: `ym:s:trafficSource=='ad'` })).toEqual([0, 0, 0, 0, 0]);
  expect(await call('POST')).toBe('conflict');
  expect(await call('DELETE')).toMatchObject({ goal: { backfill: { state: 'removing' } } });
  await work.resume();
  expect(await reported()).toEqual([1, 0, 0, 0, 0]);
  expect(await call('GET')).toMatchObject({ goals: [{ backfill: null }] });
  expect(await call('DELETE')).toBe('not_found');
  expect(await call('POST', {}, goal.id + 1_000)).toBe('not_found');
});

it('[G70] a kill between any two steps loses nothing and doubles nothing', async () => {
  const killed = () => Promise.reject(new Error('killed'));
  const later = backfilling();
  await backfilling({ store: { split: killed } }).call('POST');
  // After rows are stored and before that is noted, and the other way round.
  await backfilling({ store: { advance: killed } }).work.resume();
  await backfilling({ reaches: { put: killed } }).work.resume();
  await backfilling({ reaches: { removeErased: killed } }).work.resume();
  await backfilling({ store: { finish: killed } }).work.resume();
  expect(await later.call('GET')).toMatchObject({ goals: [{ backfill: { state: 'running' } }] });
  await later.work.resume();
  expect(await later.call('GET')).toMatchObject({
    goals: [{ backfill: { state: 'done', reaches: PAST + 2 } }],
  });
  expect((await reported())[1]).toBe(PAST);
});

it('[G70] what is removed while it is computed stays removed, and a server that ends stops at once', async () => {
  const { work, call } = backfilling();
  await call('POST');
  await work.stop();
  expect(await call('GET')).toMatchObject({ goals: [{ backfill: { state: 'running' } }] });
  const put = createPastReaches(stat.olap).put;
  const removed = backfilling({
    reaches: {
      async put(...rows) {
        await put(...rows);
        await removed.call('DELETE');
      },
    },
  });
  await removed.work.resume();
  await removed.work.resume();
  expect((await reported())[1]).toBe(0);
  expect(await call('GET')).toMatchObject({ goals: [{ backfill: null }] });
});

it('[G70] a person who is erased leaves what was found of them, also where it comes after', async () => {
  const person = createPersonVisits(stat.olap);
  const { work, call } = backfilling({
    store: {
      async finish(id, at) {
        await createBackfillStore(records.db).finish(id, at);
      },
    },
    reaches: {
      async put(...rows) {
        // Erased between the reading of their hits and the writing of their reaches.
        await person.remove(counterId, [ERASED], 10);
        await createPastReaches(stat.olap).put(...rows);
      },
    },
  });
  await call('POST');
  await work.resume();
  const left = () =>
    stat.olap.query<{ n: number }>(
      'SELECT toUInt32(countIf(visitor_id = {erased:UInt64})) AS n, toUInt32(count()) AS all FROM reaches FINAL WHERE counter_id = {id:UInt32}',
      { erased: BigInt(ERASED), id: counterId },
    );
  expect(await left()).toEqual([{ n: 0, all: PAST }]);
  await person.remove(counterId, [UNDER_WAY], 10);
  expect(await left()).toEqual([{ n: 0, all: PAST - 2 }]);
});
