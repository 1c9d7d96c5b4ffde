/**
 * Reaches that are told of a visit after it was stored, such as those of a backfill. Each is one row, replaced where
 * it is told again. `visits` is never rewritten.
 */
export const reaches = {
  id: '0007-reaches',
  statements: [
    `CREATE TABLE IF NOT EXISTS reaches (
  counter_id UInt32,
  kind LowCardinality(String),
  goal_id UInt64,
  reach_id UInt64,
  visitor_id UInt64,
  visit_id UInt64,
  at DateTime('UTC') CODEC(Delta, ZSTD(1)),
  price Float64,
  currency LowCardinality(String),
  version UInt64
) ENGINE = ReplacingMergeTree(version)
ORDER BY (counter_id, kind, goal_id, reach_id)
SETTINGS
  non_replicated_deduplication_window = 10000,
  fsync_after_insert = 1,
  fsync_part_directory = 1,
  old_parts_lifetime = 120`,
  ],
} as const;
