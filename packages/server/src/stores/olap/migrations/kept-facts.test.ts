/** A folder of the version before, brought up to date: old rows have no value, new ones stand beside them. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { HitRow, VisitRow } from '../../../collect/rows.ts';
import { migrateOlap, OLAP_MIGRATIONS } from '../migrate.ts';
import { startTestOlap, type TestOlap } from '../test-olap.ts';
import { hitRow, lines, visitRow } from '../test-rows.ts';

const NO_VALUES = {
  engine: '',
  engine_version: '',
  phone_make: '',
  phone_model: '',
  window_width: 0,
  window_height: 0,
  screen_colors: 0,
  pixel_ratio: 0,
  client_zone: 32_767,
  cookies: '',
  javascript: '',
  third_party_cookies: '',
  region: '',
  city: '',
};
const COLUMNS = Object.keys(NO_VALUES).join(', ');

/** The row as it was written before: with the columns that there were. */
async function asBefore(table: string, row: HitRow | VisitRow): Promise<string> {
  const had = await store.olap.query<{ name: string }>(`DESCRIBE TABLE ${table}`, {});
  const names = new Set(had.map(({ name }) => name));
  const kept = Object.entries(row).filter(([name]) => names.has(name));
  return `${JSON.stringify(Object.fromEntries(kept))}\n`;
}

let store: TestOlap;
beforeAll(async () => {
  store = await startTestOlap(OLAP_MIGRATIONS.slice(0, 3));
});
afterAll(() => store.close());

it('[V43] rows from before have no value, and rows of both kinds are read together', async () => {
  const { olap } = store;
  const onPage = { referrer: 'https://shop.example/a' };
  await olap.insert(
    'hits',
    await asBefore('hits', hitRow({ kind: 'event', url: 'goal://shop.example/lead', ...onPage })),
    '1',
  );
  await olap.insert('visits', await asBefore('visits', visitRow()), '1');
  await migrateOlap(olap);
  await olap.insert('visits', lines([visitRow({ visit_id: '2', first_gclid: true })]), '2');
  await olap.insert(
    'hits',
    lines([hitRow({ hit_id: '2', page_view: 5, url: 'https://shop.example/b' })]),
    '2',
  );
  const hits = await olap.query(`SELECT ${COLUMNS}, page, page_view FROM hits ORDER BY hit_id`, {});
  expect(hits).toEqual([
    { ...NO_VALUES, page: 'https://shop.example/a', page_view: 0 },
    expect.objectContaining({
      engine: 'Gecko',
      client_zone: 180,
      page: 'https://shop.example/b',
      page_view: 5,
    }),
  ]);
  const visits = await olap.query(`SELECT ${COLUMNS}, first_gclid FROM visits FINAL ORDER BY visit_id`, {});
  expect(visits).toEqual([
    { ...NO_VALUES, first_gclid: false },
    expect.objectContaining({
      engine_version: '143.0',
      window_width: 1_280,
      cookies: 'yes',
      first_gclid: true,
    }),
  ]);
});
