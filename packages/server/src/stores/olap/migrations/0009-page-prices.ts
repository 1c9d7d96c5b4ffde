/** Prices that the tag read on the page, by their place, for goals that name it [G84]. Hits from before have none. */
export const pagePrices = {
  id: '0009-page-prices',
  statements: ['ALTER TABLE hits ADD COLUMN IF NOT EXISTS page_prices String CODEC(ZSTD(1))'],
} as const;
