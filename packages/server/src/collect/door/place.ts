/** Country of a network address, from a file on disk. */
import { createRequire } from 'node:module';
import { type CountryResponse, open } from 'maxmind';
import { isPrivate } from './private-address.ts';
import { remembering } from './recent.ts';

export interface Place {
  /** ISO 3166-1 alpha-2; empty for private, unknown and impossible addresses. */
  country(address: string): string;
}

const REMEMBERED = 20_000;
const COUNTRY_CODE = /^[A-Z]{2}$/;

/** The CC0 country file that comes with the server. */
interface CountryOnly {
  readonly country_code?: string;
}

/** @param file an .mmdb with `country_code`, or with `country.iso_code`; the bundled one if not given */
export async function openPlace(file: string = bundledFile()): Promise<Place> {
  const reader = await open<CountryResponse>(file);
  const look = (address: string): string => {
    // Country files hold private ranges, too, by mistake.
    if (isPrivate(address)) return '';
    const found: (CountryOnly & Pick<CountryResponse, 'country'>) | null = reader.get(address);
    const code = found?.country_code ?? found?.country?.iso_code ?? '';
    return COUNTRY_CODE.test(code) ? code : '';
  };
  return { country: remembering(REMEMBERED, look) };
}

function bundledFile(): string {
  const require = createRequire(import.meta.url);
  return require.resolve('@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb');
}
