/** [C109] Addresses that the server is to post to. */
import { describe, expect, it } from 'vitest';
import { HttpAddress } from './http-address.ts';

const isTaken = (address: string): boolean => HttpAddress.safeParse(address).success;
const long = 'a'.repeat(63);

describe('[C109] an address that the server posts to', () => {
  it.each([
    'https://hooks.shop.example/x',
    'http://shop.example:8080',
    'https://shop.example./x',
    'https://xn--e1afmkfd.xn--p1ai/',
    'https://пример.рф/',
    'http://203.0.113.7/',
    'http://[2001:db8::1]:8080/',
    `https://${long}.example/`,
  ])('is %s', (address) => expect(isTaken(address)).toBe(true));

  it.each([
    'http://a..b/',
    'http://.shop.example/',
    'http://shop.example../',
    'http://./',
    'http://..',
    'http://a..b:80/x',
    `https://${long}a.example/`,
    `https://${`${long}.`.repeat(4)}example/`,
    'https://name:secret@shop.example/',
    'ftp://shop.example/',
    'https://',
  ])('is not %s', (address) => expect(isTaken(address)).toBe(false));
});

it('[C109] says what is wrong with it', () => {
  const saidOf = (address: string): string[] =>
    (HttpAddress.safeParse(address).error?.issues ?? []).map(({ message }) => message);
  expect(saidOf('http://a..b/')).toEqual(['The address names no host that there may be.']);
  expect(saidOf('ftp://shop.example/')).toEqual(['an address that begins with https:// is needed']);
  expect(saidOf('nothing')).toEqual(['an address that begins with https:// is needed']);
});
