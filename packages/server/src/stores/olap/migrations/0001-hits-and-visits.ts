/**
 * The two tables of the analytics store.
 *
 * `visits` keeps one row a visit, replaced as the visit grows (read it with FINAL). Its partition and key use
 * `opened_on`, the UTC day on which the visit's first hit *arrived*, which never changes, while `started_at`
 * may move back by up to 12 h when a late hit comes [V10].
 *
 * No skipping indexes: the visitors of a batch are spread over all granules, so that one would skip none.
 */
const LONG_TEXT = 'CODEC(ZSTD(1))';
const TIME = `DateTime('UTC') CODEC(Delta, ZSTD(1))`;

const source = (prefix: string) => `
  ${prefix}traffic_source LowCardinality(String),
  ${prefix}source_engine LowCardinality(String),
  ${prefix}search_phrase String ${LONG_TEXT},
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
  goal_currencies Array(LowCardinality(String))`;

/**
 * The window remembers the tokens of this many inserts, hours of them, far more than a replay goes back.
 * An insert is on the disk when it is acknowledged, since the journal may then be dropped; what a merge
 * replaces stays until its result has had time to get there. The default of eight minutes would keep hundreds
 * of replaced parts, as there is an insert every second or two.
 */
const settings = `
  non_replicated_deduplication_window = 10000,
  fsync_after_insert = 1,
  fsync_part_directory = 1,
  old_parts_lifetime = 120`;

/** A month that grows no more becomes one part, in which a visit has one row. */
const settleOldMonths = `
  min_age_to_force_merge_seconds = 86400,
  min_age_to_force_merge_on_partition_only = 1`;

export const hitsAndVisits = {
  id: '0001-hits-and-visits',
  statements: [
    `CREATE TABLE IF NOT EXISTS hits (
  counter_id UInt32,
  hit_id UInt64,
  visit_id UInt64,
  visitor_id UInt64,
  segment UInt64 CODEC(Delta, ZSTD(1)),
  at ${TIME},
  arrived_at Decimal(13, 3) CODEC(Delta, ZSTD(1)),
  kind LowCardinality(String),
  identifier String,
  url String ${LONG_TEXT},
  referrer String ${LONG_TEXT},
  title String ${LONG_TEXT},
  not_bounce Bool,
  params String ${LONG_TEXT},
  user_params String ${LONG_TEXT},
  user_id String,
  ecommerce String ${LONG_TEXT},
  ${device}
  ${goals}
) ENGINE = MergeTree
PARTITION BY toYYYYMM(at)
ORDER BY (counter_id, toDate(at), visitor_id, at)
SETTINGS ${settings}`,
    `CREATE TABLE IF NOT EXISTS visits (
  counter_id UInt32,
  opened_on Date,
  visit_id UInt64,
  visitor_id UInt64,
  version UInt32,
  segment UInt64 CODEC(Delta, ZSTD(1)),
  started_at ${TIME},
  ended_at ${TIME},
  duration UInt32,
  hits UInt32,
  page_views UInt32,
  is_bounce Bool,
  visit_number UInt32,
  first_visit_at ${TIME},
  previous_visit_at ${TIME},
  significant_at ${TIME},
  start_url String ${LONG_TEXT},
  start_path String ${LONG_TEXT},
  end_url String ${LONG_TEXT},
  referrer String ${LONG_TEXT},
  user_id String,
  params String ${LONG_TEXT},
  ${source('')}
  ${source('first_')}
  ${source('significant_')}
  ${device}
  ${goals}
) ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(opened_on)
ORDER BY (counter_id, opened_on, visit_id)
SETTINGS ${settings},${settleOldMonths}`,
  ],
} as const;
