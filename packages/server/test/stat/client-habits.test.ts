/** Questions in the ways that clients of many years ask them: numbers, or a 400 that names the place [M90]. */
import { formatWithOptions } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask as begin, askAgain, oauth } from '../../src/http/test-app.ts';
import { DIMENSIONS, METRICS, REPORTS } from '../../src/query/registry.ts';
import type { Scope } from '../../src/query/scopes/scope.ts';
import { SCOPES } from '../../src/query/scopes/scopes.ts';
import { statEndpoints } from '../../src/query/index.ts';
import { counter, goal, startTestStat, type TestStat, NOW } from '../../src/query/test-stat.ts';
import { from, hit, reaches, seconds, visit } from '../../src/query/test-visits.ts';

let stat: TestStat;
let endpoints: ReturnType<typeof statEndpoints>;

beforeAll(async () => {
  stat = await startTestStat();
  stat.counters = [counter({ id: 1 }), counter({ id: 2, timeZone: 'America/New_York' })];
  stat.goals = [goal(1, { counterId: 1 })];
  const rows = Array.from({ length: 60 }, (_, n) =>
    visit({
      counter_id: 1 + (n % 2),
      visitor_id: String(n % 17),
      started_at: seconds('2026-03-08T05:00:00Z') + n * 3_600,
      ...from(n % 3 === 0 ? 'ad' : 'organic', 'google', { utm_source: n % 4 === 0 ? "it's" : 'a,b' }),
      ...(n % 5 === 0 ? reaches([1, 12.5, 'EUR']) : {}),
      params: n % 6 === 0 ? '{"a":{"b":"c"}}' : '',
    }),
  );
  await stat.add(...rows);
  await stat.addHits(...rows.map((row) => hit(row)));
  endpoints = statEndpoints({
    olap: stat.olap,
    counters: { get: async (id) => stat.counters.find((one) => one.id === id) ?? null },
    goals: { list: async (id) => stat.goals.filter(({ counterId }) => counterId === id) },
    segments: { find: async () => [] },
    clock: { now: () => NOW },
  });
});
afterAll(() => stat.close());

const filled = (id: string): string =>
  id
    .replace('<attribution>', 'lastsign')
    .replace('<goal_id>', '1')
    .replace('<currency>', 'RUB')
    .replace('<group>', 'week');
const nameOf = (scope: string, { id, ours }: { readonly id: string; readonly ours?: true }): string =>
  (ours === true ? 'gp:s:' : scope) + filled(id);
const namesOf = (
  list: readonly { id: string; ours?: true; scopes?: readonly string[] }[],
  { id: scope, prefix }: Scope,
) => list.filter(({ scopes = ['visits'] }) => scopes.includes(scope)).map((one) => nameOf(prefix, one));

const few = <T>(of: fc.Arbitrary<T>, max: number) => fc.array(of, { minLength: 1, maxLength: max });
const rarely = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 15, arbitrary: usual }, { weight: 1, arbitrary: odd });
const mostly = (usual: readonly string[], odd: readonly string[]) =>
  rarely(fc.constantFrom(...usual), fc.constantFrom(...odd));
/** As someone types names. */
const typed = (names: readonly string[]) =>
  rarely(
    fc.constantFrom(...names),
    fc
      .tuple(
        fc.constantFrom(...names),
        fc.constantFrom<(name: string) => string>(
          (name) => name.toUpperCase(),
          (name) => name.toLowerCase(),
          (name) => ` ${name}`,
          (name) => `${name} `,
          (name) => `${name}x`,
          (name) => name.replace('ym:', ''),
          () => '',
          () => 'ym:s:',
          () => 'ym:s:goal99999999999999999999reaches',
          () => 'ym:s:<attribution>TrafficSource',
          () => 'ym:s:firstTrafficSource',
        ),
      )
      .map(([name, change]) => change(name)),
  );

const ODD = [
  "'",
  "\\'",
  '\\\\',
  '%',
  '*',
  '',
  'ё',
  '😀',
  '\u0000',
  '(',
  "a'b",
  '~',
  '[',
  '(?',
  '{p0:String}',
  '--',
];
const quoted = fc
  .constantFrom('ad', 'google', 'Chrome', 'yes', '1', '2026-03-09', '12:00', ...ODD)
  .map((text) => `'${text}'`);
const DATES =
  '2026-03-08|2026-03-29|2026-10-25|7daysAgo|0daysAgo|today|yesterday|6DaysAgo||2026-02-30|0000-00-00|99999daysAgo|-1daysAgo|20260308|2026-3-8|08.03.2026|lastweek'.split(
    '|',
  );
const ZONES = '+03:00|-12:00|+14:00|+05:45|+25:00| 03:00|03:00|Europe/Moscow|%2B03:00|'.split('|');

const question = fc.constantFrom(...SCOPES).chain((scope) => {
  const metrics = namesOf(METRICS, scope);
  const dimensions = namesOf(DIMENSIONS, scope);
  const list = (names: readonly string[], max: number) =>
    fc
      .tuple(few(typed(names), max), mostly([',', ', '], [',,']), mostly([''], [',']))
      .map(([all, comma, tail]) => all.join(comma) + tail);
  const condition = fc
    .tuple(
      rarely(fc.constantFrom(...dimensions), fc.constantFrom(...metrics, 'ym:s:nothing', 'ym:pv:URL')),
      fc.constantFrom(...'==|!=|=@|!@|=~|!~|=*|!*|>|<|>=|<=|=.|!.|=| == '.split('|')),
      fc.oneof(quoted, fc.constantFrom('1', '-1', '1e9', 'null', 'yes', "('a','b')", "('a',", '')),
    )
    .map((parts) => parts.join(''));
  const filters = few(condition, 4).chain((all) =>
    fc
      .tuple(
        fc.constantFrom(' AND ', ' OR ', ' and ', ';', ',', ' AND NOT '),
        fc.constantFrom(
          '(…)',
          '…',
          '…',
          '…',
          'NOT(…)',
          'EXISTS(…)',
          'NONE ym:u:userID WITH (…)',
          '((…)',
          '…)',
        ),
      )
      .map(([joint, form]) => form.replace('…', () => all.join(joint))),
  );
  const optional = {
    dimensions: list(dimensions, 10),
    sort: list([...metrics, ...dimensions, ...metrics.map((name) => `-${name}`)], 3),
    filters,
    limit: mostly(['100000', '1', '10', ''], ['100001', '0', '-1', '1e3', '10.5', ' 5', '١']),
    offset: mostly(['1', ''], ['0', '99999999999999999999', '1000000']),
    date1: mostly(['2026-03-08', '7daysAgo', '30daysAgo', '2026-03-01'], DATES),
    date2: mostly(['today', 'yesterday', '2026-03-29', '2026-03-12'], DATES),
    timezone: mostly(['+03:00', '-12:00', '+14:00', '+05:45', ''], ZONES),
    group: mostly(['day', 'week', 'hour', 'auto', 'all', ''], ['Day', 'minute', 'decade']),
    attribution: mostly(['last', 'first', 'lastsign', ''], ['LastSign', 'linear', 'data_driven', 'cross']),
    accuracy: mostly(['full', '1', '0.1', 'low', 'medium', 'high'], ['2', '']),
    include_undefined: mostly(['true', 'false', ''], ['TRUE', '1', 'maybe']),
    lang: mostly(['ru', 'en', ''], ['RU', 'tr']),
    pretty: mostly(['1', 'true'], ['']),
    currency: mostly(['RUB', 'EUR', ''], ['rub', 'XXX', '643']),
    callback: mostly(['cb', 'app.show', ''], ['alert(1)', '</script>']),
    preset: mostly([...REPORTS.map(({ id }) => id), ''], ['SOURCES_SUMMARY', 'nothing']),
    goal_id: mostly(['1', ''], ['2', 'x']),
    top_keys: mostly(['7', '30'], ['31', '0', 'x']),
    row_ids: mostly(['[["ad"]]', '[[null]]'], ['[', '{}', '[[1,2,3,4,5,6,7,8,9,10,11]]']),
    direct_client_logins: mostly(['a,b'], ['']),
    proposed_accuracy: mostly(['true', 'false'], ['']),
  };
  return fc
    .record(
      {
        metrics: list(metrics, 4),
        ids: mostly(['1', '2', '1,2', '2,1,', '1 , 2'], ['', '3', '404', 'x', '1;2', '-1', '4294967296']),
        ...optional,
      },
      { requiredKeys: ['metrics', 'ids'] },
    )
    .chain((params) =>
      // Clients say a few of the optional ones at a time.
      fc
        .subarray(
          Object.keys(params).filter((key) => key in optional),
          { maxLength: 4 },
        )
        .map((kept) => Object.entries(params).filter(([key]) => !(key in optional) || kept.includes(key))),
    );
});

const encode = {
  plus: (text: string) => encodeURIComponent(text).replaceAll('%20', '+'),
  percent: encodeURIComponent,
};
const habits = fc.record({
  params: question as fc.Arbitrary<[string, string][]>,
  path: fc.constantFrom('', '', '', '/bytime', '/drilldown', '/comparison', '.csv', '/bytime.csv'),
  by: fc.constantFrom('GET', 'GET', 'form', 'json'),
  spaces: fc.constantFrom<keyof typeof encode>('plus', 'percent'),
  ids: mostly(['ids', 'id', 'twice'], ['ids[]', 'ids[0]', 'IDS']),
});
type Asked = typeof habits extends fc.Arbitrary<infer T> ? T : never;

async function answerTo({ params, path, by, spaces, ids }: Asked): Promise<{ status: number; text: string }> {
  const pairs = params.flatMap(([key, value]): [string, string][] =>
    key !== 'ids'
      ? [[key, value]]
      : ids === 'twice'
        ? value.split(',').map((one) => ['ids', one])
        : [[ids, value]],
  );
  const url = `/stat/v1/data${path}`;
  const text = pairs.map((pair) => pair.map(encode[spaces]).join('=')).join('&');
  const headers = {
    ...oauth('reader'),
    ...(by === 'GET'
      ? {}
      : { 'content-type': by === 'json' ? 'application/json' : 'application/x-www-form-urlencoded' }),
  };
  const answer =
    by === 'GET'
      ? await askAgain('GET', `${url}?${text}`, { headers })
      : await askAgain('POST', url, {
          headers,
          body: by === 'json' ? JSON.stringify(Object.fromEntries(pairs)) : text,
        });
  return { status: answer.statusCode, text: answer.body };
}

const STORE =
  /DB::|Exception|Code: \d|\bSELECT\b|\bWHERE\b|toFloat64|uniqExact|clickhouse|chdb|at \w+ \(|node_modules/i;
/** `HABITS=2000 PROPERTY_SEED=…` looks for more. */
const runs = Number(process.env['HABITS'] ?? 80);

it('[M90] whatever a client of old asks is numbers, or a refusal that names the place', async () => {
  const seen = new Map<number, number>();
  await begin('GET', '/', { deps: { endpoints } });
  await fc.assert(
    fc.asyncProperty(habits, async (asked) => {
      const { status, text } = await answerTo(asked);
      const about = formatWithOptions({ breakLength: 400, depth: 5 }, '%O', asked);
      seen.set(status, (seen.get(status) ?? 0) + 1);
      if (status === 200) {
        if (!asked.path.endsWith('.csv') && text.startsWith('{'))
          expect([about, JSON.parse(text)]).toMatchObject([about, { data: expect.anything() }]);
        return;
      }
      expect([about, status, text]).toEqual([
        about,
        expect.toSatisfy((one: number) => [400, 403, 404].includes(one)),
        text,
      ]);
      const { errors } = JSON.parse(text) as {
        errors: { error_type: string; message: string; location?: string }[];
      };
      for (const { error_type: type, message, location } of errors) {
        // What is refused is said again in the asker's own words.
        const own = asked.params.some(([, value]) => STORE.test(value));
        expect([about, own || !STORE.test(message), message]).toEqual([about, true, message]);
        // A body that cannot be read has no places.
        if (status === 400 && type !== 'invalid_json')
          expect([about, message, location]).toEqual([about, message, expect.stringMatching(/./)]);
      }
    }),
    { numRuns: runs },
  );
  if (process.env['HABITS'] !== undefined) process.stdout.write(`${JSON.stringify([...seen])}\n`);
  expect(seen.get(200) ?? 0).toBeGreaterThan(runs / 12);
  expect(seen.get(400) ?? 0).toBeGreaterThan(runs / 12);
});
