/** Where a network address is, from files on disk: its country always, region and city by the owner's own file. */
import { createRequire } from 'node:module';
import { type CountryResponse, open } from 'maxmind';
import type { Log } from '../../kit/log.ts';
import { openCities, type Locality } from './cities.ts';
import { isPrivate } from './private-address.ts';
import { remembering } from './recent.ts';

export type { Locality } from './cities.ts';

export interface Place {
  /** ISO 3166-1 alpha-2; empty for private, unknown and impossible addresses. */
  country(address: string): string;
  /** Region and city; null: not known. */
  locality(address: string): Locality | null;
}

const REMEMBERED = 20_000;
const COUNTRY_CODE = /^[A-Z]{2}$/;

/** The CC0 country file that comes with the server. */
interface CountryOnly {
  readonly country_code?: string;
}

/** @param owners an .mmdb with cities that the owner has set; what is wrong with it is logged, and stops nothing */
export async function openPlace(owners: string | null = null, log?: Pick<Log, 'warn'>): Promise<Place> {
  const reader = await open<CountryResponse>(bundledFile());
  const cities = owners === null ? null : await openCities(owners, log);
  const look = (address: string): { readonly country: string; readonly locality: Locality | null } => {
    // Country files hold private ranges, too, by mistake.
    if (isPrivate(address)) return NOWHERE;
    const found: (CountryOnly & Pick<CountryResponse, 'country'>) | null = reader.get(address);
    const locality = cities?.(address) ?? null;
    const code = locality?.country || (found?.country_code ?? found?.country?.iso_code ?? '');
    return { country: COUNTRY_CODE.test(code) ? code : '', locality };
  };
  const known = remembering(REMEMBERED, look);
  return { country: (address) => known(address).country, locality: (address) => known(address).locality };
}

const NOWHERE = Object.freeze({ country: '', locality: null });

function bundledFile(): string {
  const require = createRequire(import.meta.url);
  return require.resolve('@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb');
}
