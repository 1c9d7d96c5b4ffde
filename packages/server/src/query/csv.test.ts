/** Answers as CSV: totals first, RFC 4180, and no text that a spreadsheet would run. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { csv as csvOf } from '../kit/files/csv.ts';
import { fileName } from './shape/file-name.ts';
import { tableLines } from './shape/lines.ts';
import { counter, startTestStat, type Params, type TestStat } from './test-stat.ts';
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

it('[M30] totals stand on the first page alone, and past the end there is nothing but the names', async () => {
  const asked = {
    dimensions: 'ym:s:UTMCampaign',
    metrics: 'ym:s:visits',
    sort: 'ym:s:UTMCampaign',
    limit: '3',
  };
  const page = async (offset: number) =>
    (await stat.csv('/stat/v1/data.csv', { ...asked, offset: String(offset) }))
      .trimEnd()
      .split('\r\n')
      .slice(1);
  expect((await page(1)).slice(0, 2)).toEqual(['Total and average,7', "'+cmd,1"]);
  const rows: string[] = [];
  for (let offset = 1; ; offset += 3) {
    const lines = await page(offset);
    if (lines.length === 0) break;
    rows.push(...lines.slice(offset === 1 ? 1 : 0));
  }
  expect(rows).toHaveLength(7);
  expect(await page(1_000)).toEqual([]);
  const noRows = { metrics: 'ym:s:visits', offset: '2' };
  expect(await stat.csv('/stat/v1/data.csv', noRows)).toBe('ym:s:visits\r\n');
});

it('[M30] it is a file with a name of its own, and a byte-order mark where asked for', async () => {
  const file = async (params: Params) => {
    const raw = await stat.raw('/stat/v1/data.csv', { metrics: 'ym:s:visits', ...params });
    return [raw.headers['content-disposition'], String(raw.body).startsWith('\uFEFFym:s:')];
  };
  expect(await file({})).toEqual(['attachment; filename="goalpost-1-2026-03-01-2026-03-31.csv"', false]);
  expect(await file({ preset: 'sources_summary', bom: '1' })).toEqual([
    'attachment; filename="goalpost-1-sources_summary-2026-03-01-2026-03-31.csv"',
    true,
  ]);
  const subject = {
    ids: [1, 2, 3, 4],
    what: 'a"b;\r\nc/../é',
    days: ['2026-03-01', '2026-03-02'],
  };
  expect(fileName(subject, 'csv')).toBe('goalpost-4-counters-a-b-c-2026-03-01-2026-03-02.csv');
});

it.each([
  '=1',
  '+1',
  '-1',
  '@x',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '\u00A0=1',
  '\uFEFF=1',
  '\u200B@x',
  '＝1',
  '＋1',
  '－1',
  '＠x',
])('[M31] %j is text for a spreadsheet, too', (name) => {
  const answer = { data: [{ dimensions: [{ name }], metrics: [-1] }], totals: [-1] };
  const names = { dimensions: ['d'], metrics: ['m'], lang: 'en', isFirstPage: false } as const;
  const [, line = ''] = csvOf(tableLines(answer as never, names)).split(/(?<=m)\r\n/);
  expect(line.replace(/^"/, '').startsWith(`'${name}`)).toBe(true);
  expect(line.endsWith(',-1\r\n')).toBe(true);
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
