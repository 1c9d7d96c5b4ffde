/** A hit as the analytics store gives it back, and as counting looks at it again. */
import { pageOf } from '../decode/kind.ts';
import type { GivenPrice } from '../decode/price/price.ts';
import { readSiteInfo } from '../decode/site-info.ts';
import type { HitKind } from '../rows.ts';
import type { CountedHit } from '../steps/count-reaches.ts';

export interface StoredHit {
  /** Decimal UInt64s. */
  readonly visitor: string;
  readonly visit: string;
  readonly kind: HitKind;
  readonly identifier: string;
  readonly url: string;
  readonly referrer: string;
  readonly params: string;
  readonly ecommerce: string;
  readonly pagePrices: string;
  /** Kind of the device. */
  readonly device: string;
  /** Unix seconds. */
  readonly at: number;
  readonly milliseconds: number;
  readonly wholeSecond: number;
  /** Milliseconds since the epoch. */
  readonly arrivedAt: number;
  readonly nth: number;
  /** What it reached when it came; empty where that cannot matter. */
  readonly goalIds: readonly number[];
}

export function countedHit(stored: StoredHit): CountedHit {
  const { kind, identifier, url, referrer, params, ecommerce, pagePrices } = stored;
  let price: GivenPrice | undefined;
  return {
    kind,
    identifier,
    url,
    referrer,
    page: pageOf(kind, url, referrer).page,
    params,
    ecommerce,
    pagePrices,
    at: stored.at * 1_000 + stored.milliseconds,
    second: stored.wholeSecond === 0 ? -1 : stored.wholeSecond,
    arrivedAt: stored.arrivedAt,
    // Read where a hit reaches the goal; most do not.
    get price() {
      return (price ??= readSiteInfo(params).price);
    },
  };
}
