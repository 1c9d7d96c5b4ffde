/** Addresses as people read them [M35]. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shownAddress, shownHost, shownLocal } from './shown-address.ts';

it.each([
  ['https://xn--e1afmkfd.xn--p1ai/%D1%81%D0%BF%D0%B0%D1%81%D0%B8%D0%B1%D0%BE', 'https://пример.рф/спасибо'],
  ['HTTPS://XN--E1AFMKFD.xn--p1ai:8443/A', 'https://пример.рф:8443/A'],
  ['https://a.example/c++?q=a+b%20c', 'https://a.example/c++?q=a b c'],
  ['https://a.example/a%2Fb%3f%26%3D%23?q=1%2B1', 'https://a.example/a%2Fb%3f%26%3D%23?q=1%2B1'],
  ['https://a.example/50%25', 'https://a.example/50%25'],
  ['https://a.example/%2541%25%32', 'https://a.example/%2541%252'],
  ['https://a.example/%zz%E0%A4%A%', 'https://a.example/%zz%E0%A4%A%'],
  ['https://a.example/%%341%4%31', 'https://a.example/%%341%4%31'],
  ['https://a.example/%D1%81%FF/%D1%81', 'https://a.example/%D1%81%FF/с'],
  ['https://a.example/%00%0A/x%E2%80%AEy', 'https://a.example/%00%0A/x%E2%80%AEy'],
  ['https://a.example/%ED%A0%80', 'https://a.example/%ED%A0%80'],
  ['/%D1%81', '/с'],
  ['not an address', 'not an address'],
  ['https://xn--/', 'https://xn--/'],
  ['https://xn--a.example/', 'https://xn--a.example/'],
  ['', ''],
])('%s reads %s', (url, shown) => {
  expect(shownAddress(url)).toBe(shown);
});

it('is never broken by what strangers send, and reads the same when it is read again', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '%',
      '+',
      '?',
      '/',
      'xn--',
      '.',
      '-',
      'я',
      '41',
      '%2b',
      '%25',
      '%D1%81',
      '%D1',
      '%00',
      '://',
      ':',
    ),
    fc.integer({ min: 0, max: 255 }).map((byte) => `%${byte.toString(16).padStart(2, '0')}`),
    fc.string({ maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      shownAddress(text);
      shownHost(text);
      const once = shownLocal(text);
      expect(shownLocal(once)).toBe(once);
    }),
    { numRuns: 2_000 },
  );
});
