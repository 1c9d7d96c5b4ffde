/** Calls, what is known of visitors and their visits of the period, told by small stories. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { VisitRow } from '../../collect/index.ts';
import { startTestStat, type TestStat } from '../test-stat.ts';
import { hit, visit } from '../test-visits.ts';
import { testShop, type TestShop } from './test-shop.ts';

let stat: TestStat;
let shop: TestShop;
beforeAll(async () => {
  stat = await startTestStat();
  shop = testShop(stat);
});
afterAll(() => stat.close());
const own = (): number => shop.own();
const first_at = visit().started_at;

it('[M56] calls are counted by what is told of each', async () => {
  const id = own();
  const rows = [visit({ counter_id: id, visitor_id: '1' }), visit({ counter_id: id, visitor_id: '2' })];
  await stat.add(...rows);
  const call = (call_id: string, row: VisitRow | undefined, changes: object = {}) => ({
    counter_id: id,
    call_id,
    visitor_id: row?.visitor_id,
    visit_id: row?.visit_id,
    at: row?.started_at,
    tag: 'ads',
    missed: false,
    first_time: false,
    hold_seconds: 10,
    talk_seconds: 60,
    price: 5,
    currency: 'EUR',
    version: 1,
    ...changes,
  });
  const told = [
    call('1', rows[0]),
    call('1', rows[0], { talk_seconds: 90, version: 2 }),
    call('2', rows[0], { missed: true, talk_seconds: 0, hold_seconds: 30, tag: '' }),
    call('3', rows[1], { first_time: true, currency: 'USD' }),
  ];
  for (const call_row of told) {
    const values = Object.values(call_row).map((value) => (typeof value === 'string' ? `'${value}'` : value));
    await stat.olap.command(`INSERT INTO calls (${Object.keys(call_row).join()}) SELECT ${values.join()}`);
  }
  const metrics = [
    'offlineCalls',
    'offlineCallsUniq',
    'offlineCallsMissed',
    'offlineCallsFirstTimeCallerPercentage',
    'offlineCallTalkDurationAvg',
    'offlineCallDurationAvg',
    'offlineCallHoldDurationTillAnswerAvg',
    'offlineCallHoldDurationTillMissAvg',
    'offlineCallEURConvertedRevenue',
    'offlineCallEURConvertedRevenueAvg',
  ];
  const names = metrics.map((name) => `ym:s:${name}`).join();
  const expected = [3, 2, 1, 100 / 3, 50, 200 / 3, 10, 30, 10, 10 / 3];
  expect(await shop.totals(id, names)).toEqual(expected.map((value) => expect.closeTo(value)));
  const by = await shop.asked(id, ['offlineCalls', 'visits'], ['offlineCallMissed', 'offlineCallTag']);
  expect(by.rows).toEqual({ '["no","ads"]': [2, 2], '["yes",null]': [1, 1] });
});

it('[M53] of params of visitors what was told last is known in all their visits', async () => {
  const id = own();
  const ann = { counter_id: id, visitor_id: '7' };
  const [first, second] = [visit(ann), visit({ ...ann, started_at: first_at + 86_400 })];
  await stat.add(first, second, visit({ counter_id: id }));
  await stat.addHits(
    hit(second, { kind: 'params', user_params: '{"plan":"pro"}' }),
    hit(first, { kind: 'params', user_params: '{"plan":"free","seats":3}' }),
  );
  const by = await shop.asked(
    id,
    ['visits', 'users', 'sumUserParams'],
    ['userParamsLevel1', 'userParamsLevel2'],
  );
  expect(by).toEqual({
    rows: { '["plan","pro"]': [2, 1, 0], '["seats",null]': [2, 1, 6] },
    totals: [2, 1, 6],
  });
});
it('[M57] visits of the period are the visitor’s own, whatever the filters', async () => {
  const id = own();
  const ann = { counter_id: id, visitor_id: '7' };
  await stat.add(
    visit({ ...ann, browser: 'Chrome' }),
    visit({ ...ann, browser: 'Safari' }),
    visit({ ...ann, started_at: first_at - 86_400 * 90 }),
    visit({ counter_id: id, browser: 'Chrome' }),
  );
  const by = await stat.data({
    ids: String(id),
    metrics: 'ym:s:visits',
    dimensions: 'ym:s:userVisitsPeriod',
    filters: "ym:s:browser=='Chrome'",
    sort: 'ym:s:userVisitsPeriod',
  });
  expect(by.data.map((row) => [row.dimensions[0]?.id, ...row.metrics])).toEqual([
    ['1', 1],
    ['2', 1],
  ]);
});
