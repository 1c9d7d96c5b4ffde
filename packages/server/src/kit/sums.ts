/** Sums of money by currency, in whole millionths, so that they are exact whatever the order of addition. */

const MILLION = 1e6;

export interface Sum {
  readonly currency: string;
  readonly revenue: number;
}

export interface Sums {
  /** @param price in whole millionths if it is a bigint, else in the currency itself */
  add(currency: string, price: bigint | number): void;
  addAll(other: Sums): void;
  of(currency: string): number;
  /** What is in other currencies, largest first; equal sums by the letters of the currency. */
  others(currency: string): Sum[];
  readonly entries: ReadonlyMap<string, bigint>;
}

export function createSums(): Sums {
  const entries = new Map<string, bigint>();
  const sums: Sums = {
    entries,
    add(currency, price) {
      const millionths = typeof price === 'bigint' ? price : BigInt(Math.round(price * MILLION));
      entries.set(currency, (entries.get(currency) ?? 0n) + millionths);
    },
    addAll(other) {
      for (const [currency, millionths] of other.entries) sums.add(currency, millionths);
    },
    of: (currency) => Number(entries.get(currency) ?? 0n) / MILLION,
    others: (currency) =>
      [...entries]
        .filter(([other, millionths]) => other !== currency && millionths > 0n)
        .map(([other, millionths]) => ({ currency: other, revenue: Number(millionths) / MILLION }))
        .toSorted((a, b) => b.revenue - a.revenue || (a.currency < b.currency ? -1 : 1)),
  };
  return sums;
}
