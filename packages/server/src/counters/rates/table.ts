/** Checks a table of rates beyond its shape: each fault is said at its place [M73]. Pure. */
import type { RateTable } from '@goalpost/contract/reports/rates';
import { isCurrency, NO_SUCH_CURRENCY } from './currency.ts';
import { createFaultList, type Faults } from './fault-list.ts';

/**
 * @param fetchedInto the currency that fetched rates are in; empty: none are fetched
 * @returns null where nothing is wrong
 */
export function faultsOf({ into, rates }: RateTable, fetchedInto = ''): Faults | null {
  const { all, fault } = createFaultList();
  if (into === '' && rates.length > 0) fault('table.into', 'the currency that rates are in is needed');
  if (into !== '' && !isCurrency(into)) fault('table.into', NO_SUCH_CURRENCY);
  else if (into !== '' && fetchedInto !== '' && into !== fetchedInto)
    fault('table.into', `rates are fetched in ${fetchedInto}`);
  const places = new Map<string, number>();
  for (const [index, { currency, day }] of rates.entries()) {
    const at = `table.rates.${index}`;
    if (!isCurrency(currency)) fault(`${at}.currency`, NO_SUCH_CURRENCY);
    if (currency === into) fault(`${at}.currency`, `${into} is the currency of the table itself`);
    const key = `${currency} ${day}`;
    const before = places.get(key);
    if (before !== undefined)
      fault(`${at}.day`, `${currency} has a rate of ${day} already, at rates.${before}`);
    places.set(key, before ?? index);
  }
  return all();
}
