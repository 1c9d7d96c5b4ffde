/** Values of the parameters of questions: mostly such as mean something, now and then just beside it. */
import fc from 'fast-check';
import { ATTRIBUTION_MODELS } from '../../../../packages/contract/src/reports/attribution.ts';
import { REPORTS } from '../../../../packages/contract/src/reports/catalogue.ts';
import { DIMENSIONS, METRICS } from '../../../../packages/server/src/query/registry.ts';
import type { Scope } from '../../../../packages/server/src/query/scopes/scope.ts';
import { SCOPES } from '../../../../packages/server/src/query/scopes/scopes.ts';
import type { World } from '../../target.ts';
import { actionsOf } from './actions.ts';
import { filtersOf } from './filters.ts';

type Text = fc.Arbitrary<string>;

const some = (...all: readonly string[]): Text => fc.constantFrom(...all);
const mostly = (usual: Text, ...odd: readonly string[]): Text =>
  fc.oneof({ weight: 40, arbitrary: usual }, { weight: 1, arbitrary: some(...odd) });

/** Some say what stands in a name, others leave it to a parameter that has a usual value. */
const FILLED = { '<attribution>': 'last', '<currency>': 'EUR', '<group>': 'day' };
/** Stands for a goal of the counter until its number is known. */
const GOAL = '<goal_id>';

interface Named {
  readonly id: string;
  readonly ours?: true;
  readonly scopes?: readonly string[];
}

function namesOf(list: readonly Named[], { id: scope, prefix }: Scope): readonly string[] {
  return list
    .filter(({ scopes = ['visits'] }) => scopes.includes(scope))
    .flatMap(({ id, ours }) => {
      const name = (ours === true ? 'gp:s:' : prefix) + id;
      const filled = Object.entries(FILLED).reduce((text, [hole, value]) => text.replace(hole, value), name);
      return filled === name ? [name] : [filled, name];
    });
}
const metricsOf = Object.fromEntries(SCOPES.map((scope) => [scope.id, namesOf(METRICS, scope)]));
const dimensionsOf = Object.fromEntries(SCOPES.map((scope) => [scope.id, namesOf(DIMENSIONS, scope)]));

/** Most questions are of visits; parts of one question come from one scope often enough to be answered. */
const scope: fc.Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: fc.constant('visits') },
  { weight: 1, arbitrary: fc.constantFrom(...SCOPES.map(({ id }) => id)) },
);
const listOf = (from: Readonly<Record<string, readonly string[]>>, most: number): Text =>
  scope
    .chain((one) =>
      fc.uniqueArray(fc.constantFrom(...(from[one] ?? [])), { minLength: 1, maxLength: most, size: 'max' }),
    )
    .map((all) => all.join(','));

const DAYS = [
  'today',
  'yesterday',
  '6daysAgo',
  '0daysAgo',
  '99999daysAgo',
  '100000daysAgo',
  '-1daysAgo',
  'tomorrow',
  '2026-02-30',
  '2024-02-29',
  '2023-02-29',
  '0001-01-01',
  '9999-12-31',
  '1970-01-01',
  '2105-12-31',
  '2106-01-01',
  '2026-03-29',
  '2026-10-25',
  '2026-13-01',
  '2026-1-1',
  '20260101',
  '',
  ' today',
  'TODAY',
  '٢٠٢٦-01-01',
  'NaN',
];
const day = fc.oneof(
  { weight: 12, arbitrary: some('today', 'yesterday', '6daysAgo', '30daysAgo', '365daysAgo') },
  { weight: 2, arbitrary: some(...DAYS) },
);
const count = (most: number): Text =>
  mostly(
    fc.integer({ min: 1, max: most }).map(String),
    '0',
    '-1',
    '1e9',
    '1000000000',
    '99999999999999999999',
    '1.5',
    'NaN',
    '',
    ' 1',
    '0x10',
    '+1',
    '١',
  );
const flag = mostly(some('true', 'false'), '1', 'TRUE', '', 'maybe');
const json = (value: fc.Arbitrary<unknown>): Text => value.map((one) => JSON.stringify(one));
const key: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    'ad',
    'Chrome',
    'direct',
    null,
    1,
    '',
    1.5,
    true,
    [],
    {},
    '1',
    'yes',
    '\ud800',
    1e308,
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const ODD_JSON = ['[', '{}', 'null', '1', '"a"', '[[[[]]]]', '[NaN]', '{"__proto__":[]}', '[1,]', ''];

/** In `sort`: stands for the question's first metric. */
export const OWN_METRIC = '<own>';

/** By the counter that most are about, with a goal and a segment of its. */
export function parametersFor({ counter, goal, segment: known }: World): Readonly<Record<string, Text>> {
  const named = (list: Text): Text => list.map((text) => text.replaceAll(GOAL, String(goal)));
  const filters = named(filtersOf(metricsOf, dimensionsOf)).map((text) =>
    text.replaceAll('<segment>', String(known)),
  );
  const { action, steps } = actionsOf(filters, goal);
  const ids = mostly(
    some(String(counter), `${counter},${counter}`),
    '',
    '0',
    '-1',
    '404',
    'x',
    '4294967296',
    `${counter};1`,
    Array(501).fill(counter).join(','),
  );
  const segment = mostly(
    some(String(known), `${known},${known}`),
    '0',
    '-1',
    '999999',
    '1,,2',
    'x',
    '9'.repeat(40),
  );
  return {
    ids,
    id: ids,
    metrics: mostly(
      named(listOf(metricsOf, 20)),
      '',
      ',',
      'ym:s:',
      'ym:s:nothing',
      'visits',
      Array(21).fill('ym:s:visits').join(),
    ),
    dimensions: mostly(
      named(listOf(dimensionsOf, 10)),
      '',
      ',',
      'ym:s:nothing',
      Array(11).fill('ym:s:date').join(),
    ),
    preset: mostly(some(...REPORTS.map(({ id }) => id)), 'nothing', '', 'age', '__proto__'),
    sort: mostly(some(OWN_METRIC, `-${OWN_METRIC}`), '-', 'ym:s:nothing', ',,', '--ym:s:visits', 'ym:s:date'),
    limit: count(100_000),
    offset: fc.oneof(count(50), count(1_000_000)),
    group: mostly(
      some('minute', 'dekaminute', 'hour', 'day', 'week', 'month', 'quarter', 'year', 'all', 'auto'),
      'decade',
      '',
    ),
    attribution: mostly(
      some(
        'first',
        'last',
        'lastsign',
        'linear',
        'time_decay',
        'position',
        'data_driven',
        'cross_device_last',
      ),
      'x',
      '',
    ),
    currency: mostly(some('RUB', 'EUR', 'USD', 'JPY'), 'XXX', 'rub', '643', ''),
    goal_id: mostly(some(String(goal)), '0', '-1', '999999', 'x', '9'.repeat(40), ''),
    lang: mostly(some('ru', 'en'), 'tr', 'RU', ''),
    timezone: mostly(
      some('+03:00', '-12:00', '+14:00', '+05:45', '-09:30'),
      '+25:00',
      'Europe/Moscow',
      '03:00',
      '+14:01',
      '',
    ),
    include_undefined: flag,
    bom: flag,
    callback: mostly(some('cb', 'app.show', 'a[0].b'), 'alert(1)', '</script>', 'a'.repeat(200), ''),
    segment,
    segment_a: segment,
    segment_b: segment,
    filters,
    filters_a: filters,
    filters_b: filters,
    ...Object.fromEntries(
      ['date1', 'date2', 'date1_a', 'date2_a', 'date1_b', 'date2_b'].map((name) => [name, day]),
    ),
    top_keys: count(30),
    row_ids: mostly(json(fc.array(fc.array(key, { maxLength: 3 }), { maxLength: 4 })), ...ODD_JSON),
    parent_id: mostly(json(fc.array(key, { maxLength: 4 })), ...ODD_JSON),
    steps,
    about: action,
    first: fc.oneof(action, some('{"type":"visit"}')),
    return: fc.oneof(action, some('{"type":"visit"}')),
    step: count(10),
    outcome: mostly(some('lost', 'reached'), 'x', ''),
    scope: mostly(some('visit', 'visitor'), 'x', ''),
    window: mostly(
      some('30m', '12h', '7d', '90d', '1', '365'),
      '0',
      '0d',
      '100y',
      '36500d',
      '-1d',
      '1e9',
      '91d',
      'd',
      '',
    ),
    unit: mostly(some('day', 'week', 'month'), 'year', ''),
    mode: mostly(some('calendar', 'rolling'), 'x', ''),
    direction: mostly(some('both', 'before', 'after'), 'x', ''),
    kinds: mostly(some('page', 'page,event', 'page,event,download,goal,chat', 'chat,chat'), 'x', ',', ''),
    depth: count(10),
    breadth: count(20),
    models: mostly(
      fc.subarray([...ATTRIBUTION_MODELS], { minLength: 1 }).map((all) => all.join(',')),
      'x',
      ',',
      '',
    ),
    half_life: count(90),
    ad_system: mostly(some('google', 'yandex'), 'x'.repeat(201), "'", ''),
    after: mostly(some(''), 'x', '1:1', '-1', '9'.repeat(40), '{}'),
  };
}
