/**
 * What hits tell beside what was kept at first. The browser's window, screen, clock and abilities, the device's
 * make, region and city, the page view that a hit belongs to, and marks of a visit's source. Rows from before have no
 * value: an empty text, 0, or the zone 32767.
 */
const device = [
  'engine LowCardinality(String)',
  'engine_version LowCardinality(String)',
  'phone_make LowCardinality(String)',
  'phone_model LowCardinality(String)',
  'window_width UInt16',
  'window_height UInt16',
  'screen_colors UInt8',
  'pixel_ratio Float32',
  'client_zone Int16 DEFAULT 32767',
  'cookies LowCardinality(String)',
  'javascript LowCardinality(String)',
  'third_party_cookies LowCardinality(String)',
  'region LowCardinality(String)',
  'city LowCardinality(String)',
];

const marks = ['', 'first_', 'significant_'].flatMap((prefix) => [
  `${prefix}from_tag LowCardinality(String)`,
  `${prefix}openstat String CODEC(ZSTD(1))`,
  `${prefix}profile LowCardinality(String)`,
  `${prefix}gclid Bool`,
]);

/** The page that an event was made on stands in `referrer` for these kinds, and in `url` for all others. */
const hit = [
  'page_view UInt32',
  "page String ALIAS if(kind IN ('event', 'form', 'button', 'link', 'download'), referrer, url)",
];

const add = (table: string, columns: readonly string[]): string =>
  `ALTER TABLE ${table} ${columns.map((column) => `ADD COLUMN IF NOT EXISTS ${column}`).join(', ')}`;

export const keptFacts = {
  id: '0004-kept-facts',
  statements: [add('hits', [...device, ...hit]), add('visits', [...device, ...marks])],
} as const;
