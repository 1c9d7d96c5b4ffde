/**
 * Which hits came in the last days [V12]. Three sets, one a UTC day of arrival: a key of the oldest is still
 * known when its third day begins, so none is forgotten within 48 h of its arrival.
 */
import { KeySet } from './key-set.ts';

const DAY_MS = 86_400_000;
const DAYS = 3;

export class RecentKeys {
  /** Latest day that a hit arrived on; days since the epoch. */
  #day = 0;
  /** Newest first. */
  #sets: KeySet[] = [new KeySet()];

  has(key: number): boolean {
    for (const set of this.#sets) if (set.has(key)) return true;
    return false;
  }

  /** @param arrivedAt milliseconds since the epoch; drives the forgetting */
  add(key: number, arrivedAt: number): void {
    const day = Math.floor(arrivedAt / DAY_MS);
    if (day > this.#day) this.#turnTo(day);
    (this.#sets[0] as KeySet).add(key);
  }

  #turnTo(day: number): void {
    const passed = Math.min(day - this.#day, DAYS);
    const fresh = Array.from({ length: passed }, () => new KeySet());
    this.#sets = [...fresh, ...this.#sets].slice(0, DAYS);
    this.#day = day;
  }

  /** `[day, keys in base64]`, oldest day first. */
  *dump(): Generator<readonly [day: number, keys: string]> {
    for (let age = this.#sets.length - 1; age >= 0; age--) {
      const day = this.#day - age;
      for (const run of (this.#sets[age] as KeySet).runs()) {
        if (run.length > 0)
          yield [day, Buffer.from(run.buffer, run.byteOffset, run.byteLength).toString('base64')];
      }
    }
  }

  /** Takes one entry of a dump, in the order of the dump. */
  load(day: number, keys: string): void {
    const bytes = Buffer.from(keys, 'base64');
    for (let place = 0; place + 8 <= bytes.length; place += 8) {
      this.add(bytes.readDoubleLE(place), day * DAY_MS);
    }
  }
}
