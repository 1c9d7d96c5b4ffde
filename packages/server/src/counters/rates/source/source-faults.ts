/** Checks a source of rates beyond its shape: each fault is said at its place [M91]. Pure. */
import type { RateTable } from '@goalpost/contract/reports/rates';
import type { RateSourceInput } from '@goalpost/contract/notices/rate-source';
import { isCurrency, NO_SUCH_CURRENCY } from '../currency.ts';
import { createFaultList, type Faults } from '../fault-list.ts';

/** @returns null where nothing is wrong */
export function sourceFaults({ into, currencies }: RateSourceInput, own: RateTable): Faults | null {
  const { all, fault } = createFaultList();
  if (!isCurrency(into)) fault('source.into', NO_SUCH_CURRENCY);
  else if (own.into !== '' && own.into !== into) fault('source.into', `your own rates are in ${own.into}`);
  for (const [index, currency] of currencies.entries()) {
    const at = `source.currencies.${index}`;
    if (!isCurrency(currency)) fault(at, NO_SUCH_CURRENCY);
    else if (currency === into) fault(at, `${into} is the currency that rates are kept in`);
    else if (currencies.indexOf(currency) < index) fault(at, `the currency ${currency} is named twice`);
  }
  return all();
}
