/** When a hit stands [V10], and how exactly that is known [G7]. */
import { MAX_LATENESS_SECONDS } from '@goalpost/contract/wire';

export interface HitTime {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The whole second that the hit carries where it carries no milliseconds; -1: `at` is exact. */
  readonly second: number;
}

/**
 * @param et the hit's own Unix seconds, as sent [W16]
 * @param etms milliseconds past it, as sent; empty where the tag knows none
 * @param arrivedAt milliseconds since the epoch
 */
export function readHitTime(et: string, etms: string, arrivedAt: number): HitTime {
  if (!/^\d{1,12}$/.test(et)) return { at: arrivedAt, second: -1 };
  const exact = /^\d{1,3}$/.test(etms);
  const own = Number(et) * 1000 + (exact ? Number(etms) : 0);
  const late = arrivedAt - own;
  if (late >= 0 && late <= MAX_LATENESS_SECONDS * 1000) {
    return { at: own, second: exact ? -1 : Number(et) };
  }
  // The genuine tag rounds its seconds, so that a quick hit seems to come from the future by up to half a
  // second: it stands at its arrival, yet its whole second is still the one to compare.
  const rounded = !exact && late < 0 && late > -1000;
  return { at: arrivedAt, second: rounded ? Number(et) : -1 };
}
