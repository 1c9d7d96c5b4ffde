/** The columns, goals and sorting of a shared link [A42]. */
import type { SharedAnswer, SharedReport } from '@goalpost/contract/management';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { goal, startTestStat, type TestStat } from '../query/test-stat.ts';
import { seconds, visit } from '../query/test-visits.ts';
import { code, madeOf, openTestShares, SHARES } from './test-shares.ts';

let stat: TestStat;
let call: ReturnType<typeof openTestShares>;

beforeAll(async () => {
  stat = await startTestStat();
  await stat.add(
    ...['Chrome', 'Opera', 'Safari'].map((browser) =>
      visit({ started_at: seconds('2026-03-10T12:00:00Z'), browser }),
    ),
  );
});
beforeEach(() => {
  stat.goals = [goal(1)];
  call = openTestShares(stat);
});
afterAll(() => stat.close());

const MARCH = { date1: '2026-03-09', date2: '2026-03-31' };

const make = async (share: object) =>
  madeOf(await call('POST', SHARES, { share: { report: 'tech_browsers', ...share } }));

const data = (body: object) => call('POST', '/api/v1/shared/data', body);
const look = (token: string) => call('POST', '/api/v1/shared', { token });
const rows = (answer: unknown) =>
  (answer as SharedAnswer).rows.map(({ name, metrics }) => [name, metrics[0]]);

describe('[A42] columns', () => {
  const REACHES = 'ym:s:goal1reaches';

  it('shows those that the link was made with, in their order and sorting, with the names of their goals alone', async () => {
    stat.goals = [goal(1), goal(2, { name: 'Secret sale' })];
    const { token } = await make({ metrics: [REACHES, 'ym:s:users'], sort: '-ym:s:users', period: MARCH });
    const shown = (await look(token)) as SharedReport;
    expect(shown.columns.map(({ metric, goal: name }) => [metric, name?.en ?? null])).toEqual([
      [REACHES, goal(1).name],
      ['ym:s:users', null],
    ]);
    expect(JSON.stringify(shown)).not.toContain('Secret sale');
    const answer = (await data({ token })) as SharedAnswer;
    expect(answer.totals).toEqual([0, 3]);
    expect(rows(await data({ token, what: 'chart' })).every(([, reaches]) => reaches === 0)).toBe(true);
  });

  it('is sorted by the first of them where nothing is said, and by others that are shown', async () => {
    const { token } = await make({ metrics: ['ym:s:bounceRate', 'ym:s:visits'], period: MARCH });
    expect(code(await data({ token }))).not.toBe(400);
    expect(rows(await data({ token, sort: 'ym:s:visits' }))).toHaveLength(3);
    expect(rows(await data({ token, sort: 'ym:s:browser' })).map(([name]) => name)).toEqual([
      'Chrome',
      'Opera',
      'Safari',
    ]);
  });

  it.each(['-ym:s:users', '-ym:s:goal1reaches', 'ym:s:regionCountry'])(
    'is not sorted by %s, which it does not show',
    async (sort) => {
      const { token } = await make({ metrics: ['ym:s:visits'], period: MARCH });
      expect(code(await data({ token, sort }))).toBe(400);
    },
  );

  it.each([
    ['a metric that there is not', { metrics: ['ym:s:nothing'] }],
    ['a goal of nobody', { metrics: ['ym:s:goal99reaches'] }],
    ['a sorting by what is not among them', { metrics: ['ym:s:visits'], sort: 'ym:s:users' }],
    ['columns for all reports', { report: '*', metrics: ['ym:s:visits'] }],
    ['two names in one', { metrics: ['ym:s:visits,ym:s:users'], sort: '-ym:s:bounceRate' }],
  ])('%s is refused when the link is made', async (_what, share) => {
    expect(code(await call('POST', SHARES, { share: { report: 'tech_browsers', ...share } }))).toBe(400);
  });
});

describe('[A43] levels', () => {
  const levels = ['ym:s:browser', 'ym:s:deviceCategory'];

  it('are those of the link: rows are by the first, and open into the next', async () => {
    const { token, share } = await make({ report: 'sources_summary', levels, period: MARCH });
    expect(share.levels).toEqual(levels);
    expect(await look(token)).toMatchObject({ levels });
    const first = (await data({ token })) as SharedAnswer;
    expect(first.rows.map(({ name, expand }) => [name, expand])).toEqual([
      ['Chrome', true],
      ['Opera', true],
      ['Safari', true],
    ]);
    const within = (await data({ token, parent: ['Chrome'] })) as SharedAnswer;
    expect(within.rows.map(({ metrics, expand }) => [metrics[0], expand])).toEqual([[1, false]]);
    expect(code(await data({ token, parent: ['Chrome', 'desktop'] }))).toBe(400);
  });

  it.each([
    ['levels of the guest', { levels: ['ym:s:clientID'] }],
    ['dimensions of the guest', { dimensions: 'ym:s:clientID' }],
  ])('are not %s', async (_what, more) => {
    const { token } = await make({ levels, period: MARCH });
    expect(await data({ token, ...more })).toBe('not taken');
  });

  it('cannot be sorted by a dimension that is no level', async () => {
    const { token } = await make({ levels, period: MARCH });
    expect(code(await data({ token, sort: 'ym:s:regionCountry' }))).toBe(400);
  });

  it.each([
    ['a dimension that there is not', { levels: ['ym:s:planet'] }, 400],
    ['levels of other rows', { levels: ['ym:pv:URLPath'] }, 400],
    ['levels for all reports', { report: '*', levels }, 400],
    ['two names in one', { levels: ['ym:s:browser,ym:s:date'] }, 'not taken'],
    ['too many', { levels: Array.from({ length: 6 }, () => 'ym:s:browser') }, 'not taken'],
  ])('%s is refused when the link is made', async (_what, share, refused) => {
    const made = await call('POST', SHARES, { share: { report: 'tech_browsers', ...share } });
    expect(code(made)).toBe(refused);
  });
});
