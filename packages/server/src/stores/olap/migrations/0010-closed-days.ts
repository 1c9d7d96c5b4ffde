/**
 * The day before which each visit has one row, as it came to be: the newest row holds. Days are those of `opened_on`.
 * It is on the disk when it is acknowledged, as rows of visits are: a day reopened must not be forgotten.
 */
export const closedDays = {
  id: '0010-closed-days',
  statements: [
    `CREATE TABLE IF NOT EXISTS closed_days (
  number UInt64,
  day Date
) ENGINE = MergeTree
ORDER BY number
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1`,
  ],
} as const;
