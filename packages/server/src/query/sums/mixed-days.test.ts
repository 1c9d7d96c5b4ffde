/** Periods of which some days have sums and others rows [M153], and what lacks nothing of them [M156]. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createExpiringHits } from '../../stores/olap/expiring.ts';
import { sheetOf } from '../test-sheet.ts';
import { counter, startTestStat, type TestStat } from '../test-stat.ts';
import { hit, seconds, visit } from '../test-visits.ts';
import { createDaySums } from './day-sums.ts';
import type { SummedKind } from './mark.ts';

const PERIOD = { date1: '2026-02-26', date2: '2026-03-02' };
let stat: TestStat;
beforeAll(async () => {
  stat = await startTestStat();
  stat.counters = [counter({ id: 1 }), counter({ id: 2 })];
});
afterAll(() => stat.close());

/** As retention does, of days before the last of February. */
async function sumAndRemove(id: number, kind: SummedKind, zone = 'UTC'): Promise<void> {
  const before = Date.parse('2026-02-28');
  const who = { id, zone, goals: [], favorites: [] };
  const summed = await createDaySums(stat.olap).sum(who, kind, before);
  await createExpiringHits(stat.olap)[kind].remove(id, before, summed);
}

it('[M153] answers over sums and rows are what they were, without robots', async () => {
  const rows = ['2026-02-26', '2026-02-27', '2026-03-01'].flatMap((day, index) => {
    const base = { counter_id: 1, opened_on: day, visitor_id: String(index + 1) };
    const at = seconds(`${day}T03:00:00Z`);
    return [
      visit({ ...base, started_at: at, country: 'DE' }),
      visit({ ...base, started_at: at + 60, country: 'RU' }),
      visit({ ...base, started_at: at + 120, country: 'FR', visitor_id: '9', is_robot: true }),
    ];
  });
  await stat.add(...rows);
  const asked = { ...PERIOD, ids: '1', metrics: 'ym:s:visits,ym:s:pageviews,ym:s:users' };
  const dimensions = 'ym:s:regionCountry';
  const answers = async () => {
    const found = await Promise.all([
      stat.data(asked),
      stat.data({ ...asked, dimensions, limit: '1', offset: '2' }),
      stat.data({ ...asked, dimensions: `ym:s:date,${dimensions}`, sort: '-ym:s:date' }),
      stat.bytime({ ...asked, dimensions, group: 'day', top_keys: '1' }),
    ]);
    const csv = await stat.csv('/stat/v1/data.csv', { ...asked, dimensions });
    const said = csv.split('\r\n').filter((line) => !line.includes('only sums of days'));
    return [said, ...found.map(({ sums: _sums, query: _query, ...rest }) => rest)];
  };
  const before = await answers();
  await sumAndRemove(1, 'visits');
  expect((await stat.data(asked)).sums?.answered).toBe(true);
  expect(await answers()).toEqual(before);
});

it('[M156] costs lack nothing where only hits have gone', async () => {
  const of = visit({ counter_id: 2, started_at: seconds('2026-02-26T03:00:00Z'), visitor_id: '5' });
  await stat.addHits(hit(of, { kind: 'view', url: 'https://shop.example/a' }));
  await sumAndRemove(2, 'hits');
  const asked = { ...PERIOD, ids: '2' };
  expect((await stat.data({ ...asked, metrics: 'ym:ep:eventsNumber' })).sums?.reason).toBe('rows');
  expect((await stat.data({ ...asked, metrics: 'ym:ev:expenseClicks' })).sums).toBeUndefined();
});

/** All that comes as a file, and the columns that it has. */
const FILES = [
  ['/stat/v1/data', {}, 2],
  ['/stat/v1/data/bytime', { group: 'day' }, 3],
  ['/stat/v1/data/drilldown', {}, 2],
  ['/stat/v1/data/comparison', { date1_a: '2026-02-26', date2_a: '2026-02-26' }, 3],
  ['/stat/v1/data/comparison/drilldown', { date1_a: '2026-02-26', date2_a: '2026-02-26' }, 3],
] as const;

it.each(FILES)('[M156] the file of %s says what the screen says of its days', async (path, more, width) => {
  const isTwofold = path.includes('comparison');
  const period = isTwofold ? { date1_b: '2026-02-26', date2_b: '2026-03-02' } : PERIOD;
  const days = { ...period, ...more, ids: '1', metrics: 'ym:s:visits' };
  for (const [dimensions, wanted] of [
    ['ym:s:regionCountry', 'visitors of these days count anew each day'],
    ['ym:s:regionCity', 'this answer is without them'],
  ] as const) {
    const csv = await stat.csv(`${path}.csv`, { ...days, dimensions });
    const said = csv.split('\r\n').filter((line) => line.includes(wanted));
    expect(said).toHaveLength(isTwofold ? 2 : 1);
    // Lines of one file are of one width.
    const line = new RegExp(`^"?Of 2026-02-26 to [^,]*(, .*"|[^,"]*),{${width - 1}}$`);
    expect(said.filter((text) => !line.test(text))).toEqual([]);
    // A spreadsheet has the same lines, and a later page has none.
    const sheet = await stat.raw(`${path}.xlsx`, { ...days, dimensions });
    const texts = sheetOf(sheet.body as Buffer).map(([first = '']) => first);
    expect(texts.filter((text) => text.includes(wanted))).toHaveLength(said.length);
    if (path.endsWith('bytime')) continue;
    const later = await stat.csv(`${path}.csv`, { ...days, dimensions, offset: '2' });
    expect(later).not.toContain(wanted);
  }
});

it('[M156] names all zones in which days of several counters begin', async () => {
  for (const [id, zone] of [
    [3, 'Europe/Moscow'],
    [4, 'Asia/Tokyo'],
  ] as const) {
    stat.counters.push(counter({ id, timeZone: zone }));
    await stat.add(visit({ counter_id: id, started_at: seconds('2026-02-26T12:00:00Z') }));
    await sumAndRemove(id, 'visits', zone);
  }
  const { sums } = await stat.data({ ...PERIOD, ids: '3,4', metrics: 'ym:s:visits' });
  expect(sums?.time_zone).toBe('Asia/Tokyo, Europe/Moscow');
});
