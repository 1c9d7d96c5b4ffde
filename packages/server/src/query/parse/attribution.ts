/** Which visit's source a visit is credited to [V15], by all the names that clients use for it. */
export type Attribution = 'last' | 'lastsign' | 'first';

/** Models we do not have are answered by their nearest relative. */
export const ATTRIBUTIONS: Readonly<Record<string, Attribution>> = {
  first: 'first',
  cross_device_first: 'first',
  last: 'last',
  cross_device_last: 'last',
  lastsign: 'lastsign',
  last_sign: 'lastsign',
  cross_device_last_significant: 'lastsign',
  last_yandex_direct_click: 'lastsign',
  cross_device_last_yandex_direct_click: 'lastsign',
  automatic: 'lastsign',
};

export function readAttribution(name: string): Attribution | null {
  const key = name.toLowerCase();
  return Object.hasOwn(ATTRIBUTIONS, key) ? (ATTRIBUTIONS[key] ?? null) : null;
}

const PREFIXES = { last: '', lastsign: 'significant_', first: 'first_' } as const;

/** Prefix of the columns of `visits` that hold the source by this attribution. */
export function sourcePrefix(attribution: Attribution): string {
  return PREFIXES[attribution];
}
