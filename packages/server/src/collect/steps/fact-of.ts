/** The hit as goals look at it: what it is and carries, its price and its device. */
import { orderPriceOf, type GoalFact } from '../../goals/index.ts';
import { amountOf, isUnread, readPrice } from '../decode/price/price.ts';
import type { Hit } from '../decode/hit.ts';

/** What of a hit is looked at; a stored hit has all of it, too. */
export type CountedHit = Pick<
  Hit,
  | 'kind'
  | 'identifier'
  | 'url'
  | 'referrer'
  | 'page'
  | 'params'
  | 'ecommerce'
  | 'pagePrices'
  | 'at'
  | 'second'
  | 'arrivedAt'
  | 'price'
>;

const OTHER: GoalFact = Object.freeze({ kind: 'other' });

/** What it is and carries. */
export function factOf({ kind, identifier, url, referrer, page, params, ecommerce }: CountedHit): GoalFact {
  switch (kind) {
    case 'event':
      return { kind, identifier, params, commerce: ecommerce };
    case 'view':
      return { kind, url, referrer, params, commerce: ecommerce };
    case 'link':
    case 'download':
    case 'form':
    case 'button':
    case 'contact':
    case 'engagement':
      return { kind, url, page, params, commerce: ecommerce };
    case 'params':
      return { kind, params, commerce: ecommerce };
    default:
      return params === '' && ecommerce === '' ? OTHER : { kind: 'other', params, commerce: ecommerce };
  }
}

interface Circumstances {
  /** Kind of the device; empty: not known. */
  readonly device: string;
  /** The counter's. */
  readonly currency: string;
  /** Orders that were counted before, whose sums do not count again [G52]. */
  readonly countedOrders?: ReadonlySet<number>;
}

/** With what goals of several conditions also look at [G71, G72]. */
export function wholeFactOf(hit: CountedHit, { device, currency, countedOrders }: Circumstances): GoalFact {
  const price = priceOfHit(hit, currency, countedOrders);
  return { ...factOf(hit), device, ...(price === undefined ? {} : { price }) };
}

/** Of its order, else of its params; only where it is in the counter's currency. */
function priceOfHit(hit: CountedHit, own: string, countedOrders?: ReadonlySet<number>): number | undefined {
  if (hit.ecommerce === '' && hit.params === '') return undefined;
  const said = hit.ecommerce === '' ? undefined : orderPriceOf(hit.ecommerce, countedOrders);
  const given = said === undefined ? hit.price : said && readPrice({ ...said });
  if (given === null || isUnread(given, own)) return undefined;
  const { amount, currency } = amountOf(given, own, 0);
  return currency === own ? amount : undefined;
}
