/** Links with two sides: what each shows, and every way to get at more [A44]. */
import type { SharedAnswer, SharedReport } from '@goalpost/contract/management';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isProblem, problemBody } from '../kit/problem.ts';
import { startTestStat, type TestStat } from '../query/test-stat.ts';
import { seconds, visit } from '../query/test-visits.ts';
import { code, madeOf, openTestShares, SHARES } from './test-shares.ts';

let stat: TestStat;
let call: ReturnType<typeof openTestShares>;

beforeAll(async () => {
  stat = await startTestStat();
  const on = (day: string, utm_source: string, browser: string) =>
    visit({
      started_at: seconds(`2026-${day}T12:00:00Z`),
      utm_source,
      significant_utm_source: utm_source,
      browser,
    });
  await stat.add(
    on('03-10', 'partner', 'Chrome'),
    on('03-10', 'partner', 'Chrome'),
    on('03-11', 'other', 'Chrome'),
    on('03-11', 'rival', 'Opera'),
    on('02-10', 'partner', 'Safari'),
  );
});
beforeEach(() => {
  call = openTestShares(stat);
});
afterAll(() => stat.close());

const MARCH = { date1: '2026-03-01', date2: '2026-03-31' };
const FEBRUARY = { date1: '2026-02-01', date2: '2026-02-28' };
const NOT_RIVAL = "ym:s:UTMSource!='rival'";
const side = (name: string, utm: string) => ({ name, filters: `ym:s:UTMSource=='${utm}'` });
const SIDES = { a: side('Partner', 'partner'), b: side('Others', 'other'), days_b: 'same' };

const making = (share: object) =>
  call('POST', SHARES, { share: { report: 'tech_browsers', metrics: ['ym:s:visits'], ...share } });
const make = async (share: object = {}) =>
  madeOf(await making({ filters: NOT_RIVAL, period: MARCH, sides: SIDES, ...share }));
const data = (body: object) => call('POST', '/api/v1/shared/data', body);
const look = (token: string) => call('POST', '/api/v1/shared', { token });
const rows = (answer: unknown) => {
  if (isProblem(answer)) throw new Error(problemBody(answer).message);
  return (answer as SharedAnswer).rows.map(({ name, metrics, metrics_b: b }) => [name, metrics[0], b?.[0]]);
};

describe('[A44] a link with two sides', () => {
  it('shows both within the filters of the link, and nothing of its filters', async () => {
    const { token } = await make();
    const answer = await data({ token });
    expect(rows(answer)).toEqual([['Chrome', 2, 1]]);
    expect(answer).toMatchObject({ totals: [2], totals_b: [1] });
    const shown = (await look(token)) as SharedReport;
    expect(shown.sides).toEqual({ a: 'Partner', b: 'Others', days_b: 'same' });
    expect(JSON.stringify([answer, shown])).not.toMatch(/UTMSource|rival|'partner'/);
  });

  it('draws either side', async () => {
    const { token } = await make();
    const sum = async (of: 'a' | 'b') =>
      rows(await data({ token, what: 'chart', side: of })).reduce((all, [, one]) => all + Number(one), 0);
    expect([await sum('a'), await sum('b')]).toEqual([2, 1]);
  });

  it('has days of its own on side B, and keeps them', async () => {
    const same = { a: side('March', 'partner'), b: side('February', 'partner'), days_b: FEBRUARY };
    const { token } = await make({ sides: same });
    expect(rows(await data({ token }))).toEqual([
      ['Chrome', 2, 0],
      ['Safari', 0, 1],
    ]);
    for (const moved of [{ date1_b: '2026-01-01' }, { date2_b: '2026-03-31' }, { date1: '2026-02-01' }])
      expect(code(await data({ token, ...moved }))).toBe(403);
  });

  it('lets guests move side B only where days are free and follow those of side A', async () => {
    const february = { date1_b: FEBRUARY.date1, date2_b: FEBRUARY.date2 };
    const b = side('Before', 'partner');
    const free = await make({ period: null, sides: { ...SIDES, b, days_b: 'previous' } });
    expect(rows(await data({ token: free.token, ...MARCH, ...february }))).toContainEqual(['Safari', 0, 1]);
    const bound = await make({ period: null, sides: { ...SIDES, b } });
    expect(code(await data({ token: bound.token, ...MARCH, ...february }))).toBe(403);
  });

  it.each([
    ['the filters of a side', { filters_a: "ym:s:UTMSource=='rival'" }],
    ['a segment of a side', { segment_b: '1' }],
    ['days of side A by another name', { date1_a: '2026-01-01' }],
    ['other sides', { sides: SIDES }],
    ['a third side', { what: 'chart', side: 'c' }],
  ])('does not take %s', async (_what, more) => {
    const { token } = await make();
    expect(await data({ token, ...more })).toBe('not taken');
  });

  it('sorts by nothing that it does not show, and opens no row that its filters leave out', async () => {
    const { token } = await make({ levels: ['ym:s:browser', 'ym:s:deviceCategory'] });
    expect(code(await data({ token, sort: '-ym:s:users' }))).toBe(400);
    expect(rows(await data({ token, parent: ['Opera'] }))).toEqual([]);
    expect(rows(await data({ token, parent: ['Chrome'] })).map(([, ...both]) => both)).toEqual([[2, 1]]);
  });

  it.each([{ side: 'b', what: 'chart' }, { date1_b: '2026-01-01' }, { date2_b: '2026-01-01' }])(
    'is not made of a link with one: %j',
    async (more) => {
      const { token } = await make({ sides: null });
      expect(code(await data({ token, ...more }))).toBe(403);
    },
  );

  it.each([
    ['sides for all reports', { report: '*', metrics: [], sides: SIDES }, 400],
    ['named days of B beside fixed days', { period: MARCH, sides: { ...SIDES, days_b: 'previous' } }, 400],
    ['filters that do not read', { sides: { ...SIDES, b: { name: 'B', filters: 'ym:s:browser==' } } }, 400],
    ['filters over metrics', { sides: { ...SIDES, b: { name: 'B', filters: 'ym:s:visits>1' } } }, 400],
    ['a side without a name', { sides: { ...SIDES, a: { name: '', filters: '' } } }, 'not taken'],
  ])('%s is refused when it is made', async (_what, share, refused) => {
    expect(code(await making(share))).toBe(refused);
  });
});
