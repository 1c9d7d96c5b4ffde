/** Rates by which revenue is converted into one currency: a table of the counter, set by its owner [M73]. */
import { z } from 'zod';

/** Three currencies for four years of days. */
export const MAX_RATES = 5_000;
const [LEAST, MOST] = [1e-9, 1e9];

const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'a currency is three capital letters of ISO 4217, such as USD');

export const Rate = z.object({
  currency: Currency,
  day: z.iso.date().describe('From this day on, until the next rate of the currency.'),
  rate: z
    .number('a rate is a number')
    .min(LEAST, `a rate is a number above 0, at least ${LEAST}`)
    .max(MOST, `a rate is at most ${MOST}`)
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

export const NO_RATES: RateTable = { into: '', rates: [] };
