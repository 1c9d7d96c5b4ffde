/** Rates by which revenue is converted into one currency: a table of the counter, set by its owner [M73]. */
import { z } from 'zod';

/** Three currencies for four years of days. */
export const MAX_RATES = 5_000;
export const LEAST_RATE = 1e-9;
export const MOST_RATE = 1e9;

export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'a currency is three capital letters of ISO 4217, such as USD');

export const Rate = z.object({
  currency: Currency,
  day: z.iso.date().describe('From this day on, until the next rate of the currency.'),
  rate: z
    .number('a rate is a number')
    .min(LEAST_RATE, `a rate is a number above 0, at least ${LEAST_RATE}`)
    .max(MOST_RATE, `a rate is at most ${MOST_RATE}`)
    .describe('What one unit of `currency` costs in the currency of the table.'),
});
export type Rate = z.infer<typeof Rate>;

export const RateTable = z
  .object({
    into: Currency.or(z.literal('')).describe('The currency that rates are in; empty where none are set.'),
    rates: z.array(Rate).max(MAX_RATES, `a table has at most ${MAX_RATES} rates`),
  })
  .meta({ id: 'RateTable' });
export type RateTable = z.infer<typeof RateTable>;

/** As an answer states them: also those that were fetched, so that there may be more of them. */
export const StatedRates = z.object({ into: z.string(), rates: z.array(Rate) }).meta({ id: 'StatedRates' });

export const NO_RATES: RateTable = { into: '', rates: [] };
