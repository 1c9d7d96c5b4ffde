/** Hashes of content, from which ids are made: the same journal, the same ids [V17]. */

export interface Hash {
  /** Unsigned 32 bits each. */
  readonly high: number;
  readonly low: number;
}

/** 64 bits over the UTF-16 units of a text: two multiplicative lanes, mixed into each other at the end. */
export function hashOf(text: string): Hash {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let place = 0; place < text.length; place++) {
    const unit = text.charCodeAt(place);
    one = Math.imul(one ^ unit, 0x9e3779b1);
    two = Math.imul(two ^ unit, 0x5f356495);
  }
  one = Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ Math.imul(two ^ (two >>> 13), 0xc2b2ae35);
  two = Math.imul(two ^ (two >>> 16), 0x85ebca6b) ^ Math.imul(one ^ (one >>> 13), 0xc2b2ae35);
  return { high: two >>> 0, low: one >>> 0 };
}

/** Decimal UInt64, never 0. */
export function idOf({ high, low }: Hash): string {
  if (high === 0 && low === 0) return '1';
  return high < 0x20_0000 ? String(high * 2 ** 32 + low) : ((BigInt(high) << 32n) | BigInt(low)).toString();
}

/** 53 bits as a whole number, never 0. */
export function keyOf({ high, low }: Hash): number {
  return (high & 0x1f_ffff) * 2 ** 32 + low || 1;
}
