/** What reports say of conversations of the chat: one row each, replaced as the conversation changes [M85]. */
export const conversations = {
  id: '0008-conversations',
  statements: [
    `CREATE TABLE IF NOT EXISTS conversations (
  counter_id UInt32,
  conversation_id String,
  visitor_id UInt64,
  at DateTime('UTC') CODEC(Delta, ZSTD(1)),
  start LowCardinality(String),
  answered_seconds Nullable(UInt32),
  rating Nullable(UInt8),
  operator_id String,
  operator_name String,
  rule_id String,
  rule_name String,
  variant UInt16,
  version UInt64
) ENGINE = ReplacingMergeTree(version)
ORDER BY (counter_id, conversation_id)
SETTINGS
  non_replicated_deduplication_window = 10000,
  fsync_after_insert = 1,
  fsync_part_directory = 1,
  old_parts_lifetime = 120`,
  ],
} as const;
