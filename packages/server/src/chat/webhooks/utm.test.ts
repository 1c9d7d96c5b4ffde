import { expect, it } from 'vitest';
import { utmLine, utmOf } from './utm.ts';

it('takes the marks of the first address that has any', () => {
  const utm = utmOf([
    '',
    'not an address',
    'https://shop.example/',
    'https://shop.example/?utm_source=news&utm_campaign=a%20b%7C&utm_term=&x=1',
    'https://shop.example/?utm_source=later&utm_medium=cpc',
  ]);
  expect(utm).toEqual({ source: 'news', campaign: 'a b|' });
  expect(utmLine(utm)).toBe('source=news|campaign=a b|');
});

it('[W26] takes them parted by `&amp;`, too', () => {
  expect(utmLine(utmOf(['https://shop.example/?utm_source=a&amp;utm_medium=b']))).toBe('source=a|medium=b');
});

it('is empty where there are none', () => {
  expect(utmLine(utmOf([]))).toBe('');
});
