/**
 * The field's API has a counter's addresses twice: `site2` and `mirrors2`, and as plain text `site` and `mirrors`.
 * Clients send back whole counters with one of the two changed, so the one that differs from what is kept counts. Pure.
 */
import type { ApiErrorItem, CounterUpdate } from '@goalpost/contract/management';
import type { CounterRecord } from '../counter.ts';

type Addresses = Pick<CounterUpdate, 'site' | 'site2' | 'mirrors' | 'mirrors2'>;
type Kept = Pick<CounterRecord, 'site' | 'mirrors'>;

export interface OneSpelling {
  readonly addresses: Pick<CounterUpdate, 'site2' | 'mirrors2'>;
  readonly faults: readonly ApiErrorItem[];
}

/** @param kept null: the counter is being made */
export function oneSpelling({ site, site2, mirrors, mirrors2 }: Addresses, kept: Kept | null): OneSpelling {
  const faults: ApiErrorItem[] = [];
  const sites = chosen(site2?.site, site, kept?.site);
  if (sites === 'contradiction') faults.push(contradiction('site', 'site2'));
  const further = chosen(
    mirrors2?.map((mirror) => mirror.site),
    mirrors,
    kept?.mirrors,
  );
  if (further === 'contradiction') faults.push(contradiction('mirrors', 'mirrors2'));
  return {
    addresses: {
      ...(typeof sites === 'object' ? { site2: { site: sites.value } } : {}),
      ...(typeof further === 'object' ? { mirrors2: further.value.map((one) => ({ site: one })) } : {}),
    },
    faults,
  };
}

/** Undefined: neither was sent. */
function chosen<T>(newer: T | undefined, older: T | undefined, kept: T | undefined) {
  if (newer === undefined) return older === undefined ? undefined : { value: older };
  if (older === undefined || same(newer, older) || same(older, kept)) return { value: newer };
  return same(newer, kept) ? { value: older } : ('contradiction' as const);
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function contradiction(older: string, newer: string): ApiErrorItem {
  const location = `counter.${older}`;
  return {
    error_type: 'invalid_parameter',
    message: `Wrong value of "${location}": it says something else than "counter.${newer}". Send one of them.`,
    location,
  };
}
