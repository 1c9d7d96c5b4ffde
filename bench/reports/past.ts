/** A month of a shop's visits and hits, written straight into the analytics store. */
import type { Olap } from '../../packages/server/src/kit/olap.ts';
import { createClosedDays, FIRST_OPEN_DAY } from '../../packages/server/src/visitors/index.ts';

export const COUNTER = 1;
export const MONTH = { first: '2026-06-01', last: '2026-06-30', partition: 202_606 } as const;
export const GOALS = 8;
const DAYS = 30;

/** How a month that grows lies on the disk: parts of some days each, of which the store merges no two. */
const PARTS = 5;
/** A part also holds later rows of visits that the part before has: one in so many of a day. */
const GROWN = 4;

const DAY_SECONDS = 86_400;
/** Of visit `n` of all: they are spread evenly over the days. */
const STARTED = `toDateTime({start:String}, 'UTC') + intDiv(n * {days:UInt64} * ${DAY_SECONDS}, {visits:UInt64})`;

/** Of number `n`, always the same. */
const pick = (from: string, salt: number): string => `${from}[1 + cityHash64(n, ${salt}) % length(${from})]`;
const chance = (salt: number, percent: number): string => `cityHash64(n, ${salt}) % 100 < ${percent}`;
const texts = (...all: readonly string[]): string => `[${all.map((text) => `'${text}'`).join(', ')}]`;

const SOURCES = texts('organic', 'organic', 'organic', 'ad', 'ad', 'direct', 'referral', 'social', 'email');
const ENGINES = texts('google', 'yandex', 'bing', 'duckduckgo');
const BROWSERS = texts('Chrome', 'Chrome', 'Chrome', 'Safari', 'Firefox', 'YandexBrowser');

/** Sixty sections of twenty goods each; one path in fifty is written in percent signs. */
const PATH = `multiIf(
  ${chance(1, 30)}, '/',
  ${chance(2, 2)}, '/%D0%BA%D1%80%D0%BE%D1%81%D1%81%D0%BE%D0%B2%D0%BA%D0%B8/',
  concat('/catalogue/section-', toString(cityHash64(n, 3) % 60), '/item-', toString(cityHash64(n, 4) % 20), '/'))`;
const REACHED = `if(${chance(5, 12)}, arrayMap(i -> 1 + cityHash64(n, i) % ${GOALS}, range(1 + cityHash64(n, 6) % 3)), [])`;

/** Each column of `visits` that is told of; the others keep what they have by default. */
const VISIT: Readonly<Record<string, string>> = {
  counter_id: String(COUNTER),
  opened_on: 'toDate(started_at)',
  visit_id: 'cityHash64(n)',
  visitor_id: 'cityHash64(cityHash64(n, 7) % intDiv({visits:UInt64} * 3, 5) , 0)',
  version: '{version:UInt32}',
  started_at: STARTED,
  duration: 'cityHash64(n, 8) % 600',
  ended_at: 'started_at + duration',
  hits: 'page_views + 1',
  page_views: '1 + cityHash64(n, 9) % 5',
  is_bounce: 'page_views = 1',
  visit_number: '1 + cityHash64(n, 10) % 4',
  start_url: `concat('https://shop.example', start_path)`,
  start_path: PATH,
  end_url: 'start_url',
  traffic_source: pick(SOURCES, 11),
  source_engine: `if(traffic_source = 'organic', ${pick(ENGINES, 12)}, '')`,
  first_traffic_source: pick(SOURCES, 13),
  significant_traffic_source: pick(SOURCES, 14),
  significant_source_engine: `if(significant_traffic_source = 'organic', ${pick(ENGINES, 15)}, '')`,
  device_category: pick(texts('desktop', 'mobile', 'mobile', 'tablet'), 16),
  browser: pick(BROWSERS, 17),
  country: pick(texts('DE', 'RU', 'US', 'FR'), 18),
  is_robot: chance(19, 2),
  goal_ids: REACHED,
  goal_times: 'arrayMap(g -> ended_at, goal_ids)',
  goal_prices: 'arrayMap(g -> toFloat64(g * 10), goal_ids)',
  goal_currencies: `arrayMap(g -> 'EUR', goal_ids)`,
};

/** What is written at once has to fit beside all else in the memory that one query may use. */
const SMALL_BLOCKS =
  'max_insert_threads = 1, max_threads = 1, min_insert_block_size_rows = 50000, min_insert_block_size_bytes = 0';

const insertVisits = (table: string): string => `INSERT INTO ${table} (${Object.keys(VISIT).join(', ')})
SELECT ${Object.entries(VISIT)
  .map(([name, sql]) => `${sql} AS ${name}`)
  .join(',\n  ')}
FROM (SELECT number AS n FROM numbers({from:UInt64}, {count:UInt64}) WHERE number >= {first:UInt64} OR number % ${GROWN} = 0)
SETTINGS ${SMALL_BLOCKS}`;

/** A hit for each page view; further pages than the first are anywhere. */
const INSERT_HITS = `INSERT INTO hits (counter_id, hit_id, visit_id, visitor_id, at, arrived_at, kind, url, is_robot)
SELECT counter_id, cityHash64(visit_id, view), visit_id, visitor_id, started_at + view * 20, toDecimal64(toUnixTimestamp(started_at) + view * 20, 3), 'view',
  if(view = 0, start_url, concat('https://shop.example/catalogue/section-', toString(cityHash64(visit_id, view) % 60), '/item-', toString(cityHash64(visit_id, view, 1) % 20), '/')),
  is_robot
FROM visits FINAL ARRAY JOIN range(page_views) AS view
SETTINGS ${SMALL_BLOCKS}`;

const startOf = (day: string): string => `${day} 00:00:00`;
const SPAN = { start: startOf(MONTH.first), days: DAYS } as const;

/** Each part is merged beside the table, so that no insert has to hold all of it. */
export async function writePast(olap: Olap, visits: number): Promise<void> {
  await olap.command('CREATE TABLE grown AS visits');
  // Not stopped: deletions are merges, too.
  await olap.command('ALTER TABLE visits MODIFY SETTING max_bytes_to_merge_at_max_space_in_pool = 1');
  const size = Math.ceil(visits / PARTS);
  const day = Math.ceil(visits / DAYS);
  for (let part = 0; part < PARTS; part++) {
    const [first, end] = [part * size, Math.min(visits, (part + 1) * size)];
    const from = Math.max(0, first - day);
    const params = { visits, ...SPAN, from, first, count: end - from, version: part + 1 };
    await olap.command(insertVisits('grown'), params);
    await olap.command('OPTIMIZE TABLE grown FINAL');
    await olap.command(`ALTER TABLE visits ATTACH PARTITION ${MONTH.partition} FROM grown`);
    await olap.command('TRUNCATE TABLE grown');
  }
  await olap.command('DROP TABLE grown');
  await olap.command(INSERT_HITS);
  await olap.command('OPTIMIZE TABLE hits FINAL');
}

/** Two years of a counter with few visits, up to the month's end: most months are merged, as they come to be. */
export const YEARS = { first: '2024-07-01', days: 730 } as const;

export async function writeYears(olap: Olap, perDay: number): Promise<void> {
  const visits = perDay * YEARS.days;
  const params = { visits, start: startOf(YEARS.first), days: YEARS.days, first: 0, version: 1 };
  const last = perDay * 7;
  await olap.command(insertVisits('visits'), { ...params, from: 0, count: visits - last });
  await olap.command('OPTIMIZE TABLE visits FINAL');
  // The last week lies in parts of its own.
  for (let day = 7; day > 0; day--)
    await olap.command(insertVisits('visits'), { ...params, from: visits - day * perDay, count: perDay });
  await olap.command(INSERT_HITS);
  await olap.command('OPTIMIZE TABLE hits FINAL');
}

/** As a server does while it runs: the last four days of the month stay open. */
export async function closeDays(olap: Olap): Promise<void> {
  let now = Date.parse(`${MONTH.last}T23:00:00Z`) + DAY_SECONDS * 1_000;
  const days = createClosedDays(
    {
      ...olap,
      command: (sql, params) => olap.command(sql.replace('mutations_sync = 0', 'mutations_sync = 2'), params),
    },
    { now: () => now },
  );
  // A look that deletes closes nothing; the next one does.
  for (let end = ''; end < `${MONTH.last.slice(0, 8)}27`;) {
    await days.close();
    now += 600_000;
    const sql = `SELECT ${FIRST_OPEN_DAY} AS day FROM closed_days`;
    end = (await olap.query<{ day: string }>(sql, {}))[0]?.day ?? '';
  }
}

/** The same month as it lies once it is merged, beside the table that grows: for questions by hand. */
export const MERGED = 'merged_visits';

export async function copyMerged(olap: Olap): Promise<void> {
  await olap.command(`CREATE TABLE ${MERGED} AS visits`);
  await olap.command(`ALTER TABLE ${MERGED} ATTACH PARTITION ${MONTH.partition} FROM visits`);
  await olap.command(`ALTER TABLE ${MERGED} RESET SETTING max_bytes_to_merge_at_max_space_in_pool`);
  await olap.command(`OPTIMIZE TABLE ${MERGED} FINAL`);
}

export async function merge(olap: Olap): Promise<void> {
  await olap.command('ALTER TABLE visits RESET SETTING max_bytes_to_merge_at_max_space_in_pool');
  await olap.command('OPTIMIZE TABLE visits FINAL');
}

export async function partsOf(olap: Olap): Promise<number> {
  const sql = `SELECT count() AS parts FROM system.parts WHERE table = 'visits' AND active AND database = currentDatabase()`;
  const [row] = await olap.query<{ parts: string }>(sql, {});
  return Number(row?.parts);
}
