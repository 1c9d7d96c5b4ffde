/**
 * Sums of days whose rows have gone, without any visitor [P43]. A row that is written again replaces itself.
 * Rows with the part `until` say which days are read here: those before the latest of them.
 */
export const daySums = {
  id: '0014-day-sums',
  statements: [
    `CREATE TABLE IF NOT EXISTS day_sums (
  counter_id UInt32,
  kind LowCardinality(String),
  family LowCardinality(String),
  day Date,
  value_id UInt64,
  value String CODEC(ZSTD(1)),
  part LowCardinality(String),
  goal UInt64,
  currency LowCardinality(String),
  visits UInt64,
  users UInt64,
  first_users UInt64,
  first_valued UInt64,
  new_users UInt64,
  reaches UInt64,
  page_views UInt64,
  bounces UInt64,
  duration UInt64,
  price Float64
) ENGINE = ReplacingMergeTree
ORDER BY (counter_id, kind, family, day, value_id)
SETTINGS
  non_replicated_deduplication_window = 10000,
  fsync_after_insert = 1,
  fsync_part_directory = 1,
  old_parts_lifetime = 120`,
  ],
} as const;
