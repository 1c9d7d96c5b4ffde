/** Addresses in reports and filters, in whatever spelling they were sent or are asked for [M35]. */
import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { shownAddress, shownHost, shownLocal } from '@goalpost/contract/addresses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressSql } from './addresses.ts';
import { DIMENSIONS } from './registry.ts';
import { counter, goal, startTestStat, type Params, type TestStat } from './test-stat.ts';
import { from, hit, reaches, visit } from './test-visits.ts';

const SENT = 'https://xn--e1afmkfd.xn--p1ai/%D1%81%D0%BF%D0%B0%D1%81%D0%B8%D0%B1%D0%BE/%d1%8f?q=%D1%8F+1';
const BROKEN = 'https://shop.example/%zz/%E0%A4%A?q=%FF%00';
const SITE = 'xn--e1afmkfd.xn--p1ai';

let stat: TestStat;
beforeAll(async () => {
  stat = await startTestStat();
  stat.counters = [counter({ id: 70 }), counter({ id: 71 })];
  stat.goals = [goal(1, { counterId: 70 })];
  const path = (url: string): string => new URL(url).pathname;
  const page = (url: string, engine: string) => ({
    counter_id: 70,
    start_url: url,
    start_path: path(url),
    end_url: url,
    referrer: url,
    ...from('referral', engine),
    ...reaches(1),
  });
  const seen = [
    visit(page(SENT, SITE)),
    visit(page(SENT.replace('%d1%8f', '%D1%8F'), SITE)),
    visit(page(BROKEN, 'shop.example')),
    visit(page('https://shop.example/a/b', 'news')),
  ];
  await stat.add(...seen);
  await stat.addHits(
    ...(['view', 'event', 'download'] as const).flatMap((kind) =>
      seen.map((one) =>
        hit(one, {
          kind,
          url: one.start_url,
          referrer: kind === 'view' ? one.referrer : one.start_url,
          // The page view has reached the goal.
          ...(kind === 'view' && { goal_ids: one.goal_ids, goal_times: one.goal_times }),
        }),
      ),
    ),
  );
});
afterAll(() => stat.close());

const addresses = DIMENSIONS.filter(({ address }) => address !== undefined);
const SCOPES = {
  visits: { prefix: 'ym:s:', rows: 'ym:s:visits' },
  hits: { prefix: 'ym:pv:', rows: 'ym:pv:pageviews' },
  events: { prefix: 'ym:ep:', rows: 'ym:ep:eventsNumber' },
  downloads: { prefix: 'ym:dl:', rows: 'ym:dl:downloads' },
  userParams: { prefix: 'ym:up:', rows: 'ym:up:params' },
  costs: { prefix: 'ym:ev:', rows: 'ym:ev:visits' },
};
const isLiteral = (kind: string | undefined): boolean => kind === 'host' || kind === 'site';

it('a dimension of addresses says so of itself', () => {
  const named = DIMENSIONS.filter(({ id }) => /URL|referer|Referer|Domain|Path|Source$|Engine/.test(id))
    .map(({ id }) => id)
    .filter((id) => !/Param|UTMSource|ExpenseSource|TrafficSource|Openstat|Proto$|^browserEngine/.test(id));
  expect(addresses.map(({ id }) => id)).toEqual(expect.arrayContaining(named));
});

const cases = addresses.flatMap(({ id, address, ours = false, scopes = ['visits'] }) =>
  scopes.map((scope) => {
    const { prefix, rows } = SCOPES[scope];
    const named = id.replace('<attribution>', 'lastsign').replace('<goal_id>', '1');
    return [(ours ? 'gp:s:' : prefix) + named, rows, address] as const;
  }),
);

const quotedText = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/**
 * Each kind in each scope by all operators and spellings; the rest differ in a column's name alone, and are asked by
 * lists, by id and by name in turn.
 */
const firstOfKind = new Set<string>();
const withOperators = cases.map(([name, rows, address], at) => {
  const kind = `${rows} ${address?.kind}`;
  const isFirst = !firstOfKind.has(kind);
  firstOfKind.add(kind);
  const spelling = at % 2 === 0 ? ('id' as const) : ('name' as const);
  return [name, rows, address, isFirst, spelling] as const;
});

describe.each(withOperators)('%s', (name, rows, address, isFirst, spelling) => {
  const spellings = isFirst ? (['id', 'name'] as const) : ([spelling === 'id' ? 'name' : 'id'] as const);
  const ask = (params: Params = {}) =>
    stat.data({ ids: '70', metrics: rows, dimensions: name, include_undefined: 'true', ...params });

  it('[M35] [M36] shows letters, each page once; filters by id, by name and as sent find the same rows', async () => {
    const { data, totals } = await ask();
    const shown = data.map(({ dimensions }) => String(dimensions[0]?.name ?? ''));
    for (const text of shown) expect(text).not.toMatch(/xn--|%D1/i);
    expect(new Set(shown).size).toBe(shown.length);
    expect(totals).toEqual([4]);
    const named = data.filter(({ dimensions: [value] }) => value?.name);
    if (!isFirst && named.length > 0) {
      const said = named.map(({ dimensions: [value] }) => quotedText(String(value?.[spelling])));
      const found = await ask({ filters: `${name}=.(${said.join()})` });
      expect([spelling, found.data]).toEqual([spelling, named]);
      return;
    }
    for (const { dimensions, metrics } of named) {
      const [value] = dimensions;
      for (const said of new Set([String(value?.id), String(value?.name)])) {
        const quoted = quotedText(said);
        for (const operator of ['==', '=.', '=@', '=*']) {
          const list = operator === '=.' ? `(${quoted})` : quoted;
          const found = await ask({ filters: `${name}${operator}${list}`, dimensions: '' });
          const row = `${name}${operator}${said}`;
          if (operator === '=@')
            expect([row, (found.totals[0] ?? 0) >= Number(metrics[0])]).toEqual([row, true]);
          else expect([row, found.totals]).toEqual([row, metrics]);
          const negated = await ask({
            filters: `${name}${operator.replace('=', '!')}${list}`,
            dimensions: '',
          });
          expect([row, (negated.totals[0] ?? 0) + (found.totals[0] ?? 0)]).toEqual([row, 4]);
        }
      }
    }
  });

  it('[M35] rows of a chart are chosen by id and by name', async () => {
    const { data } = await ask();
    const values = data.map(({ dimensions: [value] }) => value).filter((value) => value?.name);
    if (values.length === 0) return;
    for (const chosen of spellings) {
      const row_ids = JSON.stringify(values.map((value) => [value?.[chosen]]));
      const chart = await stat.bytime({
        ids: '70',
        metrics: rows,
        dimensions: name,
        group: 'all',
        row_ids,
      });
      expect(chart.data.map(({ dimensions, metrics }) => [dimensions[0]?.name, metrics[0]?.[0]])).toEqual(
        values.map((value) => [
          value?.name,
          data.find(({ dimensions }) => dimensions[0]?.id === value?.id)?.metrics[0],
        ]),
      );
    }
  });

  if (!isFirst) return;
  it('[M35] [M36] patterns look at the letters, and at what was sent', async () => {
    const count = async (filters: string) => (await ask({ filters, dimensions: '' })).totals[0];
    const { data } = await ask();
    const withLetters = data.filter(({ dimensions }) => /[а-я]/.test(dimensions[0]?.name ?? ''));
    const expected = withLetters.reduce((sum, { metrics }) => sum + Number(metrics[0]), 0);
    expect(await count(`${name}=~'[а-я]'`)).toBe(expected);
    if (isLiteral(address?.kind)) {
      const hosts = withLetters.length > 0 ? 2 : 0;
      expect(await count(`${name}=@'прим'`)).toBe(hosts);
      expect(await count(`${name}=*'*.рф'`)).toBe(hosts);
      expect(await count(`${name}=@'xn--e1'`)).toBe(hosts);
      expect(await count(`${name}=~'^xn--.*ai$'`)).toBe(hosts);
    } else if (expected > 0) {
      expect(await count(`${name}=@'%D1%'`)).toBe(expected);
      expect(await count(`${name}=~'%[dD]1'`)).toBe(expected);
    }
  });
});

it('[M35] all of them as CSV', async () => {
  const csv = await stat.csv('/stat/v1/data.csv', {
    ids: '70',
    metrics: 'ym:s:visits',
    dimensions: 'ym:s:startURL',
  });
  expect(csv).toContain('https://пример.рф/спасибо/я?q=я 1,2\r\n');
  expect(csv).toContain(`${BROKEN},1\r\n`);
});

it('[M35] the store reads any address as the rest of the program does', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '%',
      '+',
      '?',
      '/',
      '#',
      '.',
      'я',
      '41',
      '%2b',
      '%25',
      '%D1%81',
      '%D1',
      '%E2%80%AE',
      "'",
      '\\',
      '\n',
    ),
    fc.integer({ min: 0, max: 255 }).map((byte) => `%${byte.toString(16).padStart(2, '0')}`),
    fc.string({ maxLength: 2 }),
  );
  const texts = fc.sample(
    fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join('').toWellFormed()),
    2_000,
  );
  const urls = texts.map((text) => `HTTPS://Shop.example:80/${text}`);
  const rows = await stat.olap.query<{ local: string; whole: string }>(
    `SELECT ${addressSql('path', 'text')} AS local, ${addressSql('url', 'url')} AS whole
     FROM (SELECT arrayJoin(arrayZip({texts:Array(String)}, {urls:Array(String)})) AS both, both.1 AS text, both.2 AS url)`,
    { texts, urls },
  );
  expect(rows.map(({ local }) => local)).toEqual(texts.map(shownLocal));
  expect(rows.map(({ whole }) => whole)).toEqual(urls.map(shownAddress));
});

it('[M35] a host reads in the letters that make it', () => {
  const label = fc.string({
    unit: fc.constantFrom(...Array.from('абвгё例えüß-z09한\u{1f600}')),
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 3 }), (labels) => {
      const host = labels.join('.').toLowerCase();
      const ascii = domainToASCII(host);
      if (ascii === '') return;
      expect(domainToASCII(shownHost(ascii))).toBe(ascii);
      if (ascii.includes('xn--')) expect(shownHost(ascii)).not.toContain('xn--');
    }),
    { numRuns: 500 },
  );
});
