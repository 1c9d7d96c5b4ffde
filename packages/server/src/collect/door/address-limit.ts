/** Keeps one address from taking the whole server: a bound on hits in a span of time. */
import { createRateLimit } from '../../kit/limits/rate-limit.ts';
import { isPrivate } from './private-address.ts';

export interface AddressLimits {
  /** Hits that one address may send within a window. */
  readonly hits: number;
  readonly windowMs: number;
}

/**
 * A whole mobile network can stand behind one address, so this is far above what people do; it is there for
 * programs. Private addresses are not bounded: they are proxies that were not declared, or the owner's own tests.
 */
export const ADDRESS_LIMITS: AddressLimits = { hits: 10_000, windowMs: 5_000 };

const MAX_ADDRESSES = 200_000;
/** @returns whether the address may send one more at this moment (milliseconds) */
export function createAddressLimit(limits: AddressLimits): (address: string, now: number) => boolean {
  const may = createRateLimit(limits.windowMs, MAX_ADDRESSES);
  return (address, now) => may(address, limits.hits, now) || isPrivate(address);
}
