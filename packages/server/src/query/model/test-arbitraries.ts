/** For tests: random visits and random questions, from small vocabularies so that they meet. */
import fc from 'fast-check';
import type { HitRow, VisitRow } from '../../collect/index.ts';
import type { Filter, FilterOperator } from '@goalpost/contract/reports/filters';
import { DIMENSIONS as ALL_DIMENSIONS, METRICS as ALL_METRICS } from '../registry.ts';
import { ofRows } from '../scopes/test-scopes.ts';
import { hit, reaches, seconds, visit } from '../test-visits.ts';
import type { ModelQuestion } from './test-question.ts';

/** Whatever a filter or a value may hold that means something to SQL, LIKE, CSV or regular expressions. */
const TEXTS = [
  '',
  'a',
  'A',
  "it's",
  '\\',
  '100%',
  'a_b',
  'axb',
  '*',
  '"',
  'ё',
  '😀',
  'a\u0000b',
  "') OR 1=1 --",
  '{p0:String}',
  ' ',
];

const text = fc.constantFrom(...TEXTS);
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'Asia/Kolkata',
  'America/St_Johns',
  'Pacific/Apia',
  'Australia/Lord_Howe',
];
const PATHS = [
  '/',
  '/a',
  '/a/',
  '/a/b',
  '/a/b/c.html',
  '/%20',
  '/a_b',
  '/%D1%91/%d1%91',
  '/a%2Fb+c',
  '/%zz%FF%00',
];
const SOURCES = [
  'ad',
  'organic',
  'qrcode',
  'social',
  'messenger',
  'recommend',
  'email',
  'referral',
  'direct',
  '',
];

/** Around days on which clocks change, in both halves of the year. */
const times = fc.oneof(
  fc.integer({ min: seconds('2026-03-27T00:00:00Z'), max: seconds('2026-04-06T00:00:00Z') }),
  fc.integer({ min: seconds('2026-10-23T00:00:00Z'), max: seconds('2026-10-27T00:00:00Z') }),
);

const reach = fc.tuple(
  fc.constantFrom(1, 2, 3, 4, 99),
  fc.constantFrom(0, 0.1, 0.29, 19.99, 1e12),
  fc.constantFrom('EUR', 'USD', 'RUB', ''),
);

const columns = fc.record({
  visitor_id: fc.constantFrom('1', '2', '3', '4', '18446744073709551615'),
  started_at: times,
  duration: fc.constantFrom(0, 1, 14, 15, 300, 3_000),
  page_views: fc.nat({ max: 4 }),
  is_bounce: fc.boolean(),
  is_robot: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
  visit_number: fc.constantFrom(1, 2, 3, 5, 20, 40),
  browser: text,
  browser_version: fc.constantFrom('', '140', '140.0.1'),
  os: text,
  os_version: fc.constantFrom('', '11'),
  country: fc.constantFrom('', 'DE', 'RU'),
  device_category: fc.constantFrom('', 'desktop', 'mobile'),
  language: fc.constantFrom('', 'de', 'en-US', 'zh-Hant-TW', 'x_xx'),
  screen_width: fc.constantFrom(0, 390, 1920),
  start_path: fc.constantFrom(...PATHS),
  user_id: text,
  first_visit_at: fc.oneof(times, fc.constant(seconds('2025-01-01T23:30:00Z'))),
  previous_visit_at: fc.oneof(fc.constant(0), times),
  gclid: fc.boolean(),
  traffic_source: fc.constantFrom('direct', 'internal', 'organic'),
  significant_from_tag: text,
  significant_profile: fc.constantFrom('', 'vk.com/shop'),
  significant_openstat: fc.constantFrom('', 'a;b;c;d', 'x;y;z', 'ё;;;'),
  significant_gclid: fc.boolean(),
  engine: fc.constantFrom('', 'Blink', 'Gecko'),
  engine_version: fc.constantFrom('', '140', '140.0.1', '1.2.3.4'),
  phone_make: text,
  phone_model: text,
  window_width: fc.constantFrom(0, 360, 1_280),
  window_height: fc.constantFrom(0, 640),
  screen_height: fc.constantFrom(0, 844, 1_080),
  screen_colors: fc.constantFrom(0, 24),
  pixel_ratio: fc.constantFrom(0, 1, 1.25, 3),
  client_zone: fc.constantFrom(32_767, 0, 180, -570, 765),
  cookies: fc.constantFrom('' as const, 'yes' as const, 'no' as const),
  javascript: fc.constantFrom('' as const, 'yes' as const, 'no' as const),
  third_party_cookies: fc.constantFrom('' as const, 'yes' as const),
  region: text,
  city: text,
  significant_traffic_source: fc.constantFrom(...SOURCES),
  significant_source_engine: text,
  significant_search_phrase: text,
  significant_utm_source: text,
  significant_utm_medium: text,
  significant_utm_campaign: text,
});

const address = fc
  .tuple(
    fc.constantFrom('https://shop.example', 'http://other.example:8080', 'https://a-b.turbopages.org'),
    fc.constantFrom(...PATHS),
    fc.constantFrom('', '?q=1', '?q=%D1%91+a%2Bb'),
  )
  .map((parts) => parts.join(''));

const visitWithGoals = fc
  .tuple(
    columns,
    fc.array(reach, { maxLength: 4 }),
    address,
    fc.option(address, { nil: '' }),
    fc.nat({ max: 12 * 3600 }),
  )
  .map(([one, goals, end_url, referrer, lateness]): VisitRow => {
    const start_url = `https://shop.example${one.start_path}`;
    const arrived = new Date((one.started_at + lateness) * 1000).toISOString().slice(0, 10);
    return visit({ ...one, ...reaches(...goals), start_url, end_url, referrer, opened_on: arrived });
  });

/** Page views and events of a visit, some of them days after its first moment. */
export const hitsOf = (one: VisitRow): fc.Arbitrary<HitRow[]> => fc.array(hitOf(one), { maxLength: 5 });

function hitOf(one: VisitRow): fc.Arbitrary<HitRow> {
  return fc
    .record({
      later: fc.oneof(fc.nat({ max: 3_600 }), fc.nat({ max: 60 * 3_600 })),
      kind: fc.constantFrom(
        'view' as const,
        'view' as const,
        'view' as const,
        'event' as const,
        'link' as const,
      ),
      url: address,
      referrer: fc.option(address, { nil: '' }),
      title: text,
      browser: fc.constantFrom(one.browser, 'Chrome'),
    })
    .map(({ later, ...rest }) => hit(one, { ...rest, at: one.started_at + later }));
}

export const visits: fc.Arbitrary<VisitRow[]> = fc.array(visitWithGoals, { minLength: 1, maxLength: 40 });

const DIMENSIONS = ofRows('visits', ALL_DIMENSIONS);
const METRICS = ofRows('visits', ALL_METRICS);

/** Names without `ym:s:`, with goal 1 and the euro put in. */
const filled = (id: string): string =>
  id
    .replace('<goal_id>', '1')
    .replace('<currency>', 'EUR')
    .replace('<attribution>', 'lastsign')
    .replace('<group>', 'week');

export const metricNames: readonly string[] = METRICS.map(({ id }) => filled(id));
export const dimensionNames: readonly string[] = DIMENSIONS.map(({ id }) => filled(id));

export const hitMetricNames: readonly string[] = ofRows('hits', ALL_METRICS).map(({ id }) => filled(id));
export const hitDimensionNames: readonly string[] = ofRows('hits', ALL_DIMENSIONS).map(({ id }) =>
  filled(id),
);

const kindOf = new Map(ALL_DIMENSIONS.map(({ id, kind }) => [filled(id), kind]));
/** Of closed lists nothing else may be asked; by which names they are known is held by a table of its own. */
const closedOf = new Map(
  ALL_DIMENSIONS.flatMap(({ id, known }) =>
    known?.closed === true ? [[filled(id), Object.keys(known.names)] as const] : [],
  ),
);

const NUMBERS = ['0', '1', '2', '3', '7', '12', '300', '2026', '1920'];
const DAYS = ['2026-03-28', '2026-03-29', '2026-04-01', '2026-10-25', '2026-10-25 02:00:00'];
/** Read alike by RE2 and by JavaScript with the flags `su`. */
const PATTERNS = ['^a', 'b$', '.*', '[0-9]+', 'a.b', "'", '%|_', '^$', 'ё'];

const one = (texts: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);

/** A condition on a dimension, with any of the operators and values that go with it. */
export function conditionOn(name: string, prefix = 'ym:s:'): fc.Arbitrary<Filter> {
  const make = (operators: readonly FilterOperator[], value: fc.Arbitrary<string>): fc.Arbitrary<Filter> =>
    fc
      .record({
        operator: fc.constantFrom(...operators),
        values: fc.array(value, { minLength: 1, maxLength: 3 }),
      })
      .map(({ operator, values }) => ({
        kind: 'condition',
        name: prefix + name,
        operator,
        values: (operator.endsWith('.') ? values : values.slice(0, 1)).map((text_) => ({
          text: text_,
          at: 0,
        })),
        at: 0,
      }));
  const same = ['==', '!=', '=.', '!.'] as const;
  const order = ['>', '>=', '<', '<='] as const;
  const closed = closedOf.get(name);
  if (closed !== undefined) return make(same, one(closed));
  switch (kindOf.get(name)) {
    case 'number':
      return make([...same, ...order], one(NUMBERS));
    case 'date':
      return make([...same, ...order], one(DAYS));
    case 'item':
      return make(same, one(['1', '2', '3']));
    default:
      return fc.oneof(
        make(
          [...same, '=@', '!@'],
          fc.oneof(
            text,
            one(['organic', 'DE', '/a', '/a/b', 'shop', '/ё/', '/%D1%91/%D1%91', '%D1%91', '/a%2Fb+c']),
          ),
        ),
        make(['=*', '!*'], one(['*', 'a*', '*a*', '*%*', 'a_b', '*\\*', '*shop*/a', ''])),
        make(['=~', '!~'], one(PATTERNS)),
      );
  }
}

const condition: fc.Arbitrary<Filter> = fc.oneof(
  fc.constantFrom(...dimensionNames).chain((name) => conditionOn(name)),
  fc
    .constantFrom('lastsignUTMSource', 'goal', 'pageViews', 'date', 'goal1IsReached')
    .chain((name) => conditionOn(name)),
);

export const filters: fc.Arbitrary<Filter> = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 2 },
    condition,
    fc.record({ kind: fc.constant('not' as const), item: tie('filter') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      items: fc.array(tie('filter'), { minLength: 2, maxLength: 3 }),
    }),
  ),
})).filter;

export const questions: fc.Arbitrary<ModelQuestion> = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    period: fc.constantFrom(
      ['2026-03-28', '2026-03-30'],
      ['2026-01-01', '2026-12-31'],
      ['2026-10-25', '2026-10-25'],
    ),
    metrics: fc.uniqueArray(fc.constantFrom(...metricNames), { minLength: 1, maxLength: 6 }),
    dimensions: fc.uniqueArray(
      fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...dimensionNames) },
        { weight: 1, arbitrary: fc.constant('goal') },
      ),
      { maxLength: 3 },
    ),
    filter: fc.option(filters, { nil: null }),
    bound: fc.option(fc.constantFrom(0, 0.5, 1, 2, 50), { nil: null, freq: 3 }),
    sorted: fc.boolean(),
    descending: fc.boolean(),
    includeUndefined: fc.boolean(),
  })
  .map(({ period, bound, sorted, descending, ...rest }): ModelQuestion => {
    const names = [...rest.dimensions.slice(-1), ...rest.metrics.slice(-1)];
    return {
      ...rest,
      from: period[0] ?? '',
      to: period[1] ?? '',
      above: bound === null ? null : { metric: rest.metrics[0] ?? '', bound },
      sort: sorted ? names.map((name) => ({ name, descending })) : [],
    };
  });
