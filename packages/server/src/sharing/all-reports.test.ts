/** A link to all reports: which of the catalogue it shows, by what its visits are narrowed to [A30]. */
import type { SharedReport } from '@goalpost/contract/management';
import { tellsPeopleApart } from '@goalpost/contract/management/in-person';
import { REPORTS } from '@goalpost/contract/reports/catalogue';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestStat, type TestStat } from '../query/test-stat.ts';
import { code, madeOf, openTestShares, SHARES } from './test-shares.ts';

let stat: TestStat;
beforeAll(async () => {
  stat = await startTestStat();
});
afterAll(() => stat.close());

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
