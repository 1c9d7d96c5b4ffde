/** Shared links at the edge: what they show, and every way to get at more. */
import type { Share, SharedAnswer, SharedReport } from '@goalpost/contract/management';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RawBody, type Endpoint } from '../kit/endpoint.ts';
import { isProblem, problemBody } from '../kit/problem.ts';
import { counter, goal, NOW, startTestStat, testContext, type TestStat } from '../query/test-stat.ts';
import { seconds, visit } from '../query/test-visits.ts';
import { shareEndpoints } from './endpoints.ts';
import type { ShareRecord, ShareStore } from './port.ts';

let stat: TestStat;
let now = NOW;
let deleted = false;
let endpoints: readonly Endpoint[] = [];
let kept: { readonly share: ShareRecord; readonly hash: string }[] = [];

const shares: ShareStore = {
  list: async (counterId) => kept.map(({ share }) => share).filter((share) => share.counterId === counterId),
  byHash: async (hash) => kept.find((one) => one.hash === hash)?.share ?? null,
  add: async (share, hash) => kept.push({ share, hash }) > 0,
  async remove(counterId, id) {
    const before = kept.length;
    kept = kept.filter(({ share }) => share.id !== id || share.counterId !== counterId);
    return kept.length < before;
  },
};

beforeAll(async () => {
  stat = await startTestStat();
  stat.goals = [goal(1)];
  const on = (day: string, utm_source: string, browser: string) =>
    visit({
      started_at: seconds(`2026-03-${day}T12:00:00Z`),
      utm_source,
      significant_utm_source: utm_source,
      browser,
    });
  await stat.add(
    on('01', 'partner', 'Chrome'),
    on('10', 'partner', 'Chrome'),
    on('10', 'partner', 'Safari'),
    on('10', 'rival', 'Opera'),
    visit({ counter_id: 2, started_at: seconds('2026-03-10T12:00:00Z'), utm_source: 'partner' }),
  );
});
beforeEach(() => {
  kept = [];
  now = NOW;
  deleted = false;
  endpoints = shareEndpoints({
    olap: stat.olap,
    counters: {
      get: async (id) => counter({ id, ...(deleted ? { status: 'Deleted' as const } : {}) }),
    },
    goals: { list: async () => stat.goals },
    segments: { find: async () => [] },
    shares,
    secret: 'secret',
    clock: { now: () => now },
    linkTo: (path) => `https://stats.example${path}`,
  });
});
afterAll(() => stat.close());

async function call(
  method: string,
  url: string,
  body?: unknown,
  params: object = {},
  cookies = '',
): Promise<unknown> {
  const endpoint = endpoints.find((one) => one.method === method && one.url === url);
  if (endpoint === undefined) throw new Error(`no ${method} ${url}`);
  const read = endpoint.body?.safeParse(body);
  if (read?.success === false) return 'not taken';
  return endpoint.handle({ params: { counterId: 1, ...params }, body: read?.data } as never, {
    ...testContext(),
    from: { address: '127.0.0.1', cookies },
  });
}

const SHARES = '/api/v1/counters/:counterId/shares';
const MARCH = { date1: '2026-03-09', date2: '2026-03-31' };
const PARTNER = "ym:s:UTMSource=='partner'";

async function make(share: object): Promise<{ token: string; url: string; share: Share }> {
  const made = await call('POST', SHARES, { share: { report: 'tech_browsers', ...share } });
  if (isProblem(made)) throw new Error(JSON.stringify(problemBody(made)));
  return made as { token: string; url: string; share: Share };
}

const data = (body: object) => call('POST', '/api/v1/shared/data', body);
const look = (token: string) => call('POST', '/api/v1/shared', { token });
const opening = (token: string, password: string) => call('POST', '/api/v1/shared/open', { token, password });
const open = async (token: string, password: string) => {
  const answer = await opening(token, password);
  return answer instanceof RawBody ? (JSON.parse(String(answer.body)) as unknown) : answer;
};
const rows = (answer: unknown) =>
  (answer as SharedAnswer).rows.map(({ name, metrics }) => [name, metrics[0]]);
const code = (answer: unknown) => (isProblem(answer) ? problemBody(answer).code : answer);

it('[A30] [A33] shows the report within its filters and days, and nothing of the question', async () => {
  const { token, url } = await make({ filters: PARTNER, period: MARCH });
  expect(url).toBe(`https://stats.example/s/${token}`);
  expect(await look(token)).toMatchObject({
    needs_password: false,
    reports: ['tech_browsers'],
    is_part: true,
  });
  expect(await look((await make({})).token)).toMatchObject({ is_part: false });
  const answer = await data({ token });
  expect(rows(answer)).toEqual([
    ['Chrome', 1],
    ['Safari', 1],
  ]);
  expect((answer as SharedAnswer).totals[0]).toBe(2);
  const chart = await data({ token, what: 'chart' });
  expect(rows(chart).reduce((sum, [, visits]) => sum + Number(visits), 0)).toBe(2);
  expect(JSON.stringify([answer, chart, await look(token)])).not.toMatch(/partner|rival|Opera/);
});

describe('[A33] more than was shared is refused', () => {
  it.each([
    ['another report', { report: 'traffic' }],
    ['a report that does not exist', { report: 'nothing' }],
    ['days before', { date1: '2026-03-01' }],
    ['days behind', { date2: '2027-01-01' }],
  ])('%s', async (_what, more) => {
    const { token } = await make({ filters: PARTNER, period: MARCH });
    expect(code(await data({ token, ...more }))).toBe(403);
  });

  it.each([
    'ids',
    'filters',
    'segment',
    'metrics',
    'dimensions',
    'preset',
    'limit',
    'timezone',
    'currency',
    'goal_id',
    'row_ids',
    'include_undefined',
    'attribution',
    'date1_a',
    'callback',
    'counterId',
  ])('the parameter %s', async (name) => {
    const { token } = await make({ period: MARCH });
    expect(await data({ token, [name]: 'ym:s:visits' })).toBe('not taken');
  });

  it.each([
    ['sorted by what it does not show', { sort: '-ym:s:robotVisits' }],
    ['rows below the last level', { parent: ['Chrome', '1', '2', '3', '4'] }],
  ])('%s', async (_what, more) => {
    const { token } = await make({ filters: PARTNER });
    expect(code(await data({ token, ...more }))).toBe(400);
  });

  it('rows that the filters leave out, also by opening them', async () => {
    const { token } = await make({ filters: PARTNER, period: MARCH });
    expect(rows(await data({ token, parent: ['Opera'] }))).toEqual([]);
  });

  it('a filter cannot be left by what stands in it', async () => {
    const { token } = await make({ filters: `${PARTNER} OR ym:s:UTMSource=='x'`, period: MARCH });
    expect(rows(await data({ token })).map(([name]) => name)).not.toContain('Opera');
  });
});

it('[A30] all reports of a counter can be shown, and free days', async () => {
  const { token } = await make({ report: '*' });
  const shown = (await look(token)) as SharedReport;
  expect(shown.reports.length).toBeGreaterThan(10);
  expect(rows(await data({ token, report: 'tech_browsers', ...MARCH }))).toContainEqual(['Opera', 1]);
});

it('[A31] keeps neither the token nor the password', async () => {
  const { token, share } = await make({ password: 'correct horse' });
  expect(JSON.stringify([kept, await call('GET', SHARES)])).not.toMatch(`${token}|correct horse`);
  expect(kept[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(share.has_password).toBe(true);
});

it('[A34] tells nothing before the password, and opens by it for twelve hours', async () => {
  const { token } = await make({ password: 'correct horse', filters: PARTNER, name: 'Ads' });
  expect(await look(token)).toEqual({
    needs_password: true,
    key: '',
    site: '',
    currency: '',
    today: '',
    reports: [],
    is_part: false,
    period: null,
    columns: [],
    sort: '',
    levels: [],
    sides: null,
    path: null,
  });
  expect(code(await data({ token }))).toBe(403);
  expect(code(await open(token, 'wrong horse'))).toBe(403);
  const opened = (await open(token, 'correct horse')) as SharedReport;
  // The name is for the own list of who made the link.
  expect(JSON.stringify(opened)).not.toContain('Ads');
  const { key } = opened;
  expect(rows(await data({ token, key, ...MARCH }))).toHaveLength(2);
  const other = await make({ password: 'correct horse' });
  expect(code(await data({ token: other.token, key }))).toBe(403);
  const later = `${Number(key.split('.')[0]) + 1}.${key.split('.')[1]}`;
  for (const forged of [later, '', 'x', `${key}x`, '9999999999999.'])
    expect(code(await data({ token, key: forged }))).toBe(403);
  now += 12 * 3_600_000;
  expect(code(await data({ token, key }))).toBe(403);
});

describe('[M146] a link that was opened', () => {
  const lookWith = (token: string, cookies: string) =>
    call('POST', '/api/v1/shared', { token }, {}, cookies) as Promise<SharedReport>;
  async function cookieOf(token: string): Promise<string> {
    const answer = await opening(token, 'correct horse');
    if (!(answer instanceof RawBody)) throw new Error('not opened');
    const cookie = answer.headers['Set-Cookie'] ?? '';
    expect(cookie).toMatch(
      /^gp_share_[\w-]+=[\w.-]+; Path=\/api\/v1\/shared; Max-Age=43200; HttpOnly; SameSite=Strict; Secure$/,
    );
    return cookie.split(';')[0] ?? '';
  }

  it('stays open by its cookie for the twelve hours, and no longer by looking', async () => {
    const { token } = await make({ password: 'correct horse' });
    const cookie = await cookieOf(token);
    now += 11 * 3_600_000;
    const again = await lookWith(token, `a=b; ${cookie}; c=d`);
    expect(again).toMatchObject({ needs_password: false });
    expect(`${cookie}`).toContain(again.key);
    now += 2 * 3_600_000;
    expect(await lookWith(token, cookie)).toMatchObject({ needs_password: true, key: '', site: '' });
  });

  it('opens nothing by the cookie of another link, nor by a changed one', async () => {
    const [one, other] = [
      await make({ password: 'correct horse' }),
      await make({ password: 'correct horse' }),
    ];
    const cookie = await cookieOf(other.token);
    const [, key = ''] = cookie.split('=');
    for (const given of [
      cookie,
      `gp_share_${one.share.id}=${key}`,
      `gp_share_${one.share.id}=9${key}`,
      `gp_share_${one.share.id}=`,
      'gp_share_=x',
      ';;;=',
    ])
      expect(await lookWith(one.token, given)).toMatchObject({ needs_password: true, key: '' });
    expect(isProblem(await opening(one.token, 'wrong horse'))).toBe(true);
  });

  it('gets no cookie where it has no password', async () => {
    const { token } = await make({});
    expect(await opening(token, 'whatever')).not.toBeInstanceOf(RawBody);
  });
});

it('[A34] takes ten wrong passwords, then none for a quarter of an hour; right ones are not counted', async () => {
  const { token } = await make({ password: 'correct horse' });
  const other = await make({ password: 'correct horse' });
  for (let n = 0; n < 12; n++)
    expect(await open(token, 'correct horse')).toMatchObject({ needs_password: false });
  const codes: unknown[] = [];
  for (let n = 0; n < 12; n++) codes.push(code(await open(token, `wrong ${n}`)));
  expect(codes).toEqual([...Array.from({ length: 10 }, () => 403), 429, 429]);
  expect(code(await open(token, 'correct horse'))).toBe(429);
  expect(await open(other.token, 'correct horse')).toMatchObject({ needs_password: false });
  now += 15 * 60_000;
  expect(await open(token, 'correct horse')).toMatchObject({ needs_password: false });
});

it('[A32] stops at once when it is taken back, or when the counter is deleted', async () => {
  const { token, share } = await make({});
  const { id } = share;
  expect(code(await call('DELETE', `${SHARES}/:shareId`, undefined, { counterId: 2, shareId: id }))).toBe(
    404,
  );
  deleted = true;
  expect([code(await look(token)), code(await data({ token }))]).toEqual([404, 404]);
  deleted = false;
  expect(await call('DELETE', `${SHARES}/:shareId`, undefined, { shareId: id })).toEqual({ success: true });
  expect([code(await look(token)), code(await data({ token }))]).toEqual([404, 404]);
  expect(code(await open('a'.repeat(43), 'x'))).toBe(404);
});

it.each([
  ['filters that do not read', { filters: 'ym:s:browser==' }],
  ['filters over metrics', { filters: 'ym:s:visits>1' }],
  ['a segment that is not there', { filters: 'ym:s:segment==99' }],
  ['a report that is not there', { report: 'nothing' }],
  ['days that end before they begin', { period: { date1: '2026-03-31', date2: '2026-03-01' } }],
])('[A35] %s are refused when the link is made', async (_what, share) => {
  const made = await call('POST', SHARES, { share: { report: 'traffic', ...share } });
  expect([code(made), kept]).toEqual([400, []]);
});

it('[M141] counts by the attribution of the link, its filters too, and by no other', async () => {
  await stat.add(
    visit({
      started_at: seconds('2026-03-20T12:00:00Z'),
      utm_source: 'rival',
      significant_utm_source: 'partner',
      browser: 'Edge',
    }),
  );
  const usual = await make({ filters: PARTNER, period: MARCH });
  const last = await make({ filters: PARTNER, period: MARCH, attribution: 'last' });
  expect(rows(await data({ token: usual.token }))).toContainEqual(['Edge', 1]);
  expect(rows(await data({ token: last.token }))).not.toContainEqual(['Edge', 1]);
  expect(usual.share.attribution).toBe('lastsign');
});
