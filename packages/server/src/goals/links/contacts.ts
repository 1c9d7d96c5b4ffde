/** E-mail addresses and telephone numbers of links, as goals compare them [G35, G36]. Pure; takes any text. */
import { decodeAddress } from '../addresses/address.ts';
import type { Link } from './link.ts';

/** Escapes are read, `+` stays: in addresses of people it is no space. */
const decoded = (text: string): string => decodeAddress(text.replaceAll('+', '%2B'));

export function plainEmail(address: string): string {
  return address.trim().toLowerCase();
}

/** Of a `mailto:` link, those that it writes to; null for any other link. */
export function emailsOf({ scheme, path, query }: Link): readonly string[] | null {
  if (scheme !== 'mailto') return null;
  const more = query.split('&').filter((part) => /^to=/i.test(part));
  return [path, ...more.map((part) => part.slice(3))]
    .flatMap((part) => decoded(part).split(/[,;]/))
    .map(plainEmail)
    .filter((address) => address !== '');
}

/** Digits alone; a Russian number begins with 7, however it is written. */
export function plainPhone(number: string): string {
  const digits = number.normalize('NFKC').replace(/\D/g, '');
  return /^8\d{10}$/.test(digits) ? `7${digits.slice(1)}` : digits;
}

/** Of a `tel:` link; null for any other link, and where there is no digit. Extensions and other parameters are none of the number. */
export function phoneOf({ scheme, path }: Link): string | null {
  if (scheme !== 'tel' && scheme !== 'callto') return null;
  const semicolon = path.indexOf(';');
  return plainPhone(decoded(semicolon === -1 ? path : path.slice(0, semicolon))) || null;
}
