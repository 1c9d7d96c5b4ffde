/**
 * Rows of the analytics store as objects; column for column the tables of `stores/olap/migrations`. How they are
 * written, `encode` says.
 * 64-bit ids are decimal strings, DateTime columns Unix seconds, `arrived_at` a decimal of seconds.
 */
interface SourceColumns {
  traffic_source: string;
  source_engine: string;
  search_phrase: string;
  utm_source: string;
  utm_medium: string;
  utm_campaign: string;
  utm_content: string;
  utm_term: string;
}

/** Absent: all are empty. */
interface MarkColumns {
  from_tag: string;
  openstat: string;
  profile: string;
  gclid: boolean;
}

type Prefixed<P extends string, T> = { [K in keyof T & string as `${P}${K}`]: T[K] };

export interface DeviceColumns {
  device_category: string;
  browser: string;
  browser_version: string;
  os: string;
  os_version: string;
  country: string;
  language: string;
  screen_width: number;
  screen_height: number;
  is_robot: boolean;
  engine: string;
  engine_version: string;
  phone_make: string;
  phone_model: string;
  window_width: number;
  window_height: number;
  screen_colors: number;
  pixel_ratio: number;
  /** Minutes ahead of UTC; 32767: not known. */
  client_zone: number;
  cookies: '' | 'yes' | 'no';
  javascript: '' | 'yes' | 'no';
  third_party_cookies: '' | 'yes' | 'no';
  region: string;
  city: string;
}

/** Reaches, oldest first; the four arrays are of one length. */
export interface GoalColumns {
  goal_ids: number[];
  goal_times: number[];
  goal_prices: number[];
  goal_currencies: string[];
}

export type HitKind =
  | 'view'
  | 'event'
  | 'form'
  | 'button'
  | 'contact'
  | 'engagement'
  | 'link'
  | 'download'
  | 'params'
  | 'notbounce'
  | 'other';

export interface ProductRow {
  action: string;
  id: string;
  name: string;
  brand: string;
  category: string;
  variant: string;
  coupon: string;
  list: string;
  /** 0: not said. */
  position: number;
  price: number | null;
  discount: number | null;
  quantity: number;
  currency: string;
}

export interface PurchaseRow {
  id: string;
  coupon: string;
  revenue: number;
  currency: string;
}

export interface PromotionRow {
  action: 'view' | 'click';
  id: string;
  name: string;
  creative: string;
  slot: string;
  position: string;
}

export interface HitRow extends DeviceColumns, GoalColumns {
  counter_id: number;
  hit_id: string;
  visit_id: string;
  visitor_id: string;
  /** Journal segment it came by. */
  segment: number;
  at: number;
  arrived_at: number;
  kind: HitKind;
  /** Of an event; else empty. */
  identifier: string;
  url: string;
  referrer: string;
  title: string;
  not_bounce: boolean;
  /** JSON, or empty. */
  params: string;
  user_params: string;
  user_id: string;
  ecommerce: string;
  /** The page view it belongs to, as the page numbers it. */
  page_view: number;
  /** Number of the hit in its visit, in the order of arrival; 0: not known, of rows of before the column. */
  nth: number;
  /** Of its time, past `at`. */
  milliseconds: number;
  /** The whole second that it carries where its time is no more exact [G7]; 0: it is. */
  whole_second: number;
  /** Absent: the hit tells of none. */
  products?: ProductRow[];
  purchases?: PurchaseRow[];
  promotions?: PromotionRow[];
  /** JSON of what the tag read of prices on the page; empty or absent: it read none. */
  page_prices?: string;
}

export interface VisitRow
  extends
    DeviceColumns,
    GoalColumns,
    SourceColumns,
    Prefixed<'first_', SourceColumns>,
    Prefixed<'significant_', SourceColumns>,
    Partial<Prefixed<'' | 'first_' | 'significant_', MarkColumns>> {
  counter_id: number;
  /** `YYYY-MM-DD`, UTC, of the arrival of its first hit. */
  opened_on: string;
  visit_id: string;
  visitor_id: string;
  /** Grows with every row of the same visit. */
  version: number;
  /** Journal segment that opened it. */
  segment: number;
  started_at: number;
  ended_at: number;
  duration: number;
  hits: number;
  page_views: number;
  is_bounce: boolean;
  /** 1: the visitor's first visit ever. */
  visit_number: number;
  first_visit_at: number;
  /** 0 at the first visit. */
  previous_visit_at: number;
  significant_at: number;
  start_url: string;
  start_path: string;
  end_url: string;
  referrer: string;
  user_id: string;
  /** JSON array of the visit parameters, or empty. */
  params: string;
}
