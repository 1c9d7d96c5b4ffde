/**
 * What collection asks of a visitor's past, by visitor [M89]: one row a visit, its answer in one column.
 * `visits` lies by days, so that looking a visitor up there reads all days of a counter. The view writes each row with
 * the visit's own; an insert that comes again is made up for in both tables.
 */
const source = (prefix: string): readonly string[] => [
  `${prefix}traffic_source`,
  `${prefix}source_engine`,
  `${prefix}search_phrase`,
  `${prefix}utm_source`,
  `${prefix}utm_medium`,
  `${prefix}utm_campaign`,
  `${prefix}utm_content`,
  `${prefix}utm_term`,
  `${prefix}from_tag`,
  `${prefix}openstat`,
  `${prefix}profile`,
  `toString(toUInt8(${prefix}gclid))`,
];

const moment = (column: string): string => `toString(toUnixTimestamp(${column}))`;

/** Visitors of a batch lie far apart, and each column is a place more to look at. */
const past = [
  'toString(visit_number)',
  ...['first_visit_at', 'started_at', 'significant_at'].map(moment),
  ...source('first_'),
  ...source('significant_'),
].map((part) => `CAST(${part}, 'String')`);

const columns = `counter_id, visitor_id, visit_id, version, segment, opened_on, visit_number,
  [${past.join(', ')}] AS past`;

const settings = `
  index_granularity = 64,
  min_compress_block_size = 8192,
  non_replicated_deduplication_window = 10000,
  fsync_after_insert = 1,
  fsync_part_directory = 1,
  old_parts_lifetime = 120`;

export const pasts = {
  id: '0011-pasts',
  statements: [
    `CREATE TABLE IF NOT EXISTS pasts (
  counter_id UInt32,
  visitor_id UInt64,
  visit_id UInt64,
  version UInt32,
  segment UInt64 CODEC(Delta, LZ4),
  opened_on Date,
  visit_number UInt32,
  past Array(String)
) ENGINE = ReplacingMergeTree(version)
PRIMARY KEY (counter_id, visitor_id)
ORDER BY (counter_id, visitor_id, visit_id)
SETTINGS ${settings}`,
    `CREATE MATERIALIZED VIEW IF NOT EXISTS visits_to_pasts TO pasts AS SELECT ${columns} FROM visits`,
  ],
  /** Rows of before: by months, each of which fits the time that a statement has. Again, they replace themselves. */
  fill: {
    parts: 'SELECT DISTINCT toYYYYMM(opened_on) AS part FROM visits ORDER BY part',
    statement: `INSERT INTO pasts SELECT ${columns} FROM visits WHERE toYYYYMM(opened_on) = {part:UInt32}
SETTINGS max_threads = 2, max_insert_threads = 1, min_insert_block_size_rows = 100000, min_insert_block_size_bytes = 0`,
  },
} as const;
