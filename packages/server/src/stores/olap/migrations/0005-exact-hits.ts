/**
 * Adds what stored hits lack for being counted again alike. That is their order within the visit, and the
 * exactness of their time. Of rows of before, the time is taken for a whole second.
 */
export const exactHits = {
  id: '0005-exact-hits',
  statements: [
    'ALTER TABLE hits ADD COLUMN IF NOT EXISTS nth UInt16 AFTER ecommerce',
    'ALTER TABLE hits ADD COLUMN IF NOT EXISTS milliseconds UInt16 AFTER nth',
    'ALTER TABLE hits ADD COLUMN IF NOT EXISTS whole_second UInt32 DEFAULT toUnixTimestamp(at) AFTER milliseconds',
  ],
} as const;
