import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, idOf, keyOf } from '../hash.ts';
import { KeySet } from './key-set.ts';
import { RecentKeys } from './recent-keys.ts';

const HOUR = 3_600_000;
const PLENTY = 1_000_000;
const key = fc
  .maxSafeNat()
  .map((number) => number + 1)
  .filter(Number.isSafeInteger);

describe('a set of keys', () => {
  it('holds what was added, and nothing else', () => {
    fc.assert(
      fc.property(fc.uniqueArray(key, { maxLength: 500 }), fc.array(key), (added, asked) => {
        const set = new KeySet();
        for (const each of [...added, ...added]) set.add(each);
        expect(set.size).toBe(added.length);
        for (const each of added) expect(set.has(each)).toBe(true);
        for (const each of asked) expect(set.has(each)).toBe(added.includes(each));
      }),
    );
  });

  it('takes keys that differ in few bits, by the hundred thousand', () => {
    const set = new KeySet();
    for (let number = 1; number <= 200_000; number++) set.add(number);
    expect(set.size).toBe(200_000);
    expect(set.has(200_001)).toBe(false);
    expect([...set.runs()].reduce((sum, run) => sum + run.length, 0)).toBe(200_000);
  });
});

describe('recent keys', () => {
  it('[V12] none is forgotten within 48 h, whenever it came', () => {
    fc.assert(
      fc.property(fc.nat({ max: 100 * HOUR }), fc.array(fc.nat({ max: 48 * HOUR })), (first, delays) => {
        const recent = new RecentKeys(PLENTY);
        recent.add(7, first);
        for (const [index, delay] of delays.toSorted((a, b) => a - b).entries()) {
          recent.add(1_000 + index, first + delay);
          expect(recent.has(7)).toBe(true);
        }
      }),
    );
  });

  it('[V12] keys are forgotten some day', () => {
    const recent = new RecentKeys(PLENTY);
    recent.add(7, 0);
    recent.add(8, 72 * HOUR);
    expect([recent.has(7), recent.has(8)]).toEqual([false, true]);
  });

  it('loads what it dumped, and forgets it at the same time', () => {
    const recent = new RecentKeys(PLENTY);
    for (let hour = 0; hour < 60; hour += 3) recent.add(hour + 1, hour * HOUR);
    const loaded = new RecentKeys(PLENTY);
    for (const entry of recent.dump()) loaded.load(...entry);
    for (const later of [recent, loaded]) later.add(999, 75 * HOUR);
    for (let number = 1; number < 1_000; number++) expect(loaded.has(number)).toBe(recent.has(number));
    expect([...loaded.dump()].length).toBe([...recent.dump()].length);
  });
});

describe('recent keys beyond their number', () => {
  const steps = fc.array(fc.nat({ max: 4 * HOUR }), { minLength: 1, maxLength: 300 });
  const most = fc.integer({ min: 1, max: 80 });

  it('[V31] the latest seven eighths are known, none beyond the bound is, and what is forgotten is told', () => {
    fc.assert(
      fc.property(steps, most, (pauses, max) => {
        const recent = new RecentKeys(max);
        const arrivals: number[] = [];
        for (const pause of pauses) {
          arrivals.push((arrivals.at(-1) ?? 0) + pause);
          recent.add(arrivals.length, arrivals.at(-1) ?? 0);
          expect(recent.size).toBeLessThanOrEqual(max);
        }
        const now = arrivals.at(-1) ?? 0;
        const sure = Math.max(1, max - Math.max(1, Math.floor(max / 8)));
        for (const [place, arrived] of arrivals.entries()) {
          if (now - arrived > 48 * HOUR) continue;
          const isKnown = recent.has(place + 1);
          if (arrivals.length - place <= sure) expect(isKnown).toBe(true);
          if (!isKnown) expect(arrived).toBeLessThanOrEqual(recent.forgottenUpTo);
        }
      }),
    );
  });

  it('[V17] [V31] what was dumped forgets the same keys at the same time', () => {
    fc.assert(
      fc.property(steps, steps, most, (pauses, further, max) => {
        const recent = new RecentKeys(max);
        let now = 0;
        for (const [number, pause] of pauses.entries()) recent.add(number + 1, (now += pause));
        const loaded = new RecentKeys(max);
        loaded.loadForgotten(recent.forgottenUpTo);
        for (const entry of recent.dump()) loaded.load(...entry);
        for (const [number, pause] of further.entries()) {
          now += pause;
          for (const each of [recent, loaded]) each.add(10_000 + number, now);
          expect(loaded.forgottenUpTo).toBe(recent.forgottenUpTo);
          expect(loaded.size).toBe(recent.size);
        }
        for (let key = 1; key <= pauses.length; key++) expect(loaded.has(key)).toBe(recent.has(key));
      }),
    );
  });
});

describe('hashes', () => {
  it('[V17] are the same for the same text, and ids are decimal UInt64', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(hashOf(one)).toEqual(hashOf(one));
        if (one !== other) expect(idOf(hashOf(one))).not.toBe(idOf(hashOf(other)));
        expect(BigInt(idOf(hashOf(one)))).toBeLessThan(2n ** 64n);
        expect(keyOf(hashOf(one))).toBeGreaterThan(0);
        expect(Number.isSafeInteger(keyOf(hashOf(one)))).toBe(true);
      }),
    );
  });

  it('spread: no two of a million like keys are the same', () => {
    const seen = new KeySet();
    for (let number = 0; number < 1_000_000; number++) {
      seen.add(keyOf(hashOf(`100001:1795378102825877058:232089224:${number}:1`)));
    }
    expect(seen.size).toBe(1_000_000);
  });
});
