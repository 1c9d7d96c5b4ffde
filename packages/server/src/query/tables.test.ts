/** Drill-down, comparison and their files at the edge: small worlds, exact answers, refusals that name the place. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sheetOf } from './test-sheet.ts';
import { goal, startTestStat, type TestStat } from './test-stat.ts';
import { from, reaches, seconds, visit } from './test-visits.ts';

let stat: TestStat;
beforeAll(async () => {
  stat = await startTestStat();
  stat.goals = [goal(1), goal(2)];
  const april = { started_at: seconds('2026-04-10T12:00:00Z') };
  await stat.add(
    visit({ ...from('ad', 'google_ads'), browser: 'Chrome', ...reaches(1, 1, 2), country: 'DE' }),
    visit({ ...from('ad', 'google_ads'), browser: 'Safari', ...reaches(2), country: 'RU' }),
    visit({ ...from('ad'), browser: 'Safari' }),
    visit({ ...from('direct'), browser: '=1+1', ...reaches([1, 5, 'USD'], [1, 3, 'EUR']) }),
    visit({ ...from('ad', 'google_ads'), browser: 'Chrome', ...april }),
    visit({ ...from('organic', 'bing'), browser: 'Chrome', ...april }),
  );
});
afterAll(() => stat.close());

const SOURCES = {
  dimensions: 'ym:s:lastsignTrafficSource,ym:s:lastsignSourceEngine,ym:s:browser',
  metrics: 'ym:s:visits',
};
const APRIL = { date1_b: '2026-04-01', date2_b: '2026-04-30' };

describe('[M61] a drill-down', () => {
  const levels = async (parent: unknown) => {
    const answer = await stat.drilldown({ ...SOURCES, parent_id: JSON.stringify(parent) });
    return [answer.totals, answer.data.map((row) => [row.dimension.id, row.metrics[0], row.expand])];
  };
  it('shows the next dimension within a row, and what has no value there', async () => {
    expect(await levels([])).toEqual([
      [4],
      [
        ['ad', 3, true],
        ['direct', 1, true],
      ],
    ]);
    expect(await levels(['ad'])).toEqual([
      [3],
      [
        ['google_ads', 2, true],
        [null, 1, true],
      ],
    ]);
    expect(await levels(['ad', null])).toEqual([[1], [['Safari', 1, false]]]);
    expect(await levels(['nobody'])).toEqual([[0], []]);
  });
  it('[M6] within a goal counts that goal alone, its totals too', async () => {
    const answer = await stat.drilldown({
      dimensions: 'ym:s:goal,ym:s:browser',
      metrics: 'ym:s:visits,ym:s:sumGoalReachesAny,ym:s:anyGoalConversionRate',
      parent_id: '["1"]',
    });
    expect(answer.data.map(({ dimension, metrics }) => [dimension.id, ...metrics])).toEqual([
      ['=1+1', 1, 2, 100],
      ['Chrome', 1, 2, 100],
    ]);
    expect(answer.totals).toEqual([2, 4, 50]);
  });
  it.each([
    ['not JSON', '[', 'parent_id: not JSON'],
    ['no list', '"ad"', 'parent_id: a list of ids is needed: texts, numbers or null'],
    ['objects', '[{}]', 'parent_id: a list of ids is needed: texts, numbers or null'],
    ['too deep', '["a","b","c"]', 'parent_id: at most 2 ids, one less than dimensions, found 3'],
  ])('refuses a parent_id that is %s', async (_what, parent_id, message) => {
    const refusal = await stat.refusal({ ...SOURCES, parent_id }, '/stat/v1/data/drilldown');
    expect(refusal).toMatchObject({ code: 400, message, errors: [{ location: 'parent_id' }] });
  });
  it('needs a dimension', async () => {
    const refusal = await stat.refusal({ metrics: 'ym:s:visits' }, '/stat/v1/data/drilldown');
    expect(refusal.errors[0]).toMatchObject({ error_type: 'missing_parameter', location: 'dimensions' });
  });
});

describe('[M62] a comparison', () => {
  it('is sorted by the first side, then by the second; what one side lacks is nothing there', async () => {
    const answer = await stat.comparison({
      dimensions: 'ym:s:lastsignTrafficSource',
      metrics: 'ym:s:visits,ym:s:bounceRate',
      ...APRIL,
    });
    expect(answer.data.map(({ dimensions, metrics }) => [dimensions[0]?.id, metrics.a, metrics.b])).toEqual([
      ['ad', [3, 0], [1, 0]],
      ['direct', [1, 0], [0, null]],
      ['organic', [0, null], [1, 0]],
    ]);
    expect(answer.totals).toEqual({ a: [4, 0], b: [2, 0] });
    expect(answer.query).toMatchObject({ date1_a: '2026-03-01', ...APRIL });
  });
  it('takes filters of both sides and of each, and pages', async () => {
    const answer = await stat.comparison({
      dimensions: 'ym:s:browser',
      metrics: 'ym:s:visits',
      filters: "ym:s:browser!='=1+1'",
      filters_b: "ym:s:browser=='Safari'",
      limit: '1',
      offset: '2',
    });
    expect(answer.data.map(({ dimensions, metrics }) => [dimensions[0]?.id, metrics])).toEqual([
      ['Chrome', { a: [1], b: [0] }],
    ]);
    expect(answer.total_rows).toBe(2);
  });
  it.each([{}, { dimensions: 'ym:s:goal' }])(
    '[M32] leaves out nothing on a side without visits: %j',
    async (rows) => {
      const nobody = { date1_b: '2026-05-01', date2_b: '2026-05-02' };
      const answer = await stat.comparison({
        metrics: 'ym:s:goal1revenue',
        currency: 'EUR',
        ...rows,
        ...nobody,
      });
      expect(answer.other_revenue).toEqual({ a: [[{ currency: 'USD', revenue: 5 }]], b: [[]] });
    },
  );
  it('[M32] names what revenue leaves out, on each side', async () => {
    const answer = await stat.comparison({ metrics: 'ym:s:goal1revenue', currency: 'EUR', ...APRIL });
    expect(answer).toMatchObject({
      totals: { a: [3], b: [0] },
      other_revenue: { a: [[{ currency: 'USD', revenue: 5 }]], b: [[]] },
    });
  });
  it('level by level', async () => {
    const answer = await stat.comparisonDrilldown({ ...SOURCES, ...APRIL, parent_id: '["ad"]' });
    expect(answer.data).toEqual([
      { dimension: { id: 'google_ads', name: 'Google Ads' }, metrics: { a: [2], b: [1] }, expand: true },
      { dimension: { id: null, name: null }, metrics: { a: [1], b: [0] }, expand: true },
    ]);
    expect(answer.totals).toEqual({ a: [3], b: [1] });
  });
  it.each([
    [{ date1_a: 'soon' }, 'date1_a'],
    [{ date2_b: '2026-02-30' }, 'date2_b'],
    [{ filters_b: 'ym:s:browser==' }, 'filters_b'],
    [{ filters_a: 'ym:s:nothing==1' }, 'filters_a'],
    [{ filters_b: 'ym:s:visits>1' }, 'filters_b'],
    [{ date1_b: '2026-04-02', date2_b: '2026-04-01' }, 'date1_b'],
  ])('%o is refused at %s', async (params, location) => {
    const refusal = await stat.refusal({ metrics: 'ym:s:visits', ...params }, '/stat/v1/data/comparison');
    expect(refusal).toMatchObject({ code: 400, errors: [{ location }] });
  });
});

describe('files', () => {
  const urls = ['', '/bytime', '/drilldown', '/comparison', '/comparison/drilldown'];
  it.each(urls)('/stat/v1/data%s comes as CSV and as a spreadsheet with the same cells', async (path) => {
    const params = { ...SOURCES, group: 'month' };
    const csv = await stat.csv(`/stat/v1/data${path}.csv`, params);
    const raw = await stat.raw(`/stat/v1/data${path}.xlsx`, params);
    expect(raw.headers['content-disposition']).toMatch(/^attachment; filename="goalpost-1-[\d-]+\.xlsx"$/);
    const sheet = sheetOf(raw.body as Buffer);
    const cells = csv.split('\r\n').slice(0, -1);
    expect(sheet.map((line) => line.join())).toEqual(cells.map((line) => line.replaceAll("'=", '=')));
  });
  it('[M63] any text is one cell, and never a formula', async () => {
    const odd = ['=1+1', 'a<b>&"c"', 'a\u0001b', '_x0041_', 'x'.repeat(40_000), ' pad '];
    await stat.add(...odd.map((browser) => visit({ browser, started_at: seconds('2026-05-02T12:00:00Z') })));
    const raw = await stat.raw('/stat/v1/data.xlsx', {
      dimensions: 'ym:s:browser',
      metrics: 'ym:s:visits',
      date1: '2026-05-01',
      date2: '2026-05-31',
    });
    const texts = sheetOf(raw.body as Buffer).map(([first]) => first ?? '');
    expect(texts).toContain('=1+1');
    expect(texts).toContain('a<b>&"c"');
    expect(texts).toContain('a\ufffdb');
    expect(texts).toContain('_x005F_x0041_');
    expect(texts).toContain(' pad ');
    expect(Math.max(...texts.map(({ length }) => length))).toBe(32_767);
  });
});
