/** Where a counter's rates are fetched from once a day, and how that goes [M91]. */
import { z } from 'zod';
import { HttpAddress } from './http-address.ts';
import { Currency, Rate } from '../reports/rates.ts';

/** What a day of rates adds to a counter stays small. */
export const MAX_RATE_CURRENCIES = 10;

/** Why rates could not be fetched; closed, so that screens can say it in their language. */
export const RATE_FAULTS = {
  private: 'the address is in a private network, which may not be reached',
  timeout: 'no answer in time',
  no_host: 'no such host',
  refused: 'the connection was refused',
  broken: 'the connection was broken off',
  certificate: 'the certificate is not valid for this address',
  other: 'the request failed',
  status: 'the address answered another status than 200',
  too_large: 'the answer is larger than 1 MB',
  unreadable: 'the answer is neither JSON with "base" and "rates" nor XML of the European Central Bank',
  base: 'the answer does not say which currency its rates are of',
  day: 'the answer is of a day that cannot be',
  missing: 'the answer has no rate of a currency',
  rate: 'the answer has a rate that is no number above 0, or absurd',
  jump: 'a rate is more than ten times another than it was last',
} as const;
export type RateFaultCode = keyof typeof RATE_FAULTS;

export const RateFault = z.object({
  code: z.enum(Object.keys(RATE_FAULTS) as [RateFaultCode, ...RateFaultCode[]]),
  /** Where or what: a status, a currency with its number, a line of the answer; may be empty. */
  detail: z.string(),
});
export type RateFault = z.infer<typeof RateFault>;

export const RateSourceInput = z
  .object({
    url: HttpAddress.describe('Of a table with `base` and `rates` in JSON, or of the ECB’s XML.'),
    into: Currency.describe('The currency that rates are kept in.'),
    currencies: z
      .array(Currency)
      .min(1, 'at least one currency is needed')
      .max(MAX_RATE_CURRENCIES, `at most ${MAX_RATE_CURRENCIES} currencies are fetched`),
  })
  .meta({ id: 'RateSourceInput' });
export type RateSourceInput = z.infer<typeof RateSourceInput>;

export const RateSource = z
  .object({
    ...RateSourceInput.shape,
    url: z.string(),
    /** Milliseconds since the epoch, of the last fetch that brought rates; null: none did yet. */
    fetched_at: z.number().nullable(),
    next_at: z.number(),
    fault: RateFault.nullable().describe('Why the last fetch failed. What was fetched before stays.'),
    latest: z.array(Rate).describe('Of each currency the newest that was fetched.'),
  })
  .meta({ id: 'RateSource' });
export type RateSource = z.infer<typeof RateSource>;

/** `GET`, `PUT` and `POST` of `/api/v1/counters/<id>/rates/source`. */
export const RateSourceAnswer = z.object({ source: RateSource.nullable() });
