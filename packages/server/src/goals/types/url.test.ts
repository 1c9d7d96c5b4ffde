import type { Condition } from '@goalpost/contract/goals';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileGoals, NO_MEMORY } from '../compile.ts';
import { testGoal } from '../test-goal.ts';

function reaches(type: Condition['type'], pattern: string, address: string): boolean {
  const goals = compileGoals([testGoal({ type: 'url', conditions: [{ type, url: pattern }] })]);
  return goals.match({ kind: 'view', url: address }, 1, NO_MEMORY).reached.length === 1;
}

type Case = readonly [why: string, pattern: string, address: string, reached: boolean];

const EXACT: readonly Case[] = [
  ['the same', 'https://shop.example/thanks', 'https://shop.example/thanks', true],
  ['another scheme', 'https://shop.example/thanks', 'http://shop.example/thanks', true],
  ['no scheme in the pattern', 'shop.example/thanks', 'https://shop.example/thanks', true],
  ['www. added', 'https://shop.example/thanks', 'https://www.shop.example/thanks', true],
  ['www. taken away', 'https://www.shop.example/thanks', 'https://shop.example/thanks', true],
  ['one trailing slash', 'https://shop.example/thanks', 'https://shop.example/thanks/', true],
  ['one trailing slash of the pattern', 'https://shop.example/thanks/', 'https://shop.example/thanks', true],
  ['two trailing slashes', 'https://shop.example/thanks', 'https://shop.example/thanks//', false],
  ['the bare host', 'shop.example', 'https://shop.example/', true],
  ['a trailing ?', 'https://shop.example/thanks', 'https://shop.example/thanks?', true],
  ['a trailing #', 'https://shop.example/thanks', 'https://shop.example/thanks#', true],
  ['a trailing &', 'https://shop.example/?a=1', 'https://shop.example/?a=1&', true],
  ['a trailing .', 'https://shop.example/thanks', 'https://shop.example/thanks.', true],
  ['a trailing ? of the pattern', 'https://shop.example/thanks?', 'https://shop.example/thanks', true],
  ['a query', 'https://shop.example/thanks', 'https://shop.example/thanks?id=1', false],
  ['a fragment', 'https://shop.example/thanks', 'https://shop.example/thanks#top', false],
  ['letters of another case', 'https://shop.example/Thanks', 'https://shop.example/thanks', false],
  ['another subdomain', 'https://shop.example/thanks', 'https://m.shop.example/thanks', false],
  [
    'decoded against encoded',
    'https://shop.example/спасибо',
    'https://shop.example/%D1%81%D0%BF%D0%B0%D1%81%D0%B8%D0%B1%D0%BE',
    true,
  ],
  ['encoded against encoded', 'https://shop.example/%D1%81', 'https://shop.example/%d1%81', true],
  ['+ is a space', 'https://shop.example/?q=red+shoes', 'https://shop.example/?q=red%20shoes', true],
  ['an encoded + is a plus', 'https://shop.example/?q=a%2Bb', 'https://shop.example/?q=a+b', false],
  ['the code of / is no slash', 'https://shop.example/a/b', 'https://shop.example/a%2Fb', false],
  ['the code of / is itself', 'https://shop.example/a%2Fb', 'https://shop.example/a%2Fb', true],
  ['the code of & is no &', 'https://shop.example/?a=1&b', 'https://shop.example/?a=1%26b', false],
  ['a path', '/thanks', 'https://shop.example/thanks', true],
  ['a path on any host', '/thanks', 'http://www.other.example/thanks/', true],
  ['a path and its query', '/thanks?id=1', 'https://shop.example/thanks?id=1', true],
  ['a path without its query', '/thanks', 'https://shop.example/thanks?id=1', false],
  ['a path within a path', '/thanks', 'https://shop.example/en/thanks', false],
  ['a path beside a fragment', '/thanks', 'https://shop.example/thanks#top', true],
  ['a path with a fragment', '/#/cart', 'https://shop.example/#/cart', true],
  ['a host after //', '//shop.example/thanks', 'https://shop.example/thanks', true],
  ['the root', '/', 'https://shop.example/', true],
  ['the root of a bare host', '/', 'https://shop.example', true],
  ['the root is no other page', '/', 'https://shop.example/cart', false],
  ['letters of a punycode host', 'https://магазин.рф/thanks', 'https://xn--80aairftm.xn--p1ai/thanks', true],
  ['a punycode host as sent', 'https://xn--80aairftm.xn--p1ai/', 'https://xn--80aairftm.xn--p1ai/', true],
];

const CONTAIN: readonly Case[] = [
  ['a part of the path', 'thanks', 'https://shop.example/order/thanks.html', true],
  ['a part of the host', 'shop.example', 'https://shop.example/', true],
  ['a part of the query', 'step=2', 'https://shop.example/cart?step=2&a=1', true],
  ['over host and path', 'www.shop.example/cart', 'https://shop.example/cart', true],
  ['a path is not sought in the host', '/shop', 'https://shop.example/cart', false],
  ['a path', '/cart', 'https://shop.example/en/cart', true],
  ['a path in the fragment', '/cart', 'https://shop.example/#/cart', true],
  ['host and path after //', '//shop.example/cart', 'https://shop.example/cart', true],
  ['another case', 'Cart', 'https://shop.example/cart', false],
  ['an encoded pattern', '%D1%81%D0%BF%D0%B0', 'https://shop.example/спа', true],
  ['a pattern that ends with ?', '/cart?', 'https://shop.example/cart?a=1', true],
];

const START: readonly Case[] = [
  ['the beginning', 'https://shop.example/cart', 'https://shop.example/cart/2', true],
  ['with www. added', 'https://www.shop.example/cart', 'https://shop.example/cart/2', true],
  ['with www. taken away', 'https://shop.example/cart', 'https://www.shop.example/cart/2', true],
  ['not another scheme', 'http://shop.example/cart', 'https://shop.example/cart', false],
  ['a beginning without a scheme', 'shop.example/cart', 'https://shop.example/cart/2', true],
  ['a path', '/cart', 'https://shop.example/cart?step=2', true],
  ['not the middle of a path', '/cart', 'https://shop.example/en/cart', false],
  ['not the middle', 'shop', 'https://my-shop.example/', false],
];

const REGEXP: readonly Case[] = [
  ['the whole address with its scheme', '^https://shop\\.example/$', 'https://shop.example/', true],
  ['anywhere', 'order/\\d+', 'https://shop.example/order/17/thanks', true],
  ['as sent with www.', '^https://www\\.', 'https://www.shop.example/', true],
  ['with www. added', '^https://www\\.shop', 'https://shop.example/', true],
  ['with www. taken away', '^https://shop', 'https://www.shop.example/', true],
  ['decoded letters', '/спасибо$', 'https://shop.example/%D1%81%D0%BF%D0%B0%D1%81%D0%B8%D0%B1%D0%BE', true],
  ['the code of / stays', 'a%2Fb', 'https://shop.example/a%2Fb', true],
  ['the code of / is no slash', 'a/b', 'https://shop.example/a%2Fb', false],
  ['the code of = stays', 'q=a%3Db', 'https://shop.example/?q=a%3Db', true],
  ['the code of ? stays', 'a%3Fb', 'https://shop.example/a%3Fb', true],
  ['the code of # stays', 'a%23b', 'https://shop.example/a%23b', true],
  ['+ is a space', 'q=red shoes$', 'https://shop.example/?q=red+shoes', true],
  ['an encoded + is a plus', 'q=a\\+b$', 'https://shop.example/?q=a%2Bb', true],
  ['letters of a punycode host', '^https://магазин\\.рф/', 'https://xn--80aairftm.xn--p1ai/', true],
  ['a trailing ? is dropped', '/cart$', 'https://shop.example/cart?', true],
  ['a trailing # is dropped', '/cart$', 'https://shop.example/cart#', true],
  ['a trailing & is dropped', 'a=1$', 'https://shop.example/?a=1&', true],
  ['a trailing . is dropped', '/cart$', 'https://shop.example/cart.', true],
  ['case-sensitive', '/Cart', 'https://shop.example/cart', false],
  ['insensitive where it says so', '(?i)/Cart', 'https://shop.example/cart', true],
  ['escapes that are no UTF-8 stay', 'a%FFb', 'https://shop.example/a%FFb', true],
];

describe.each([
  ['exact', EXACT],
  ['contain', CONTAIN],
  ['start', START],
  ['regexp', REGEXP],
] as const)('[G5] %s', (operator, cases) => {
  it.each(cases)('%s: %s against %s', (_, pattern, address, reached) => {
    expect(reaches(operator, pattern, address)).toBe(reached);
  });
});

describe('[G5] any address', () => {
  const address = fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string());

  it('is exactly itself, with any scheme', () => {
    fc.assert(fc.property(fc.webUrl(), (url) => reaches('exact', url, url.replace(/^https?/, 'http'))));
  });

  it('contains each of its beginnings', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.nat(), (url, cut) => {
        fc.pre(!url.includes('%') && !/[?#&.]$/.test(url));
        const part = url.slice(0, 8 + (cut % (url.length - 7)));
        expect(reaches('contain', part, url)).toBe(true);
        expect(reaches('start', part, url)).toBe(true);
      }),
    );
  });

  it('never makes a comparison throw', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('exact', 'contain', 'start', 'regexp'),
        address,
        address,
        (type, pattern, url) => {
          expect(typeof reaches(type, pattern, url)).toBe('boolean');
        },
      ),
    );
  });
});

describe('[G5] the host is compared without case', () => {
  const fits = (type: 'exact' | 'contain' | 'start', pattern: string, address: string) =>
    compileGoals([testGoal({ type: 'url', conditions: [{ type, url: pattern }] })]).match(
      { kind: 'view', url: address },
      1,
      NO_MEMORY,
    ).reached.length === 1;

  it.each([
    ['exact', 'https://SHOP.example/up'],
    ['exact', 'SHOP.Example/up'],
    ['start', 'HTTPS://Shop.EXAMPLE/u'],
    ['start', 'WWW.Shop.example/up'],
    ['contain', 'https://SHOP.example/up'],
    ['contain', 'SHOP.example/up'],
    ['contain', 'OP.example/u'],
    ['contain', 'SHOP'],
  ] as const)('%s %s', (type, pattern) => {
    expect(fits(type, pattern, 'https://shop.example/up')).toBe(true);
    expect(fits(type, pattern, 'https://Shop.Example/up')).toBe(true);
    expect(fits(type, pattern.replace('/u', '/U'), 'https://shop.example/up')).toBe(pattern === 'SHOP');
  });

  it('the path keeps its case', () => {
    expect(fits('contain', 'UP', 'https://shop.example/up')).toBe(false);
    expect(fits('contain', 'Up/x', 'https://shop.example/up/x')).toBe(false);
  });
});
