/** Costs of advertising by day and UTM marks, as each upload told them [M96]. */
export const costs = {
  id: '0012-costs',
  statements: [
    `CREATE TABLE IF NOT EXISTS costs (
  counter_id UInt32,
  day Date,
  source String,
  medium String,
  campaign String,
  content String,
  term String,
  upload_id UInt64,
  prices Array(Tuple(String, Float64)),
  clicks UInt64
) ENGINE = ReplacingMergeTree
ORDER BY (counter_id, day, source, medium, campaign, content, term, upload_id)
SETTINGS
  non_replicated_deduplication_window = 10000,
  fsync_after_insert = 1,
  fsync_part_directory = 1,
  old_parts_lifetime = 120`,
  ],
} as const;
