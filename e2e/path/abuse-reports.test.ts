/** Reports asked for in every way that could reach the store as more than a question. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../packages/server/test/start-server.ts';
import { type Api, createApi } from './api.ts';

let server: TestServer;
let api: Api;
let counter: number;
beforeAll(async () => {
  server = await startServer();
  api = createApi(server.url, server.token);
  counter = await api.createCounter();
});
afterAll(() => server.close());

/** SQL, or a word of the store's. */
const SQL = /\bSELECT\b|\bFROM\b|DB::|Code: \d|ClickHouse|chdb|SQLITE/;

interface Refused {
  readonly errors: readonly { readonly error_type: string; readonly location?: string }[];
}

describe('every parameter of a report', () => {
  const PARAMETERS =
    'ids metrics dimensions date1 date2 filters sort limit offset group' +
    ' attribution currency goal_id lang timezone top_keys row_ids preset';
  const VALUES = [
    "' OR 1=1 --",
    "'; DROP TABLE visits; --",
    'ym:s:visits) UNION ALL SELECT 1',
    '{p0:String}',
    '\0',
    '\u202e😀',
    '__proto__',
    'ym:s:__proto__',
    'ym:s:constructor',
    'ym:s:visits/**/',
    `ym:s:goal${'9'.repeat(30)}reaches`,
  ];
  it.each(PARAMETERS.split(' '))('%s refuses injections by its name, with no word of SQL', async (name) => {
    for (const value of VALUES) {
      for (const path of ['/stat/v1/data', '/stat/v1/data/bytime', '/stat/v1/data.csv']) {
        const query = new URLSearchParams({ ids: String(counter), metrics: 'ym:s:visits', [name]: value });
        const { status, body } = await api.call<Refused>('GET', `${path}?${query}`);
        expect(status).toBe(400);
        expect(body.errors[0]?.location?.split('.')[0]).toBe(name);
        expect(JSON.stringify(body).replaceAll(JSON.stringify(value).slice(1, -1), '')).not.toMatch(SQL);
      }
    }
  });

  it('values of filters are values, whatever they hold', async () => {
    const values = ["x' OR '1'='1", '\\', "a\\\\'b", '\t\n\r', '{p0:String}', '%_', '😀', 'a'.repeat(9_000)];
    for (const dimension of ['browser', 'startURLPath', 'lastsignUTMSource', 'regionCountry']) {
      for (const operator of ['==', '!=', '=@', '=*', '=.']) {
        for (const value of values) {
          const quoted = value.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`);
          const filters = `ym:s:${dimension}${operator}'${quoted}'`;
          const query = new URLSearchParams({ ids: String(counter), metrics: 'ym:s:visits', filters });
          const { status, body } = await api.call<Partial<Refused>>('GET', `/stat/v1/data?${query}`);
          // A dimension whose values are a closed list refuses what is none of them, and names the place.
          const closed = dimension === 'regionCountry';
          expect([status, body.errors?.[0]?.location]).toEqual(closed ? [400, 'filters'] : [200, undefined]);
        }
      }
    }
  });

  it.each([
    ['brackets', `${'('.repeat(4_000)}ym:s:browser=='a'${')'.repeat(4_000)}`],
    ['NOTs', `${'NOT '.repeat(2_000)}ym:s:browser=='a'`],
    ['conditions', Array<string>(300).fill("ym:s:browser=='a'").join(' OR ')],
    ['a pattern of patterns', String.raw`ym:s:browser=~'((\\pL{1,900})|(\\pN{1,900}))'`],
    ['a pattern that never ends', "ym:s:browser=~'((((a{100}){100}){100}){100})'"],
  ])('a filter of too many %s is refused', async (_what, filters) => {
    const query = new URLSearchParams({ ids: String(counter), metrics: 'ym:s:visits', filters });
    const { status, body } = await api.call<Refused>('GET', `/stat/v1/data?${query}`);
    expect([status, body.errors[0]?.location]).toEqual([400, 'filters']);
    expect(JSON.stringify(body)).not.toMatch(SQL);
  });

  it('every time zone that a counter may have is one that reports know', async () => {
    const zones = [
      ...Intl.supportedValuesOf('timeZone'),
      'EST5EDT',
      'SystemV/AST4',
      'Europe/Kyiv',
      'GB',
      'Zulu',
    ];
    for (const zone of zones.filter((_zone, index) => index % 9 === 0 || index > zones.length - 6)) {
      const settings = { counter: { time_zone_name: zone } };
      const set = await api.call('PUT', `/management/v1/counter/${counter}`, settings);
      if (set.status === 200) await api.stat(counter, { metrics: 'ym:s:visits', dimensions: 'ym:s:date' });
      else expect(zone).toBe('SystemV/AST4');
    }
  });
});
