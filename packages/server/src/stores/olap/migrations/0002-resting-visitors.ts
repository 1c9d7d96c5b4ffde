/**
 * Visitors whose open visits memory has no room for [V24]. Rows are added, never replaced, so that a journal that is
 * read again finds them as they were at each segment [V17]. No hit can join them after 18 h; a week is time
 * enough for a server that stood still.
 */
export const restingVisitors = {
  id: '0002-resting-visitors',
  statements: [
    `CREATE TABLE IF NOT EXISTS resting_visitors (
  counter_id UInt32,
  visitor_id UInt64,
  is_robot Bool,
  segment UInt64 CODEC(Delta, ZSTD(1)),
  last_arrival DateTime('UTC') CODEC(Delta, ZSTD(1)),
  state String CODEC(ZSTD(1))
) ENGINE = MergeTree
PARTITION BY toDate(last_arrival)
ORDER BY (counter_id, visitor_id, segment)
TTL last_arrival + INTERVAL 7 DAY
SETTINGS
  index_granularity = 256,
  ttl_only_drop_parts = 1,
  non_replicated_deduplication_window = 10000,
  fsync_after_insert = 1,
  fsync_part_directory = 1,
  old_parts_lifetime = 120`,
  ],
} as const;
