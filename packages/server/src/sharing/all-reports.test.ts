/** A link to all reports: which of the catalogue it shows, by what its visits are narrowed to [A30]. */
import type { SharedAnswer, SharedReport } from '@goalpost/contract/management';
import { tellsPeopleApart } from '@goalpost/contract/management/in-person';
import { REPORTS } from '@goalpost/contract/reports/catalogue';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestStat, type TestStat } from '../query/test-stat.ts';
import { seconds, visit } from '../query/test-visits.ts';
import { code, madeOf, openTestShares, SHARES } from './test-shares.ts';

let stat: TestStat;
beforeAll(async () => {
  stat = await startTestStat();
  await stat.add(
    visit({
      started_at: seconds('2026-03-10T12:00:00Z'),
      utm_source: 'partner',
      significant_utm_source: 'partner',
    }),
    visit({ started_at: seconds('2026-03-11T12:00:00Z') }),
  );
});
afterAll(() => stat.close());

const MARCH = { date1: '2026-03-01', date2: '2026-03-31' };

// Of these, some visits have no value for what the rows are by.
it.each([
  ['tags_u_t_m', [], 1],
  ['traffic', [], 2],
  ['tech_browsers', ['ym:s:lastsignUTMSource', 'ym:s:browser'], 1],
  ['search_engines', [], 0],
])('[A33] the chart of %s by %j adds up to the total of its table', async (report, levels, visits) => {
  const call = openTestShares(stat);
  const { token } = madeOf(await call('POST', SHARES, { share: { report, levels, period: MARCH } }));
  const ask = (what: string) => call('POST', '/api/v1/shared/data', { token, what });
  const rows = (await ask('rows')) as SharedAnswer;
  const chart = (await ask('chart')) as SharedAnswer;
  expect(rows.totals[0]).toBe(visits);
  expect(chart.rows.reduce((sum, { metrics }) => sum + (metrics[0] ?? 0), 0)).toBe(visits);
});

it.each([
  '',
  "ym:s:UTMSource=='partner'",
  "ym:s:browser=='Chrome'",
  "ym:s:regionCountry=='DE'",
  "EXISTS(ym:pv:URL=@'cart')",
])(
  '[A30] [A33] all reports of visits that fit “%s” tell of nobody in person, and no other costs',
  async (filters) => {
    const call = openTestShares(stat);
    const { token } = madeOf(await call('POST', SHARES, { share: { report: '*', filters } }));
    const { reports } = (await call('POST', '/api/v1/shared', { token })) as SharedReport;
    for (const { id, scope, dimensions, drill } of REPORTS) {
      const named = [...dimensions, ...(drill ?? []).map(({ dimension }) => dimension)];
      const isOpen = !named.some(tellsPeopleApart) && !(scope === 'ev' && filters !== '');
      expect([id, reports.includes(id)]).toEqual([id, isOpen]);
      // Those that it shows were all asked when the link was made.
      if (isOpen) continue;
      expect([id, code(await call('POST', '/api/v1/shared/data', { token, report: id }))]).toEqual([id, 403]);
    }
  },
);
