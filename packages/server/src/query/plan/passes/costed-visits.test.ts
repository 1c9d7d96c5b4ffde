/** Which visits stand beside costs: the same, whatever rows are by. */
import { expect, it } from 'vitest';
import { counter, goal, startTestStat } from '../../test-stat.ts';
import { reaches, seconds, visit } from '../../test-visits.ts';

/** By each attribution so many visits have a source, each by it alone. */
const SEEN = { last: ['', 1], first: ['first_', 2], lastsign: ['significant_', 4] } as const;
const AT = seconds('2026-03-10T12:00:00Z');
const sold = () => visit({ started_at: AT, ...reaches([1, 10, 'EUR']), goal_times: [AT] });
const METRICS = 'ym:ev:visits,ym:ev:goal1revenue,ym:ev:expensesEUR,gp:ev:goal1margin';

it('[M97] totals are over visits that came by marks, by the attribution of the first mark', async () => {
  const stat = await startTestStat();
  stat.counters = [counter({ currency: 'EUR' })];
  stat.goals = [goal(1)];
  const marked = Object.values(SEEN).flatMap(([prefix, count]) =>
    Array.from({ length: count }, () => ({ ...sold(), [`${prefix}utm_source`]: 'google' })),
  );
  await stat.add(...marked, sold());
  const marks = { source: 'google', medium: 'cpc', campaign: '', content: '', term: '' };
  const cost = { counter_id: 1, upload_id: 1, day: '2026-03-10', ...marks, prices: [['EUR', 5]], clicks: 1 };
  await stat.olap.insert('costs', `${JSON.stringify(cost)}\n`, 'costs');
  const ask = (more: Record<string, string>) => stat.data({ metrics: METRICS, ...more });
  const totals = async (more: Record<string, string>) => (await ask(more)).totals;
  for (const [attribution, [, count]] of Object.entries(SEEN)) {
    const wanted = [count, 10 * count, 5, 10 * count - 5];
    expect(await totals({ attribution })).toEqual(wanted);
    for (const dimensions of ['ym:ev:UTMSource', 'ym:ev:date', 'ym:ev:date,ym:ev:UTMSource'])
      expect(await totals({ dimensions, attribution })).toEqual(wanted);
    // What the name of the mark says goes before what the question says.
    const dimensions = `ym:ev:date,ym:ev:${attribution}UTMSource`;
    for (const other of Object.keys(SEEN))
      expect(await totals({ dimensions, attribution: other, include_undefined: 'true' })).toEqual(wanted);
    const rows = await ask({ dimensions: 'ym:ev:UTMSource', attribution, include_undefined: 'true' });
    expect(rows.data.map((row) => [row.dimensions[0]?.name, row.metrics])).toEqual([['google', wanted]]);
  }
  await stat.close();
});
