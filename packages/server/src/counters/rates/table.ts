/** Checks a table of rates beyond its shape: each fault is said at its place [M73]. Pure. */
import type { ApiErrorItem } from '@goalpost/contract/management';
import type { RateTable } from '@goalpost/contract/reports/rates';

/**
 * @param fetchedInto the currency that fetched rates are in; empty: none are fetched
 * @returns null where nothing is wrong
 */
export function faultsOf(
  { into, rates }: RateTable,
  fetchedInto = '',
): readonly [ApiErrorItem, ...ApiErrorItem[]] | null {
  const known = new Set(Intl.supportedValuesOf('currency'));
  const faults: ApiErrorItem[] = [];
  const fault = (location: string, message: string): void =>
    void faults.push({ error_type: 'invalid_parameter', message: `${location}: ${message}`, location });
  if (into === '' && rates.length > 0) fault('table.into', 'the currency that rates are in is needed');
  if (into !== '' && !known.has(into)) fault('table.into', 'there is no such currency in ISO 4217');
  else if (into !== '' && fetchedInto !== '' && into !== fetchedInto)
    fault('table.into', `rates are fetched in ${fetchedInto}`);
  const places = new Map<string, number>();
  for (const [index, { currency, day }] of rates.entries()) {
    const at = `table.rates.${index}`;
    if (!known.has(currency)) fault(`${at}.currency`, 'there is no such currency in ISO 4217');
    if (currency === into) fault(`${at}.currency`, `${into} is the currency of the table itself`);
    const key = `${currency} ${day}`;
    const before = places.get(key);
    if (before !== undefined)
      fault(`${at}.day`, `${currency} has a rate of ${day} already, at rates.${before}`);
    places.set(key, before ?? index);
  }
  const [first, ...rest] = faults;
  return first === undefined ? null : [first, ...rest];
}
