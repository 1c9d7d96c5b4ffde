/** What a reach was worth, and what stood where its goal names the price, for people [G88]. */
import type { PricePlace } from '@goalpost/contract/goals';
import { placedPrice, type PriceHit } from './placed.ts';
import { isUnread } from './price.ts';

/** What a reach came to. */
interface Counted {
  readonly price: number;
  readonly currency: string;
}

export interface WorthHit extends PriceHit {
  /** Whether an order that it tells of says the price: of a goal that looks at such [G52]. */
  readonly hasOrder: boolean;
}

export interface Worth extends Counted {
  readonly placed?: { readonly text: string; readonly understood: boolean } | null;
}

/**
 * @param hit that reached the goal; null: it is not at hand
 * @param own the counter's currency
 */
export function worthOf(
  { price, currency }: Counted,
  place: PricePlace | undefined,
  hit: WorthHit | null,
  own: string,
): Worth {
  if (place === undefined || hit === null || hit.hasOrder) return { price, currency };
  const found = placedPrice(place, hit);
  return {
    price,
    currency,
    placed: found && { text: found.text, understood: !isUnread(found.given, own) },
  };
}
