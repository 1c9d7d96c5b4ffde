/** The chat in reports, held against a plain count over the same visits and conversations [M85], [M86]. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { VisitRow } from '../../collect/index.ts';
import type { ConversationFact } from '../../chat/port.ts';
import { createFactSink } from '../../stores/olap/index.ts';
import { alwaysTried } from '../../kit/test-examples.ts';
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

const MARCH = Date.parse('2026-03-01T00:00:00Z') / 1_000;
const DAY = 86_400;

const moment = fc.oneof(
  fc.integer({ min: MARCH - 3 * DAY, max: MARCH + 3 * DAY }),
  fc.integer({ min: MARCH, max: MARCH + 2 * 3_600 }),
  fc.integer({ min: MARCH + 29 * DAY, max: MARCH + 34 * DAY }),
);
const visitor = fc.constantFrom('1', '2', '18446744073709551615');
const visits = fc.array(
  fc.record({ visitor_id: visitor, started_at: moment, browser: fc.constantFrom('Chrome', 'Safari') }),
  { minLength: 1, maxLength: 10 },
);
const conversations = fc.array(
  fc.record({
    visitor,
    at: moment,
    near: fc.option(fc.integer({ min: -90, max: 90 }), { nil: null }),
    start: fc.constantFrom('visitor', 'invitation', 'operator', 'offline'),
    answeredMs: fc.option(fc.integer({ min: 0, max: 400_000 }), { nil: null }),
    rating: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
    operator: fc.option(fc.constantFrom('ann', 'bob'), { nil: null }),
    rule: fc.option(fc.constantFrom('r1', 'r2'), { nil: null }),
    variant: fc.nat(2),
  }),
  { maxLength: 12 },
);

const factOf = (counterId: number, number: number, one: Partial<ConversationFact>): ConversationFact => ({
  counterId,
  conversationId: `${counterId}-${number}`,
  visitor: '1',
  at: MARCH * 1_000,
  start: 'visitor',
  answeredMs: null,
  rating: null,
  operator: null,
  rule: null,
  revision: 1,
  ...one,
});

/** The latest visit that began at most a minute later, and two days before. */
function visitOf(rows: readonly VisitRow[], fact: ConversationFact): VisitRow | undefined {
  const at = Math.floor(fact.at / 1_000);
  const found = rows
    .filter(({ visitor_id, started_at }) => visitor_id === fact.visitor && started_at <= at + 60)
    .toSorted((a, b) => b.started_at - a.started_at)[0];
  return found !== undefined && at - found.started_at <= 2 * DAY ? found : undefined;
}

const mean = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

function measured(facts: readonly ConversationFact[], visitCount: number) {
  const seconds = facts.flatMap(({ answeredMs }) =>
    answeredMs === null ? [] : [Math.floor(answeredMs / 1_000)],
  );
  const ratings = facts.flatMap(({ rating }) => rating ?? []);
  return [visitCount, facts.length, seconds.length, mean(seconds), mean(ratings)];
}

const METRICS = [
  'ym:s:visits',
  'gp:s:conversations',
  'gp:s:answeredConversations',
  'gp:s:avgFirstAnswerSeconds',
  'gp:s:avgRating',
].join();

async function asked(counterId: number, params: Record<string, string>) {
  const answer = await stat.data({ ids: String(counterId), metrics: METRICS, limit: '10000', ...params });
  const rows = answer.data.map((row) => [row.dimensions.map((one) => String(one.id)).join(), row.metrics]);
  return { rows: Object.fromEntries(rows) as Record<string, unknown>, totals: answer.totals };
}

const KEYS: Readonly<Record<string, (fact: ConversationFact) => string | null>> = {
  conversationStart: ({ start }) => start,
  conversationRating: ({ rating }) => (rating === null ? null : String(rating)),
  conversationOperator: ({ operator }) => operator?.id ?? null,
  invitationRule: ({ rule }) => rule?.id ?? null,
  invitationVariant: ({ rule }) => (rule === null ? null : String(rule.variant)),
};

const keys = fc.constantFrom(...Object.keys(KEYS));
/** With conversations near to visits. */
const telling = fc
  .tuple(visits, conversations, keys)
  .filter(([, told]) => told.filter(({ near }) => near !== null).length > 6);

it('[M85] [M86] cuts visits by their conversations as a plain count does', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(visits, conversations, keys, async (made, told, dimension) => {
      const counterId = shop.own();
      const started = new Set<string>();
      // Two visits of one visitor do not begin at one moment.
      const rows = made
        .filter(({ visitor_id, started_at }) => {
          const key = `${visitor_id} ${started_at}`;
          return started.has(key) ? false : started.add(key);
        })
        .map((one) => visit({ ...one, counter_id: counterId }));
      const facts = told.map(({ near, at, operator, rule, variant, ...one }, number) => {
        const close = rows[number % rows.length] as VisitRow;
        return factOf(counterId, number, {
          ...one,
          at: (near === null ? at : close.started_at + near) * 1_000 + 999,
          operator: operator === null ? null : { id: operator, name: operator.toUpperCase() },
          rule: rule === null ? null : { id: rule, name: `Rule ${rule}`, variant },
        });
      });
      await stat.add(...rows);
      const sink = createFactSink(stat.olap);
      const old = facts.map((fact) => ({ ...fact, visitor: '2', rating: 1, revision: 1 }));
      if (facts.length > 0) {
        await sink.put(old);
        await sink.put(facts.map((fact) => ({ ...fact, revision: 2 })));
      }
      const shown = rows.filter(({ started_at }) => started_at >= MARCH && started_at < MARCH + 31 * DAY);
      const pairs = facts.flatMap((fact) => {
        const own = visitOf(rows, fact);
        return own !== undefined && shown.includes(own) ? [{ fact, own }] : [];
      });
      found += pairs.length;
      const count = (some: typeof pairs) =>
        measured(
          some.map(({ fact }) => fact),
          new Set(some.map(({ own }) => own)).size,
        );
      const all = await asked(counterId, { dimensions: 'gp:s:hasConversation' });
      const withOne = new Set(pairs.map(({ own }) => own)).size;
      expect(all.rows).toEqual({
        ...(withOne === 0 ? {} : { yes: count(pairs).map(near) }),
        ...(withOne === shown.length ? {} : { no: measured([], shown.length - withOne) }),
      });
      const key = KEYS[dimension] as (fact: ConversationFact) => string | null;
      const by = await asked(counterId, { dimensions: `gp:s:${dimension}` });
      const groups = Map.groupBy(
        pairs.filter(({ fact }) => key(fact) !== null),
        ({ fact }) => String(key(fact)),
      );
      expect(by.rows).toEqual(
        Object.fromEntries([...groups].map(([id, some]) => [id, count(some).map(near)])),
      );
      expect(by.totals).toEqual(count([...groups.values()].flat()).map(near));
      const chosen = await asked(counterId, {
        filters: "gp:s:hasConversation=='Yes'",
        dimensions: 'ym:s:browser',
      });
      expect((chosen.totals as number[])[0]).toBe(withOne);
    }),
    { numRuns: 25, examples: alwaysTried(telling) },
  );
  expect(found).toBeGreaterThan(10);
});

const near = (value: number | null) => (value === null ? null : (expect.closeTo(value, 6) as unknown));

it('[M85] names operators and rules by their latest names, and finds them by these', async () => {
  const id = shop.own();
  const row = visit({ counter_id: id, visitor_id: '1' });
  await stat.add(row, visit({ counter_id: id, visitor_id: '2' }));
  await stat.addHits(hit(row, { url: 'https://shop.example/cart' }));
  const at = row.started_at * 1_000;
  const rule = { id: 'r1', name: 'Cart', variant: 1 };
  await createFactSink(stat.olap).put([
    factOf(id, 1, { at, operator: { id: 'u1', name: 'Ann' }, rule, answeredMs: 14_999 }),
    factOf(id, 2, { at: at + 5_000, operator: { id: 'u1', name: 'Anna' }, answeredMs: 3_600_000 }),
  ]);
  const ids = String(id);
  const by = await stat.data({ ids, metrics: 'gp:s:conversations', dimensions: 'gp:s:conversationOperator' });
  expect(by.data).toEqual([{ dimensions: [{ id: 'u1', name: 'Anna' }], metrics: [2] }]);
  const found = async (filters: string, metrics = 'ym:s:visits') =>
    (await stat.data({ ids, metrics, filters })).totals;
  expect(await found("gp:s:conversationOperator=='anna'")).toEqual([1]);
  expect(await found("gp:s:invitationRule=='Cart'")).toEqual([1]);
  expect(await found("gp:s:conversationOperator=='Bob'")).toEqual([0]);
  expect(await found("gp:s:conversationStart=='visitor'", 'ym:pv:pageviews')).toEqual([1]);
  const waits = await stat.data({
    ids,
    metrics: 'gp:s:conversations',
    dimensions: 'gp:s:firstAnswerInterval',
    sort: 'gp:s:firstAnswerInterval',
  });
  expect(waits.data.map((one) => one.dimensions[0]?.id)).toEqual(['0-14', '3600+']);
  const drilled = await stat.drilldown({ ids, preset: 'chat_rules' });
  expect(drilled.data[0]?.dimension).toEqual({ id: 'r1', name: 'Cart' });
});

it.each([
  [{ metrics: 'ym:s:conversations' }, 'metrics.0'],
  [{ metrics: 'gp:s:visits' }, 'metrics.0'],
  [{ metrics: 'gp:pv:conversations' }, 'metrics.0'],
  [{ metrics: 'ym:s:visits', dimensions: 'gp:s:browser' }, 'dimensions.0'],
  [{ metrics: 'ym:s:visits', filters: "gp:s:conversationStart=='robot'" }, 'filters'],
  [{ metrics: 'ym:pv:pageviews', dimensions: 'gp:s:conversationRating' }, 'dimensions.0'],
])('[M85] refuses %j at its place', async (params, location) => {
  shop.own();
  const { errors } = await stat.refusal({ ids: String(stat.counters[0]?.id), ...params });
  expect(errors[0]?.location).toBe(location);
});
