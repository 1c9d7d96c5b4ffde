/**
 * What hits tell of products, orders and promotions, read once when they come in; and calls, each of a visitor.
 * Hits from before have none.
 */
const PRODUCT = `Array(Tuple(
  action LowCardinality(String),
  id String,
  name String,
  brand String,
  category String,
  variant String,
  coupon String,
  list String,
  position UInt32,
  price Nullable(Float64),
  discount Nullable(Float64),
  quantity Float64,
  currency LowCardinality(String)
))`;

const PURCHASE = `Array(Tuple(
  id String,
  coupon String,
  revenue Float64,
  currency LowCardinality(String)
))`;

const PROMOTION = `Array(Tuple(
  action LowCardinality(String),
  id String,
  name String,
  creative String,
  slot String,
  position String
))`;

export const commerce = {
  id: '0006-commerce',
  statements: [
    `ALTER TABLE hits
  ADD COLUMN IF NOT EXISTS products ${PRODUCT},
  ADD COLUMN IF NOT EXISTS purchases ${PURCHASE},
  ADD COLUMN IF NOT EXISTS promotions ${PROMOTION}`,
    // One row a call, replaced where it is told again. One of no known visit stands on the visitor alone.
    `CREATE TABLE IF NOT EXISTS calls (
  counter_id UInt32,
  call_id String,
  visitor_id UInt64,
  visit_id UInt64,
  at DateTime('UTC') CODEC(Delta, ZSTD(1)),
  tag LowCardinality(String),
  missed Bool,
  first_time Bool,
  hold_seconds UInt32,
  talk_seconds UInt32,
  price Float64,
  currency LowCardinality(String),
  version UInt64
) ENGINE = ReplacingMergeTree(version)
ORDER BY (counter_id, call_id)
SETTINGS
  non_replicated_deduplication_window = 10000,
  fsync_after_insert = 1,
  fsync_part_directory = 1,
  old_parts_lifetime = 120`,
  ],
} as const;
