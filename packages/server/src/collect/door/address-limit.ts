/** Keeps one address from taking the whole server: a bound on hits in a span of time. */
import { isPrivate } from './private-address.ts';

export interface AddressLimits {
  /** Hits that one address may send within a window. */
  readonly hits: number;
  readonly windowMs: number;
}

/**
 * A whole mobile network can stand behind one address, so this is far above what people do; it is there for
 * programs. Private addresses are not bounded: they are proxies that nobody declared, or the owner's own tests.
 */
export const ADDRESS_LIMITS: AddressLimits = { hits: 10_000, windowMs: 5_000 };

const MAX_ADDRESSES = 200_000;
/** @returns whether the address may send one more at this moment (milliseconds) */
export function createAddressLimit(limits: AddressLimits): (address: string, now: number) => boolean {
  let counts = new Map<string, number>();
  let windowEnd = 0;

  return (address, now) => {
    if (now >= windowEnd || now < windowEnd - limits.windowMs || counts.size > MAX_ADDRESSES) {
      counts = new Map();
      windowEnd = now + limits.windowMs;
    }
    const count = (counts.get(address) ?? (isPrivate(address) ? Number.NEGATIVE_INFINITY : 0)) + 1;
    counts.set(address, count);
    return count <= limits.hits;
  };
}
