import { expect, it } from 'vitest';
import { shortAddress } from './names.ts';

it('shortens addresses to what tells pages apart, readable', () => {
  expect(shortAddress('https://a.example/p?color=red&utm_source=x&gclid=1')).toBe('/p?color=red');
  expect(shortAddress('https://a.example/?utm_source=x')).toBe('/');
  expect(shortAddress('https://a.example/%D1%81%D1%83%D0%BC%D0%BA%D0%B8?q=a+b')).toBe('/сумки?q=a b');
  expect(shortAddress('https://a.example/c++')).toBe('/c++');
  expect(shortAddress('https://a.example/%zz')).toBe('/%zz');
  expect(shortAddress('not an address')).toBe('not an address');
});
