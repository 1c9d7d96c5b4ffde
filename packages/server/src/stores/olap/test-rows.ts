/** For tests: rows of the analytics store, complete but for what a test cares about. */
import type { Olap } from '../../kit/olap.ts';
import type { DeviceColumns, GoalColumns, HitRow, VisitRow } from '../../collect/rows.ts';

const DEVICE: DeviceColumns = {
  device_category: 'desktop',
  browser: 'Firefox',
  browser_version: '143',
  os: 'Linux',
  os_version: '',
  country: 'RU',
  language: 'ru',
  screen_width: 1920,
  screen_height: 1080,
  is_robot: false,
  engine: 'Gecko',
  engine_version: '143.0',
  phone_make: '',
  phone_model: '',
  window_width: 1280,
  window_height: 720,
  screen_colors: 24,
  pixel_ratio: 1,
  client_zone: 180,
  cookies: 'yes',
  javascript: 'yes',
  third_party_cookies: '',
  region: '',
  city: '',
};
const NO_GOALS: GoalColumns = { goal_ids: [], goal_times: [], goal_prices: [], goal_currencies: [] };
const marksOf = <P extends string>(prefix: P) =>
  ({
    [`${prefix}from_tag`]: '',
    [`${prefix}openstat`]: '',
    [`${prefix}profile`]: '',
    [`${prefix}gclid`]: false,
  }) as Record<`${P}${'from_tag' | 'openstat' | 'profile'}`, string> & Record<`${P}gclid`, boolean>;
const NO_MARKS = { ...marksOf(''), ...marksOf('first_'), ...marksOf('significant_') };
/** 2026-09-21T14:13:20Z */
const AT = 1_790_000_000;

export function hitRow(change: Partial<HitRow> = {}): HitRow {
  return {
    counter_id: 1,
    hit_id: '1',
    visit_id: '1',
    visitor_id: '1',
    segment: 1,
    at: AT,
    arrived_at: AT + 0.125,
    kind: 'view',
    identifier: '',
    url: 'https://shop.example/',
    referrer: '',
    title: 'Shop',
    not_bounce: false,
    params: '',
    user_params: '',
    user_id: '',
    ecommerce: '',
    page_view: 0,
    nth: 1,
    milliseconds: 0,
    whole_second: 0,
    ...DEVICE,
    ...NO_GOALS,
    ...change,
  };
}

export function visitRow(change: Partial<VisitRow> = {}): VisitRow {
  return {
    counter_id: 1,
    opened_on: '2026-09-21',
    visit_id: '1',
    visitor_id: '1',
    version: 1,
    segment: 1,
    started_at: AT,
    ended_at: AT,
    duration: 0,
    hits: 1,
    page_views: 1,
    is_bounce: true,
    visit_number: 1,
    first_visit_at: AT,
    previous_visit_at: 0,
    significant_at: AT,
    start_url: 'https://shop.example/',
    start_path: '/',
    end_url: 'https://shop.example/',
    referrer: '',
    user_id: '',
    params: '',
    traffic_source: 'direct',
    source_engine: '',
    search_phrase: '',
    utm_source: '',
    utm_medium: '',
    utm_campaign: '',
    utm_content: '',
    utm_term: '',
    first_traffic_source: 'direct',
    first_source_engine: '',
    first_search_phrase: '',
    first_utm_source: '',
    first_utm_medium: '',
    first_utm_campaign: '',
    first_utm_content: '',
    first_utm_term: '',
    significant_traffic_source: 'direct',
    significant_source_engine: '',
    significant_search_phrase: '',
    significant_utm_source: '',
    significant_utm_medium: '',
    significant_utm_campaign: '',
    significant_utm_content: '',
    significant_utm_term: '',
    ...NO_MARKS,
    ...DEVICE,
    ...NO_GOALS,
    ...change,
  };
}

/** As `Olap.insert` takes them. */
export function lines(rows: readonly (HitRow | VisitRow)[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** How many rows a table holds. */
export async function countOf(olap: Pick<Olap, 'query'>, table: 'hits' | 'visits'): Promise<number> {
  const [row] = await olap.query<{ n: string }>(`SELECT count() AS n FROM ${table}`, {});
  return Number(row?.n);
}

/** The largest number of 64 bits. */
export const BIG = '18446744073709551615';

/** Texts that break what quotes or splits them carelessly. */
export const HOSTILE = [
  '',
  "'",
  "\\'",
  "' OR 1=1 --",
  "'; DROP TABLE hits; --",
  '\\',
  '\\\\',
  '\\n',
  'line\nbreak\r\n\ttab',
  '\0',
  'nul\0within',
  '\u0001\u001F\u007F\u2028\uFEFF',
  '"`$$;{x:String}}%s%%',
  '$tag$ ; $tag$',
  '/* */ -- #!',
  '\u{1F6D2} пример 例',
  '\\N',
  'NULL',
  "['a','b']",
  '\u{10FFFF}',
];
