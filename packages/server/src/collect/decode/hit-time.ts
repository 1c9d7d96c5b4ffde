/** When a hit stands [V10], and how exactly that is known [G7]. */
import { MAX_LATENESS_SECONDS } from '@goalpost/contract/wire';
import type { BrowserInfo } from './browser-info.ts';

function inTime(own: number, arrivedAt: number): boolean {
  const late = arrivedAt - own;
  return late >= 0 && late <= MAX_LATENESS_SECONDS * 1000;
}

/** What of `browser-info` tells the time; empty where it is absent. */
export type SentTime = Pick<BrowserInfo, 'et' | 'etms' | 'ms'>;

export interface HitTime {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The whole second that the hit carries where it carries no milliseconds; -1: `at` is exact. */
  readonly second: number;
}

/**
 * @param sent the hit's own Unix seconds and the milliseconds past them [W16], or all of it in milliseconds [W66]
 * @param arrivedAt milliseconds since the epoch
 */
export function readHitTime({ et, etms, ms }: SentTime, arrivedAt: number): HitTime {
  if (/^\d{1,15}$/.test(ms))
    return { at: inTime(Number(ms), arrivedAt) ? Number(ms) : arrivedAt, second: -1 };
  if (!/^\d{1,12}$/.test(et)) return { at: arrivedAt, second: -1 };
  const exact = /^\d{1,3}$/.test(etms);
  const own = Number(et) * 1000 + (exact ? Number(etms) : 0);
  const late = arrivedAt - own;
  if (inTime(own, arrivedAt)) {
    return { at: own, second: exact ? -1 : Number(et) };
  }
  // The genuine tag rounds its seconds, so that a quick hit seems to come from the future by up to half a
  // second: it stands at its arrival, yet its whole second is still the one to compare.
  const rounded = !exact && late < 0 && late > -1000;
  return { at: arrivedAt, second: rounded ? Number(et) : -1 };
}
