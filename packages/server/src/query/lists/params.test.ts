/** Params of visits, events, visitors and addresses: rows of their paths, held against a plain walk over the JSON. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { counter, goal, startTestStat, type TestStat } from '../test-stat.ts';
import { hit, visit } from '../test-visits.ts';

let stat: TestStat;
beforeAll(async () => {
  stat = await startTestStat();
});
afterAll(() => stat.close());

let counters = 100;
/** A counter of its own, so that tests do not see each other's rows. */
function own(): number {
  counters += 1;
  stat.counters = [counter({ id: counters })];
  stat.goals = [1, 2].map((id) => goal(id, { counterId: counters }));
  return counters;
}

interface Param {
  readonly path: readonly string[];
  readonly value: number | null;
}

/** A number as it is written in JSON, whatever it would be in memory; stands in a text until it is sent. */
const written = (number: string): string => `#${number}#`;
const asSent = (json: unknown): string => JSON.stringify(json).replaceAll(/"#([^#]*)#"/g, '$1');
/** Beyond what the store can hold, a number is a text. */
const isLarge = (number: string): boolean => /^-?\d{19,}|[eE]\+?\d{3,}$/.test(number);

/** What the rules say of a piece of JSON. */
function walk(json: unknown, path: readonly string[]): Param[] {
  if (Array.isArray(json)) return json.flatMap((item) => walk(item, [...path, '[Parameters]']));
  if (typeof json === 'object' && json !== null)
    return Object.entries(json).flatMap(([name, value]) => walk(value, [...path, name]));
  const [, number] = typeof json === 'string' ? (/^#(.*)#$/.exec(json) ?? []) : [];
  if (number !== undefined) return walk(isLarge(number) ? `${number}` : Number(number), path);
  const isNumber = typeof json === 'number' && Math.abs(json) <= 1e15;
  const said = typeof json === 'string' || typeof json === 'boolean' ? String(json) : '';
  const whole = said === '' ? path : [...path, said];
  return whole.length === 0 ? [] : [{ path: whole, value: isNumber ? json : null }];
}

const NUMBERS = [
  '9007199254740993',
  '-9223372036854775809',
  '18446744073709551616',
  '123456789012345678901234567890',
  '12345678901234567890123.5',
  '1e400',
  '-2.5E+999',
  '1e-400',
  '0.1234567890123456789012345',
  '25e2',
];
const name = fc.constantFrom('a', 'b', 'price', 'ё "x"', '12345678901234567890 \\', '[Parameters]');
const { tree } = fc.letrec<{ tree: unknown; leaf: unknown }>((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom('x', '', 'true', '\n', 'ё', null, true, false, 1e16, -0.25),
    fc.integer({ min: -1000, max: 1000 }),
    fc.constantFrom(...NUMBERS.map(written)),
  ),
  tree: fc.oneof(
    { maxDepth: 4 },
    tie('leaf'),
    fc.dictionary(name, tie('tree'), { maxKeys: 3, noNullPrototype: true }),
    fc.array(tie('tree'), { maxLength: 2 }),
  ),
}));
const objects = fc.dictionary(name, tree, { minKeys: 1, maxKeys: 3, noNullPrototype: true });

/** Rows by their first two levels, as the model counts them. */
function rowsOf(visits: readonly (readonly Param[])[]) {
  const rows = new Map<string, { visits: number; params: Param[] }>();
  for (const params of visits) {
    const groups = Map.groupBy(params, ({ path: [first, second] }) =>
      JSON.stringify([first ?? null, second ?? null]),
    );
    for (const [key, some] of groups) {
      const row = rows.get(key) ?? { visits: 0, params: [] };
      row.visits += 1;
      row.params.push(...some);
      rows.set(key, row);
    }
  }
  return Object.fromEntries([...rows].map(([key, row]) => [key, [row.visits, ...numbersOf(row.params)]]));
}

function numbersOf(params: readonly Param[]): (number | null)[] {
  const values = params.flatMap(({ value }) => value ?? []);
  const sum = values.reduce((all, one) => all + Math.round(one * 1e6), 0) / 1e6;
  return [params.length, sum, values.length === 0 ? null : sum / values.length];
}

it('[M51] rows of params are paths, as a plain walk over the JSON finds them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(objects, { maxLength: 3 }), { maxLength: 6 }), async (sent) => {
      const id = own();
      const rows = sent.map((list) =>
        visit({ counter_id: id, params: list.length === 0 ? '' : asSent(list) }),
      );
      if (rows.length > 0) await stat.add(...rows);
      const answer = await stat.data({
        ids: String(id),
        metrics: 'ym:s:visits,ym:s:paramsNumber,ym:s:sumParams,ym:s:avgParams',
        dimensions: 'ym:s:paramsLevel1,ym:s:paramsLevel2',
        limit: '10000',
      });
      const model = sent.map((list) => list.flatMap((one) => walk(one, [])));
      const found = answer.data.map(({ dimensions, metrics }) => [
        JSON.stringify(dimensions.map((one) => one.id)),
        metrics,
      ]);
      expect(Object.fromEntries(found)).toEqual(rowsOf(model));
      const some = model.filter((params) => params.length > 0);
      expect(answer.totals).toEqual([some.length, ...numbersOf(some.flat())]);
    }),
    { numRuns: 20 },
  );
});

const shown = (answer: Awaited<ReturnType<TestStat['data']>>) =>
  answer.data.map(({ dimensions, metrics }) => [...dimensions.map((one) => one.name), ...metrics]);

it('[M51] levels open one by one, are filtered and sorted', async () => {
  const ids = String(own());
  const order = '[{"order":{"price":10,"city":"Riga"},"menu":"top"}]';
  const more = '[{"order":{"price":5,"city":"Oslo"}},{"menu":"top"}]';
  await stat.add(
    visit({ counter_id: Number(ids), params: order }),
    visit({ counter_id: Number(ids), params: more }),
    visit({ counter_id: Number(ids) }),
  );
  const dimensions = 'ym:s:paramsLevel1,ym:s:paramsLevel2,ym:s:paramsLevel3';
  const metrics = 'ym:s:visits,ym:s:sumParams';
  const level = async (parents: readonly string[]) => {
    const answer = await stat.drilldown({ ids, metrics, dimensions, parent_id: JSON.stringify(parents) });
    return [answer.data.map((row) => [row.dimension.id, ...row.metrics]), answer.totals];
  };
  expect(await level([])).toEqual([
    [
      ['menu', 2, 0],
      ['order', 2, 15],
    ],
    [2, 15],
  ]);
  expect(await level(['order'])).toEqual([
    [
      ['city', 2, 0],
      ['price', 2, 15],
    ],
    [2, 15],
  ]);
  expect(await level(['order', 'city'])).toEqual([
    [
      ['Oslo', 1, 0],
      ['Riga', 1, 0],
    ],
    [2, 0],
  ]);
  const count = async (filters: string) => (await stat.data({ ids, metrics, filters })).totals[0];
  expect(await count("ym:s:paramsLevel3=='Oslo'")).toBe(1);
  expect(await count("ym:s:paramsLevel3!='Oslo'")).toBe(2);
  expect(await count('ym:s:paramsLevel1==null')).toBe(1);
  expect(await count("ym:s:paramsLevel1=@'en' AND ym:s:paramsLevel3=~'^O'")).toBe(1);
  const kept = await stat.data({
    ids,
    metrics,
    dimensions,
    filters: 'ym:s:sumParams>4',
    sort: '-ym:s:sumParams',
  });
  expect([shown(kept), kept.totals]).toEqual([[['order', 'price', null, 2, 15]], [2, 15]]);
  const chart = await stat.bytime({ ids, metrics, dimensions: 'ym:s:paramsLevel1', group: 'month' });
  expect(chart.data.map((row) => [row.dimensions[0]?.id, row.metrics])).toEqual([
    ['menu', [[2], [0]]],
    ['order', [[2], [15]]],
  ]);
  const both = await stat.comparison({
    ids,
    metrics,
    dimensions: 'ym:s:paramsLevel1',
    filters_b: "ym:s:paramsLevel3=='Riga'",
  });
  expect(both.data.map((row) => [row.dimensions[0]?.id, row.metrics])).toEqual([
    ['menu', { a: [2, 0], b: [1, 0] }],
    ['order', { a: [2, 15], b: [1, 10] }],
  ]);
});

it('[M51] params of an event stand beside the goals that it reached, and count once', async () => {
  const id = own();
  const one = visit({ counter_id: id });
  const event = { kind: 'event', identifier: 'buy' } as const;
  const goals = (...goal_ids: number[]) => ({
    goal_ids,
    goal_times: goal_ids.map(() => 0),
    goal_prices: goal_ids.map(() => 0),
    goal_currencies: goal_ids.map(() => ''),
  });
  await stat.add(one);
  await stat.addHits(
    hit(one, { ...event, params: '{"size":2,"colour":"red"}', ...goals(1, 2) }),
    hit(one, { ...event, params: '{"size":3}', ...goals(1, 99) }),
    hit(one, { ...event, ...goals(1) }),
    hit(one, { ...event, params: '{"size":4}' }),
  );
  const metrics = 'ym:ep:eventsNumber,ym:ep:eventParamsNumber,ym:ep:sumEventParams';
  const by = (dimensions: string) => stat.data({ ids: String(id), metrics, dimensions });
  const goalRows = await by('ym:ep:goalReached');
  expect([shown(goalRows), goalRows.totals]).toEqual([
    [
      ['Goal 1', 3, 3, 5],
      ['Goal 2', 1, 2, 2],
    ],
    [3, 3, 5],
  ]);
  expect(shown(await by('ym:ep:goalReached,ym:ep:eventParamsLevel1'))).toEqual([
    ['Goal 1', 'size', 2, 2, 5],
    ['Goal 1', 'colour', 1, 1, 0],
    ['Goal 1', null, 1, 0, 0],
    ['Goal 2', 'colour', 1, 1, 0],
    ['Goal 2', 'size', 1, 1, 2],
  ]);
  const levels = await by('ym:ep:eventParamsLevel1');
  expect([shown(levels), levels.totals]).toEqual([
    [
      ['size', 3, 3, 9],
      ['colour', 1, 1, 0],
    ],
    [3, 4, 9],
  ]);
  const filters = 'ym:ep:goalReached==2';
  expect((await stat.data({ ids: String(id), metrics, filters })).totals).toEqual([1, 2, 2]);
});

it('[M51] params of visitors are asked for by what they say', async () => {
  const id = own();
  const [ann, bob] = [visit({ counter_id: id }), visit({ counter_id: id })];
  await stat.addHits(
    hit(ann, { kind: 'params', user_params: '{"plan":"pro","seats":3}' }),
    hit(ann, { kind: 'params', user_params: '{"plan":"pro"}' }),
    hit(bob, { kind: 'params', user_params: '{"plan":"free"}' }),
    hit(bob),
  );
  const metrics = 'ym:up:users,ym:up:params';
  const answer = await stat.data({
    ids: String(id),
    metrics,
    dimensions: 'ym:up:paramsLevel1,ym:up:paramsLevel2',
  });
  expect([shown(answer), answer.totals]).toEqual([
    [
      ['plan', 'free', 1, 1],
      ['plan', 'pro', 1, 2],
      ['seats', null, 1, 1],
    ],
    [2, 4],
  ]);
});

it('[M52] parameters of addresses, of the page and of the page of an event', async () => {
  const id = own();
  const one = visit({ counter_id: id });
  await stat.addHits(
    hit(one, { url: 'https://shop.example/a?q=red+hat&q=red+hat&empty=#x=1' }),
    hit(one, { url: 'https://shop.example/b?q=%D1%91&flag' }),
    hit(one, { url: 'https://shop.example/c' }),
    hit(one, { kind: 'event', identifier: 'buy', referrer: 'https://shop.example/a?ref=mail' }),
  );
  const by = async (scope: string, metric: string, dimensions: string) =>
    shown(await stat.data({ ids: String(id), metrics: scope + metric, dimensions }));
  expect(await by('ym:pv:', 'pageviews', 'ym:pv:URLParamName,ym:pv:URLParamNameAndValue')).toEqual([
    ['empty', 'empty=', 1],
    ['flag', 'flag', 1],
    ['q', 'q=red hat', 1],
    ['q', 'q=ё', 1],
  ]);
  expect(await by('ym:pv:', 'pageviews', 'ym:pv:URLParamName')).toEqual([
    ['q', 2],
    ['empty', 1],
    ['flag', 1],
  ]);
  expect(await by('ym:ep:', 'eventsNumber', 'ym:ep:eventURLParamNameAndValue')).toEqual([['ref=mail', 1]]);
});
