/**
 * The two tables of the analytics store.
 *
 * `visits` keeps one row a visit, replaced as the visit grows (read it with FINAL). Its partition and key use
 * `opened_on`, the UTC day on which the visit's first hit *arrived*, which never changes, while `started_at`
 * may move back by up to 12 h when a late hit comes [V10].
 */
const source = (prefix: string) => `
  ${prefix}traffic_source LowCardinality(String),
  ${prefix}source_engine LowCardinality(String),
  ${prefix}search_phrase String,
  ${prefix}utm_source LowCardinality(String),
  ${prefix}utm_medium LowCardinality(String),
  ${prefix}utm_campaign LowCardinality(String),
  ${prefix}utm_content LowCardinality(String),
  ${prefix}utm_term LowCardinality(String),`;

const device = `
  device_category LowCardinality(String),
  browser LowCardinality(String),
  browser_version LowCardinality(String),
  os LowCardinality(String),
  os_version LowCardinality(String),
  country LowCardinality(String),
  language LowCardinality(String),
  screen_width UInt16,
  screen_height UInt16,
  is_robot Bool,`;

const goals = `
  goal_ids Array(UInt64),
  goal_times Array(DateTime('UTC')),
  goal_prices Array(Float64),
  goal_currencies Array(LowCardinality(String)),`;

const settings = `SETTINGS non_replicated_deduplication_window = 10000`;

export const hitsAndVisits = {
  id: '0001-hits-and-visits',
  statements: [
    `CREATE TABLE IF NOT EXISTS hits (
  counter_id UInt32,
  hit_id UInt64,
  visit_id UInt64,
  visitor_id UInt64,
  segment UInt64,
  at DateTime('UTC'),
  arrived_at Decimal(13, 3),
  kind LowCardinality(String),
  identifier String,
  url String,
  referrer String,
  title String,
  not_bounce Bool,
  params String,
  user_params String,
  user_id String,
  ecommerce String,
  ${device}
  ${goals}
  INDEX visit visit_id TYPE bloom_filter(0.01) GRANULARITY 1
) ENGINE = MergeTree
PARTITION BY toYYYYMM(at)
ORDER BY (counter_id, toDate(at), visitor_id, at)
${settings}`,
    `CREATE TABLE IF NOT EXISTS visits (
  counter_id UInt32,
  opened_on Date,
  visit_id UInt64,
  visitor_id UInt64,
  version UInt32,
  segment UInt64,
  started_at DateTime('UTC'),
  ended_at DateTime('UTC'),
  duration UInt32,
  hits UInt32,
  page_views UInt32,
  is_bounce Bool,
  visit_number UInt32,
  first_visit_at DateTime('UTC'),
  previous_visit_at DateTime('UTC'),
  significant_at DateTime('UTC'),
  start_url String,
  start_path String,
  end_url String,
  referrer String,
  user_id String,
  params String,
  ${source('')}
  ${source('first_')}
  ${source('significant_')}
  ${device}
  ${goals}
  INDEX visitor visitor_id TYPE bloom_filter(0.01) GRANULARITY 1
) ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(opened_on)
ORDER BY (counter_id, opened_on, visit_id)
${settings}`,
  ],
} as const;
