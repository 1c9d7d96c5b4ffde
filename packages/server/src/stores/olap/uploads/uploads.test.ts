/** [G130] [G82] What uploads tell of: whose it is, the visit it finds, once each, and what reports say. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { config, event, hit, NOON, processAll, testPipeline } from '../../../collect/test-journal.ts';
import { testCounter } from '../../../counters/test-counter.ts';
import { testGoal } from '../../../goals/test-goal.ts';
import { startTestStat, type TestStat } from '../../../query/test-stat.ts';
import type { PeopleOfUploads, PersonAt, UploadedFacts, UploadedReach } from '../../../transfer/index.ts';
import { createUploadedFacts } from './facts.ts';
import { createPeopleOfUploads } from './people.ts';

const START = Date.parse('2026-03-10T12:00:00Z') / 1_000;
const SHIFT = START - NOON;
const DAY = 86_400;
const [ANN, BOB, NOBODY] = ['1700000000000000001', '1700000000000000002', '1700000000000000009'] as const;

let stat: TestStat;
let people: PeopleOfUploads;
let facts: UploadedFacts;
let counterId = 800;

beforeAll(async () => {
  stat = await startTestStat();
  people = createPeopleOfUploads(stat.olap, (id) => [`masked ${id}`]);
  facts = createUploadedFacts(stat.olap);
});
afterAll(() => stat.close());

/** Ann's visits begin at noon and two hours later, the latter from an advertisement; Bob's at noon, he buys. */
beforeEach(async () => {
  const counter = (counterId += 1);
  stat.counters = [testCounter({ id: counter, timeZone: 'UTC', currency: 'RUB', hasUploads: true })];
  stat.goals = [
    testGoal({ id: 1, counterId: counter, type: 'call', conditions: [] }),
    testGoal({ id: 2, counterId: counter, type: 'action', conditions: [{ type: 'exact', url: 'paid' }] }),
  ];
  const [batch] = await processAll(testPipeline(), [
    [
      config({ counterId: counter, goals: stat.goals }),
      hit({ counter, visitor: ANN, at: SHIFT, params: { __ym: { user_id: 'ann' } } }),
      hit({ counter, visitor: BOB, at: SHIFT + 60 }),
      event('paid', { counter, visitor: BOB, at: SHIFT + 70, params: { order_price: 7 } }),
      hit({ counter, visitor: ANN, at: SHIFT + 7_200, url: 'https://shop.example/?yclid=77' }),
    ],
  ]);
  await stat.olap.insert('hits', batch?.hits ?? '', `hits-${counter}`);
  await stat.olap.insert('visits', batch?.visits ?? '', `visits-${counter}`);
});

const at = (seconds: number): number => (START + seconds) * 1_000;
const named = (type: PersonAt['ids'][number]['type'], value: string, seconds = 600): PersonAt => ({
  ids: [{ type, value }],
  at: at(seconds),
});

async function visitOf(person: PersonAt): Promise<string> {
  const [found] = await people.find(counterId, [person]);
  if (found === null || found === undefined) return 'nobody';
  const rows = await stat.olap.query<{ second: number }>(
    'SELECT toUnixTimestamp(started_at) AS second FROM visits FINAL WHERE visit_id = {visit:UInt64}',
    { visit: BigInt(found.visit ?? 0) },
  );
  return `${found.visitor === ANN ? 'Ann' : found.visitor === BOB ? 'Bob' : 'somebody'} ${(rows[0]?.second ?? 0) && (rows[0]?.second ?? 0) - START}`;
}

it('[G82] [G130] finds the visit that was latest begun within 21 days, by each id', async () => {
  const asked: readonly (readonly [PersonAt, string])[] = [
    [named('CLIENT_ID', ANN), 'Ann 0'],
    [named('CLIENT_ID', ANN, 7_300), 'Ann 7200'],
    [named('CLIENT_ID', ANN, 20 * DAY), 'Ann 7200'],
    [named('CLIENT_ID', ANN, 22 * DAY), 'Ann 0'],
    [named('CLIENT_ID', NOBODY), 'somebody 0'],
    [named('USER_ID', 'ann'), 'Ann 0'],
    [named('USER_ID', 'bob'), 'nobody'],
    [named('YCLID', '77', 7_300), 'Ann 7200'],
    [named('YCLID', '77', 600), 'nobody'],
    [
      {
        ids: [
          { type: 'YCLID', value: '5' },
          { type: 'CLIENT_ID', value: BOB },
        ],
        at: at(600),
      },
      'Bob 60',
    ],
    [{ ids: [], at: at(600) }, 'nobody'],
  ];
  // The last visit of Ann is 21 days and more before: she is known by her number alone.
  expect(await Promise.all(asked.map(([person]) => visitOf(person)))).toEqual(
    asked.map(([, answer]) => answer),
  );
});

const told = (key: string, changes: Partial<UploadedReach> = {}): UploadedReach => ({
  goalId: 1,
  key,
  visitor: ANN,
  visit: null,
  at: at(600),
  price: 0,
  currency: 'RUB',
  ...changes,
});
async function visit(visitor: string): Promise<string | null> {
  const [found] = await people.find(counterId, [named('CLIENT_ID', visitor)]);
  return found?.visit ?? null;
}
async function reported(goal: number): Promise<readonly (number | null)[]> {
  const names = ['reaches', 'visits', 'users', 'revenue'].map((name) => `ym:s:goal${goal}${name}`);
  return (await stat.data({ ids: String(counterId), metrics: names.join(',') })).totals;
}

it('counts each once, however often it is told, and what was told last', async () => {
  const one = told('one', { price: 10, visit: await visit(ANN) });
  await facts.putReaches(counterId, 1, [one, { ...one, key: 'two', price: 0 }]);
  await facts.putReaches(counterId, 1, [one]);
  expect(await reported(1)).toEqual([2, 1, 1, 10]);
  await facts.putReaches(counterId, 2, [{ ...one, price: 25 }]);
  expect(await reported(1)).toEqual([2, 1, 1, 25]);
  await facts.remove(counterId, 1);
  expect(await reported(1)).toEqual([1, 1, 1, 25]);
  await facts.remove(counterId, 2);
  expect(await reported(1)).toEqual([0, 0, 0, 0]);
});

it('[G133] what is uploaded of a goal of events counts beside what its hits reached', async () => {
  expect(await reported(2)).toEqual([1, 1, 1, 7]);
  await facts.putReaches(counterId, 1, [
    told('later', { goalId: 2, visit: await visit(ANN), price: 30 }),
    told('again', { goalId: 2, visitor: BOB, visit: await visit(BOB), price: 3 }),
  ]);
  expect(await reported(2)).toEqual([3, 2, 2, 40]);
});

it('[G8] leaves at most 1,000 to a visit, and says how many it dropped', async () => {
  const mine = await visit(ANN);
  const many = (from: number, count: number) =>
    Array.from({ length: count }, (_, place) => told(String(from + place), { visit: mine }));
  expect(await facts.putReaches(counterId, 1, many(0, 990))).toBe(0);
  expect(await facts.putReaches(counterId, 2, many(985, 20))).toBe(5);
  expect(await reported(1)).toEqual([1_000, 1, 1, 0]);
});

it('[G132] tells of calls', async () => {
  const call = { missed: false, firstTime: true, talkSeconds: 100, holdSeconds: 20, tag: 'spring' };
  const mine = await visit(ANN);
  const fact = { ...told('one'), visit: mine, at: at(15 * DAY) };
  await facts.putCalls(counterId, 1, [
    { ...fact, ...call },
    { ...fact, ...call, key: 'missed', missed: true, talkSeconds: 0 },
  ]);
  const metrics = 'ym:s:offlineCalls,ym:s:offlineCallsMissed,ym:s:offlineCallTalkDurationAvg';
  const [date1, date2] = ['2026-03-10', '2026-03-10'];
  const answer = await stat.data({ ids: String(counterId), metrics, date1, date2 });
  expect(answer.totals.slice(0, 2)).toEqual([2, 1]);
});
