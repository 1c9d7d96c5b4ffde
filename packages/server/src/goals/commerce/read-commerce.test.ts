/** Orders as real shops write them [G97], and orders that are too long [G98]. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCommerce } from './read-commerce.ts';
import { shortenCommerce } from './shorten-commerce.ts';

type Read = readonly [id: string, price: unknown, currency: unknown, products: readonly unknown[]];

function read(action: unknown): Read[] {
  return readCommerce(JSON.stringify([action])).map(({ orderId, price, currency, products }) => [
    orderId,
    price,
    currency,
    products.map((one) => [one.id, one.price, one.quantity]),
  ]);
}

const field = { id: 'T', revenue: 5, currency: 'EUR' };
const bare = { id: 'T', currency: 'EUR' };
const product = { id: 'p', price: 5 };
const item = { item_id: 'p', price: 5 };
const ONE = [['p', 5, 1]];
const ga4 = (ecommerce: unknown) => ({ event: 'purchase', ecommerce });

describe('[G97] an order is read however it is spelt:', () => {
  it.each<[string, unknown]>([
    ['UA as documented', { purchase: { actionField: field, products: [product] } }],
    ['with the list of an order of one', { purchase: { actionField: [field], products: [product] } }],
    ['with a product alone', { purchase: { actionField: field, products: product } }],
    ['with products by number', { purchase: { actionField: field, products: { 7: product } } }],
    ['with lists in lists', [{ purchase: [{ actionField: field, products: [[product]] }] }]],
    ['without `actionField`', { purchase: { ...field, products: [product] } }],
    ['in a list around it', { ecommerce: [{ purchase: { actionField: field, products: [product] } }] }],
    ['without its sum', { purchase: { actionField: bare, products: [product] } }],
    ['with the currency beside it', { currency: 'EUR', purchase: { id: 'T', products: [product] } }],
    [
      'with the currency outside',
      { currencyCode: 'EUR', ecommerce: { purchase: { id: 'T', products: [product] } } },
    ],
    ['GA4 as documented', ga4({ transaction_id: 'T', value: 5, currency: 'EUR', items: [item] })],
    ['GA4 with the code of UA', ga4({ transaction_id: 'T', value: 5, currencyCode: 'EUR', items: [item] })],
    [
      'GA4 within the key of UA',
      { purchase: { transaction_id: 'T', currency: 'EUR', value: 5, items: [item] } },
    ],
    ['GA4 with items by number', ga4({ transaction_id: 'T', value: 5, currency: 'EUR', items: { 0: item } })],
    [
      'GA4 with the currency of its items',
      ga4({ transaction_id: 'T', items: [{ ...item, currency: 'EUR' }] }),
    ],
  ])('%s', (_name, action) => {
    expect(read(action)).toEqual([['T', 5, 'EUR', ONE]]);
  });

  it.each<[unknown, number | null]>([
    ['1 600,50', 1600.5],
    ['1 600,50 ₽', 1600.5],
    ['$1,299.90', 1299.9],
    ['1.299,90 EUR', 1299.9],
    ['12,5', 12.5],
    [' 7.00 ', 7],
    ['1,999', null],
    ['10-20', null],
    ['-5', null],
    ['1e5', null],
    ['', null],
    [{}, null],
    ['9'.repeat(300), null],
  ])('the price %j of a product is %s', (price, expected) => {
    const [[, sum, , products] = []] = read({ purchase: { products: [{ id: 'p', price }] } });
    expect(products).toEqual([['p', expected, 1]]);
    expect(sum).toBe(expected ?? undefined);
  });

  it('an id, a sum or a currency of something else is none of the order’s', () => {
    expect(read({ id: 'page', ecommerce: { purchase: { products: [product] } } })).toEqual([
      ['', 5, undefined, ONE],
    ]);
    expect(read(ga4({ id: 'page', transaction_id: 'T', items: [item] }))).toEqual([['T', 5, undefined, ONE]]);
    expect(read({ purchase: null, ecommerce: null })).toEqual([]);
  });

  it('products alone are read by number, too', () => {
    expect(read({ impressions: { 7: product } })).toEqual([['', 5, undefined, ONE]]);
  });

  it('products around several actions are of none of them, so that no hit makes more than it says', () => {
    const items = Array.from({ length: 500 }, () => ({}));
    for (const many of [
      { ecommerce: Array.from({ length: 600 }, () => ({ add: {} })), items },
      { ecommerce: { add: Array.from({ length: 300 }, () => ({ actionField: 1 })), items } },
    ]) {
      const actions = readCommerce(JSON.stringify([many]));
      expect(actions).toHaveLength(100);
      expect(actions.flatMap(({ products }) => products)).toEqual([]);
    }
    expect(read({ items: [item], purchase: field })).toEqual([['T', 5, 'EUR', ONE]]);
  });

  it('whatever stands where, nothing is thrown', () => {
    const key = fc.constantFrom(
      'purchase',
      'add',
      'ecommerce',
      'actionField',
      'products',
      'items',
      'id',
      'value',
      '0',
      'event',
    );
    const any = fc.object({ key, values: [fc.constantFrom('purchase', '5', 7, null, true)], maxDepth: 5 });
    fc.assert(
      fc.property(any, (value) => {
        const json = JSON.stringify(value);
        const short = shortenCommerce(json, 500, false);
        expect(short.length).toBeLessThanOrEqual(500);
        expect(readCommerce(short).length).toBeLessThanOrEqual(readCommerce(json).length);
      }),
    );
  });
});

describe('[G98] what is too long', () => {
  const long = (count: number, more: object = {}) =>
    JSON.stringify([ga4({ transaction_id: 'T', ...more, items: Array.from({ length: count }, () => item) })]);

  it('keeps the sum of all products, and as many as there is room for', () => {
    const [order] = readCommerce(shortenCommerce(long(400), 2_000, false));
    expect(order).toMatchObject({ action: 'purchase', orderId: 'T', price: 2_000 });
    expect(order?.products.length).toBeGreaterThan(30);
  });

  it('has the sum of those, too, that no list has room for', () => {
    expect(readCommerce(long(700))[0]).toMatchObject({ price: 3_500, products: { length: 500 } });
  });

  it('has no sum of its own once products are missing', () => {
    expect(readCommerce(shortenCommerce(long(9), 2_000, true))[0]?.price).toBe('?');
    expect(readCommerce(shortenCommerce(long(9, { value: 45 }), 2_000, true))[0]?.price).toBe(45);
  });

  it('reads the same where all of it has room', () => {
    const all = { value: '45 €', currency: 'EUR', coupon: 'C', goal_id: 7 };
    for (const json of [long(3), long(3, all), '[{"add":[{"id":1,"quantity":"2","position":3}]}]'])
      expect(readCommerce(shortenCommerce(json, 8_192, false))).toEqual(
        readCommerce(json).map((one) => ({ ...one, isSum: one.price === undefined })),
      );
  });
});
