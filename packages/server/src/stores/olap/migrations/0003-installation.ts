/** Which installation the rows belong to, and how far its numbers had come. */
export const installation = {
  id: '0003-installation',
  statements: [
    `CREATE TABLE IF NOT EXISTS installation (
  id String,
  stamp UInt64,
  goal UInt64,
  changes UInt64,
  segment UInt64,
  at DateTime('UTC') DEFAULT now()
) ENGINE = MergeTree ORDER BY stamp`,
  ],
} as const;
