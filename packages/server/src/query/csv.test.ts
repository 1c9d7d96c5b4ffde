/** Answers as CSV: totals first, RFC 4180, and no text that a spreadsheet would run. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { counter, startTestStat, type TestStat } from './test-stat.ts';
import { from, seconds, visit } from './test-visits.ts';

let stat: TestStat;
beforeAll(async () => {
  stat = await startTestStat();
  stat.counters = [counter()];
  const started_at = seconds('2026-03-02T10:00:00Z');
  const campaigns = ['=1+1', '+cmd', '-2', '@sum', 'a "b", c', 'two\nlines', 'plain'];
  await stat.add(
    ...campaigns.map((utm_campaign) => visit({ started_at, ...from('ad', 'bing', { utm_campaign }) })),
    visit({ started_at, page_views: 5 }),
  );
});
afterAll(() => stat.close());

it('a table', async () => {
  const csv = await stat.csv('/stat/v1/data.csv', {
    dimensions: 'ym:s:UTMCampaign,ym:s:trafficSource',
    metrics: 'ym:s:visits,ym:s:bounceRate',
    sort: 'ym:s:UTMCampaign',
  });
  expect(csv.split('\r\n')).toEqual([
    'ym:s:lastsignUTMCampaign,ym:s:lastsignTrafficSource,ym:s:visits,ym:s:bounceRate',
    'Total and average,,7,0',
    "'+cmd,Ad traffic,1,0",
    "'-2,Ad traffic,1,0",
    "'=1+1,Ad traffic,1,0",
    "'@sum,Ad traffic,1,0",
    '"a ""b"", c",Ad traffic,1,0',
    'plain,Ad traffic,1,0',
    '"two\nlines",Ad traffic,1,0',
    '',
  ]);
});

it('a table without dimensions is its totals alone; null is empty', async () => {
  const csv = await stat.csv('/stat/v1/data.csv', {
    metrics: 'ym:s:visits,ym:s:bounceRate',
    date1: '2026-03-30',
  });
  expect(csv).toBe('ym:s:visits,ym:s:bounceRate\r\n0,\r\n');
});

it('a chart has a line for each row and interval', async () => {
  const csv = await stat.csv('/stat/v1/data/bytime.csv', {
    dimensions: 'ym:s:trafficSource',
    metrics: 'ym:s:visits,ym:s:pageDepth',
    group: 'day',
    date1: '2026-03-01',
    date2: '2026-03-02',
    lang: 'ru',
  });
  expect(csv.split('\r\n')).toEqual([
    'ym:s:lastsignTrafficSource,interval,ym:s:visits,ym:s:pageDepth',
    'Итого и средние,2026-03-01,0,',
    'Итого и средние,2026-03-02,8,1.5',
    'Переходы по рекламе,2026-03-01,0,',
    'Переходы по рекламе,2026-03-02,7,1',
    'Прямые заходы,2026-03-01,0,',
    'Прямые заходы,2026-03-02,1,5',
    '',
  ]);
});
