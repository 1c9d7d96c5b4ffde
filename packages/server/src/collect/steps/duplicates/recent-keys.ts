/**
 * Which hits came in the last days [V12]. Keys stand in slices by arrival, each of one UTC day: a day is forgotten
 * when the third after it begins, so no key goes within 48 h. Beyond a number of keys the oldest slice goes earlier.
 */
import { KeySet } from './key-set.ts';
import { DAY_MS } from '../../../kit/dates/calendar-day.ts';

const DAYS = 3;
/** Parts of the bound that are forgotten one by one. */
const PARTS = 8;

interface Slice {
  readonly day: number;
  readonly keys: KeySet;
  /** Latest arrival, milliseconds since the epoch. */
  latest: number;
}

export class RecentKeys {
  readonly #max: number;
  readonly #sliceMax: number;
  /** Newest first; never empty. */
  #slices: Slice[] = [freshSlice(0)];
  #forgottenUpTo = 0;

  /** @param max keys that are kept at most [V31] */
  constructor(max: number) {
    this.#max = max;
    this.#sliceMax = Math.max(1, Math.floor(max / PARTS));
  }

  /** Keys that arrived until then may be forgotten though 48 h are not over; 0: none. */
  get forgottenUpTo(): number {
    return this.#forgottenUpTo;
  }

  get size(): number {
    return this.#slices.reduce((sum, { keys }) => sum + keys.size, 0);
  }

  has(key: number): boolean {
    for (const { keys } of this.#slices) if (keys.has(key)) return true;
    return false;
  }

  /** @param arrivedAt milliseconds since the epoch; drives the forgetting */
  add(key: number, arrivedAt: number): void {
    let newest = this.#slices[0] as Slice;
    const day = Math.max(newest.day, Math.floor(arrivedAt / DAY_MS));
    if (day > newest.day || newest.keys.size >= this.#sliceMax) {
      newest = freshSlice(day);
      this.#slices = [newest, ...this.#slices.filter((slice) => slice.day > day - DAYS)];
    }
    newest.keys.add(key);
    newest.latest = Math.max(newest.latest, arrivedAt);
    while (this.#slices.length > 1 && this.size > this.#max) this.#forgetOldest();
  }

  #forgetOldest(): void {
    const { latest } = this.#slices.pop() as Slice;
    this.#forgottenUpTo = Math.max(this.#forgottenUpTo, latest);
  }

  /** `[day, keys in base64, latest arrival of the slice]`, oldest first. */
  *dump(): Generator<readonly [day: number, keys: string, latest: number]> {
    for (const { day, keys, latest } of this.#slices.toReversed()) {
      for (const run of keys.runs()) {
        if (run.length > 0)
          yield [day, Buffer.from(run.buffer, run.byteOffset, run.byteLength).toString('base64'), latest];
      }
    }
  }

  /** Takes one entry of a dump, in the order of the dump. @param latest absent in dumps of earlier versions */
  load(day: number, keys: string, latest: number = day * DAY_MS): void {
    const bytes = Buffer.from(keys, 'base64');
    for (let place = 0; place + 8 <= bytes.length; place += 8) {
      this.add(bytes.readDoubleLE(place), latest);
    }
  }

  /** What a dump said beside its entries. */
  loadForgotten(upTo: number): void {
    this.#forgottenUpTo = Math.max(this.#forgottenUpTo, upTo);
  }
}

const freshSlice = (day: number): Slice => ({ day, keys: new KeySet(), latest: day * DAY_MS });
