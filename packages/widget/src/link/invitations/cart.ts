/**
 * How many things are in the visitor's cart, as the page tells its data layer. In the words of Metrica's and
 * Google's e-commerce. The page's list is read, never hooked.
 */
import { bag, globals, textOf } from '../../shared/globals.ts';
import type { Memory } from '../keep/memory.ts';

const piecesIn = (list: unknown): number =>
  (Array.isArray(list) ? list : []).reduce((sum: number, one: unknown) => {
    const { quantity } = bag(one);
    return sum + (quantity === undefined ? 1 : Math.max(0, Number(quantity) || 0));
  }, 0);

/** @param item what the page pushed: an object, or the arguments of `gtag` */
export function cartAfter(pieces: number, item: unknown): number {
  const pushed = bag(item);
  const isCall = pushed[0] === 'event';
  const name = textOf(isCall ? pushed[1] : pushed['event']);
  const detail = bag(isCall ? pushed[2] : pushed['ecommerce']);
  const items = piecesIn(detail['items']);
  if (name === 'purchase' || detail['purchase'] !== undefined) return 0;
  if (name === 'view_cart') return items;
  if (name === 'add_to_cart') return pieces + items;
  if (name === 'remove_from_cart') return Math.max(0, pieces - items);
  const products = (action: string) => piecesIn(bag(detail[action])['products']);
  return Math.max(0, pieces + products('add') - products('remove'));
}

export interface Cart {
  isFilled(): boolean;
}

export function createCart(memory: Memory): Cart {
  let list: unknown;
  let seen = 0;
  return {
    isFilled() {
      const { dataLayer } = globals();
      const kept = Number(memory.read('cart')) || 0;
      if (!Array.isArray(dataLayer)) return kept > 0;
      if (dataLayer !== list || dataLayer.length < seen) seen = 0;
      list = dataLayer;
      const pieces = dataLayer.slice(seen).reduce(cartAfter, kept);
      seen = dataLayer.length;
      if (pieces !== kept) memory.write('cart', pieces || undefined);
      return pieces > 0;
    },
  };
}
