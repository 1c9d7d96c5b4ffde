/** Funnels, retention and journeys behind a link: what they show, and every way to get at more [M135]. */
import type { SharedPathAnswer, SharedReport } from '@goalpost/contract/management';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestStat, type TestStat } from '../query/test-stat.ts';
import { hit, seconds, visit } from '../query/test-visits.ts';
import { code, madeOf, openTestShares, SHARES } from './test-shares.ts';

let stat: TestStat;
let call: ReturnType<typeof openTestShares>;

beforeAll(async () => {
  stat = await startTestStat();
  const came = (utm_source: string, browser: string, pages: readonly string[], counter_id = 1) => {
    const started_at = seconds('2026-03-10T12:00:00Z');
    const one = visit({ counter_id, started_at, utm_source, significant_utm_source: utm_source, browser });
    const hits = pages.map((path, index) =>
      hit(one, { url: `https://shop.example${path}`, at: started_at + index, nth: index }),
    );
    return { one, hits };
  };
  const all = [
    came('partner', 'Chrome', ['/', '/cart']),
    came('partner', 'Chrome', ['/']),
    came('rival', 'Opera', ['/', '/secret', '/cart']),
    came('partner', 'Chrome', ['/', '/cart'], 2),
  ];
  await stat.add(...all.map(({ one }) => one));
  await stat.addHits(...all.flatMap(({ hits }) => hits));
});
beforeEach(() => {
  call = openTestShares(stat);
});
afterAll(() => stat.close());

const MARCH = { date1: '2026-03-01', date2: '2026-03-31' };
const PARTNER = "ym:s:UTMSource=='partner'";
const page = (path: string) => ({ type: 'page', filter: `ym:pv:URLPath=='${path}'` });
const FUNNEL = {
  kind: 'funnel',
  question: { steps: JSON.stringify([page('/'), page('/cart')]), scope: 'visit' },
  labels: ['Home', 'Basket'],
};
const RETENTION = { kind: 'retention', question: { unit: 'week' }, labels: ['Any visit', 'Any visit'] };
const JOURNEY = { kind: 'journey', question: { about: JSON.stringify(page('/')) }, labels: ['Home'] };
const ALL = [FUNNEL, RETENTION, JOURNEY];

const making = (path: { readonly kind: string }, share: object = {}) =>
  call('POST', SHARES, { share: { report: path.kind, filters: PARTNER, period: MARCH, path, ...share } });
const make = async (path: { readonly kind: string } = FUNNEL, share: object = {}) =>
  madeOf(await making(path, share));
const ask = (body: object) => call('POST', '/api/v1/shared/path', body);
const look = (token: string) => call('POST', '/api/v1/shared', { token });

describe('[M135] a path by a link', () => {
  it('shows a funnel within its filters, its steps in the words that were given', async () => {
    const { token } = await make();
    const answer = (await ask({ token })) as SharedPathAnswer;
    expect(answer.funnel?.totals.map(({ reached }) => reached)).toEqual([2, 1]);
    const shown = (await look(token)) as SharedReport;
    expect(shown).toMatchObject({ reports: [], path: { kind: 'funnel', labels: ['Home', 'Basket'] } });
    expect(JSON.stringify([answer, shown])).not.toMatch(/partner|rival|URLPath|UTMSource|Opera/);
  });

  it('shows retention and journeys within its filters', async () => {
    const retention = await make(RETENTION);
    const cohorts = (await ask({ token: retention.token })) as SharedPathAnswer;
    expect(cohorts.retention?.totals.visitors).toBe(2);
    const journey = await make(JOURNEY);
    const flow = (await ask({ token: journey.token })) as SharedPathAnswer;
    expect(flow.journey?.journeys).toBe(2);
    expect(JSON.stringify([cohorts, flow])).not.toMatch(/secret|rival|UTMSource/);
  });

  it('takes no question of the guest', async () => {
    const names =
      'ids id filters segment steps scope window step outcome dimensions about first return unit limit timezone report parent counterId';
    for (const path of ALL) {
      const { token } = await make(path);
      for (const name of names.split(' ')) expect(await ask({ token, [name]: '1' })).toBe('not taken');
    }
  });

  it('keeps its days where they are fixed', async () => {
    for (const path of ALL) {
      const { token } = await make(path);
      for (const moved of [{ date1: '2026-02-01' }, { date2: '2026-04-30' }])
        expect(code(await ask({ token, ...moved }))).toBe(403);
    }
    const { token } = await make(FUNNEL, { period: null });
    const answer = (await ask({ token, date1: '2026-01-01', date2: '2026-01-31' })) as SharedPathAnswer;
    expect(answer.funnel?.totals[0]?.reached).toBe(0);
  });

  it('opens no report, and a report opens no path', async () => {
    const { token } = await make();
    for (const more of [{}, { report: 'traffic' }, { what: 'chart' }, { report: 'funnel' }])
      expect(code(await call('POST', '/api/v1/shared/data', { token, ...more }))).toBe(403);
    const made = await call('POST', SHARES, { share: { report: 'traffic' } });
    expect(code(await ask({ token: madeOf(made).token }))).toBe(403);
  });

  it('tells nothing before its password', async () => {
    const { token } = await make(FUNNEL, { password: 'correct horse' });
    expect(code(await ask({ token }))).toBe(403);
    expect(await look(token)).toMatchObject({ needs_password: true, path: null });
    for (const key of ['', 'x', '9999999999999.x']) expect(code(await ask({ token, key }))).toBe(403);
  });

  it.each(['ids', 'id', 'date1', 'filters', 'segment', 'dimensions', 'timezone', 'step', 'lang'])(
    'is not made with %s in its question',
    async (name) => {
      for (const path of ALL) {
        const question = { ...path.question, [name]: '2' };
        expect(code(await making({ ...path, question } as typeof path))).toBe('not taken');
      }
    },
  );

  it.each([
    ['steps that do not read', FUNNEL, { path: { ...FUNNEL, question: { steps: '[1]' } } }],
    ['no steps', FUNNEL, { path: { ...FUNNEL, question: {} } }],
    ['the name of a report', FUNNEL, { report: 'traffic' }],
    ['columns', FUNNEL, { metrics: ['ym:s:visits'] }],
    ['levels', FUNNEL, { levels: ['ym:s:browser'] }],
    ['filters that do not read', RETENTION, { filters: 'ym:s:browser==' }],
    ['filters over metrics', JOURNEY, { filters: 'ym:s:visits>1' }],
  ])('%s are refused when it is made', async (_what, path, share) => {
    expect(code(await making(path, share))).toBe(400);
  });
});
