/** Checks a source of rates beyond its shape: each fault is said at its place [M91]. Pure. */
import type { ApiErrorItem } from '@goalpost/contract/management';
import type { RateTable } from '@goalpost/contract/reports/rates';
import type { RateSourceInput } from '@goalpost/contract/notices/rate-source';

/** @returns null where nothing is wrong */
export function sourceFaults(
  { into, currencies }: RateSourceInput,
  own: RateTable,
): readonly [ApiErrorItem, ...ApiErrorItem[]] | null {
  const known = new Set(Intl.supportedValuesOf('currency'));
  const faults: ApiErrorItem[] = [];
  const fault = (location: string, message: string): void =>
    void faults.push({ error_type: 'invalid_parameter', message: `${location}: ${message}`, location });
  if (!known.has(into)) fault('source.into', 'there is no such currency in ISO 4217');
  else if (own.into !== '' && own.into !== into) fault('source.into', `your own rates are in ${own.into}`);
  for (const [index, currency] of currencies.entries()) {
    const at = `source.currencies.${index}`;
    if (!known.has(currency)) fault(at, 'there is no such currency in ISO 4217');
    else if (currency === into) fault(at, `${into} is the currency that rates are kept in`);
    else if (currencies.indexOf(currency) < index) fault(at, `the currency ${currency} is named twice`);
  }
  const [first, ...rest] = faults;
  return first === undefined ? null : [first, ...rest];
}
