/** For tests: rows of `visits` with everything but what a test is about filled in. */
import type { HitRow, VisitRow } from '../collect/index.ts';

export type VisitChanges = Partial<VisitRow>;

const NO_SOURCE = {
  source_engine: '',
  search_phrase: '',
  utm_source: '',
  utm_medium: '',
  utm_campaign: '',
  utm_content: '',
  utm_term: '',
};

const prefixed = <P extends string>(prefix: P) =>
  Object.fromEntries(
    Object.entries({ traffic_source: 'direct', ...NO_SOURCE }).map(([key, value]) => [prefix + key, value]),
  ) as Record<`${P}${'traffic_source' | keyof typeof NO_SOURCE}`, string>;

/** What browsers say of themselves, and where they are. */
const CLIENT = {
  engine: 'Blink',
  engine_version: '140.0.0.0',
  phone_make: '',
  phone_model: '',
  window_width: 1280,
  window_height: 720,
  screen_colors: 24,
  pixel_ratio: 1,
  client_zone: 60,
  cookies: 'yes',
  javascript: 'yes',
  third_party_cookies: '',
  region: '',
  city: '',
} as const;

/** Seconds since the epoch. */
export const seconds = (iso: string): number => Date.parse(iso) / 1000;

let ids = 1;

export function visit(changes: VisitChanges = {}): VisitRow {
  const started = changes.started_at ?? seconds('2026-03-10T12:00:00Z');
  const id = String(ids++);
  return {
    counter_id: 1,
    opened_on: new Date(started * 1000).toISOString().slice(0, 10),
    visit_id: id,
    visitor_id: `9${id}`,
    version: 1,
    segment: 1,
    started_at: started,
    ended_at: started + (changes.duration ?? 0),
    duration: 0,
    hits: 1,
    page_views: 1,
    is_bounce: false,
    visit_number: 1,
    first_visit_at: started,
    previous_visit_at: 0,
    significant_at: started,
    start_url: 'https://shop.example/',
    start_path: '/',
    end_url: 'https://shop.example/',
    referrer: '',
    user_id: '',
    params: '',
    traffic_source: 'direct',
    ...NO_SOURCE,
    ...prefixed('first_'),
    ...prefixed('significant_'),
    device_category: 'desktop',
    browser: 'Chrome',
    browser_version: '140.0',
    os: 'Windows',
    os_version: '11',
    country: 'DE',
    language: 'de',
    screen_width: 1920,
    screen_height: 1080,
    is_robot: false,
    ...CLIENT,
    goal_ids: [],
    goal_times: [],
    goal_prices: [],
    goal_currencies: [],
    ...changes,
  };
}

/** A hit of the visit, by the same visitor with the same device. */
export function hit(of: VisitRow, changes: Partial<HitRow> = {}): HitRow {
  return {
    counter_id: of.counter_id,
    hit_id: String(ids++),
    visit_id: of.visit_id,
    visitor_id: of.visitor_id,
    segment: 1,
    at: of.started_at,
    arrived_at: of.started_at,
    kind: 'view',
    identifier: '',
    url: of.start_url,
    referrer: of.referrer,
    title: '',
    not_bounce: false,
    params: '',
    user_params: '',
    user_id: of.user_id,
    ecommerce: '',
    nth: 0,
    milliseconds: 0,
    whole_second: 0,
    device_category: of.device_category,
    browser: of.browser,
    browser_version: of.browser_version,
    os: of.os,
    os_version: of.os_version,
    country: of.country,
    language: of.language,
    screen_width: of.screen_width,
    screen_height: of.screen_height,
    is_robot: of.is_robot,
    ...(Object.fromEntries(
      Object.keys(CLIENT).map((name) => [name, of[name as keyof typeof CLIENT]]),
    ) as typeof CLIENT),
    page_view: 0,
    goal_ids: [],
    goal_times: [],
    goal_prices: [],
    goal_currencies: [],
    ...changes,
  };
}

/** Reaches of a visit, as its columns. */
export function reaches(...list: readonly (number | readonly [number, number, string])[]): VisitChanges {
  const all = list.map((one) => (typeof one === 'number' ? ([one, 0, ''] as const) : one));
  return {
    goal_ids: all.map(([id]) => id),
    goal_times: all.map(() => 0),
    goal_prices: all.map(([, price]) => price),
    goal_currencies: all.map(([, , currency]) => currency),
  };
}

/** The source of a visit by all three attributions. */
export function from(trafficSource: string, engine = '', more: Record<string, string> = {}): VisitChanges {
  const source = { traffic_source: trafficSource, source_engine: engine, ...more };
  const under = (prefix: string) =>
    Object.fromEntries(Object.entries(source).map(([key, value]) => [prefix + key, value]));
  return { ...source, ...under('first_'), ...under('significant_') };
}

export function jsonLines(rows: readonly (VisitRow | HitRow)[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
