import { expect, it } from 'vitest';
import { cartAfter } from './cart.ts';

const after = (...items: readonly unknown[]): number => items.reduce(cartAfter, 0);

const UNIVERSAL = { ecommerce: { add: { products: [{ id: 'a', quantity: 2 }, { id: 'b' }] } } };
const GOOGLE = { event: 'add_to_cart', ecommerce: { items: [{ item_id: 'a', quantity: 1 }] } };

it.each([
  ['nothing', [], 0],
  ['something of another kind', [{ event: 'gtm.js' }, null, 'text', 5, undefined, []], 0],
  ['two and one put in', [UNIVERSAL], 3],
  ['some taken out', [UNIVERSAL, { ecommerce: { remove: { products: [{ quantity: 2 }] } } }], 1],
  ['more taken out than there was', [GOOGLE, { ecommerce: { remove: { products: [{ quantity: 9 }] } } }], 0],
  ['bought', [UNIVERSAL, { ecommerce: { purchase: { actionField: { id: '1' }, products: [] } } }], 0],
  ['put in, in the words of Google', [GOOGLE, GOOGLE], 2],
  ['bought, in the words of Google', [GOOGLE, { event: 'purchase', ecommerce: { items: [{}] } }], 0],
  ['looked at', [{ event: 'view_cart', ecommerce: { items: [{ quantity: 4 }] } }], 4],
  ['told by gtag', [['event', 'add_to_cart', { items: [{ quantity: '2' }] }]], 2],
  ['told by gtag as arguments', [{ 0: 'event', 1: 'add_to_cart', 2: { items: [{}] }, length: 3 }], 1],
  ['a quantity that is none', [{ ecommerce: { add: { products: [{ quantity: 'many' }] } } }], 0],
] as const)('[C49] %s', (_name, items, pieces) => {
  expect(after(...items)).toBe(pieces);
});
