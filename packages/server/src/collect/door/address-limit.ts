/** Keeps one address from taking the whole server: a bound on hits in a span of time. */
import { isIP } from 'node:net';
import { blockListOf } from './client-address.ts';

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
const PRIVATE = [
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  '100.64.0.0/10',
  '::1',
  'fc00::/7',
  'fe80::/10',
];

/** @returns whether the address may send one more at this moment (milliseconds) */
export function createAddressLimit(limits: AddressLimits): (address: string, now: number) => boolean {
  const unbounded = blockListOf(PRIVATE);
  let counts = new Map<string, number>();
  let windowEnd = 0;

  function firstCount(address: string): number {
    const family = isIP(address);
    // No address (a unix socket) is local, too.
    if (family === 0) return Number.NEGATIVE_INFINITY;
    return unbounded.check(address, family === 4 ? 'ipv4' : 'ipv6') ? Number.NEGATIVE_INFINITY : 0;
  }

  return (address, now) => {
    if (now >= windowEnd || now < windowEnd - limits.windowMs || counts.size > MAX_ADDRESSES) {
      counts = new Map();
      windowEnd = now + limits.windowMs;
    }
    const count = (counts.get(address) ?? firstCount(address)) + 1;
    counts.set(address, count);
    return count <= limits.hits;
  };
}
