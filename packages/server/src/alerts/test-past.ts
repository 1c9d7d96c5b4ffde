/** For tests: the past of a shop, with noise, growth and weeks, and faults put into it. */
import type { History } from './kinds/kind.ts';

export const HOUR = 3_600_000;
/** A Monday. */
export const START = Date.UTC(2026, 0, 5);
export const WEEKS_BEFORE = 6;
export const DAYS = 90;
const LENGTH = (WEEKS_BEFORE * 7 + DAYS) * 24;

export interface Fault {
  /** Hours from the beginning of the 90 days. */
  readonly from: number;
  readonly hours: number;
  readonly what: 'tag' | 'goal' | 'rate' | 'spike' | 'drop';
}

export interface PastOptions {
  readonly seed: number;
  /** Visits of a usual hour by day. */
  readonly visits: number;
  /** Of visits that reach the goal. */
  readonly rate: number;
  readonly faults?: readonly Fault[];
}

export function pastOf({ seed, visits: usual, rate, faults = [] }: PastOptions): History {
  const random = randomOf(seed);
  const starts = Array.from({ length: LENGTH }, (_, hour) => START + hour * HOUR);
  const growth = 0.9 + 0.5 * random();
  const visits: number[] = [];
  const pageViews: number[] = [];
  const reached: number[] = [];
  let mood = 1;
  for (let hour = 0; hour < LENGTH; hour += 1) {
    // Hours that follow each other have something in common: weather, a letter to customers.
    mood = 1 + 0.8 * (mood - 1) + 0.05 * gauss(random);
    const fault = faults.find(({ from, hours }) => {
      const at = hour - WEEKS_BEFORE * 7 * 24;
      return at >= from && at < from + hours;
    })?.what;
    const trend = growth ** (hour / LENGTH);
    const traffic = fault === 'spike' ? 4 : fault === 'drop' ? 0.2 : 1;
    const count = poisson(usual * shapeOf(hour) * trend * Math.max(0.3, mood) * traffic, random);
    const isSilent = fault === 'tag';
    visits.push(isSilent ? 0 : count);
    pageViews.push(isSilent ? 0 : poisson(count * 3, random));
    const share = fault === 'goal' ? 0 : fault === 'rate' ? rate * 0.2 : rate;
    reached.push(isSilent ? 0 : poisson(count * share, random));
  }
  return {
    starts,
    keys: starts.map((_start, hour) => hour % 168),
    visits,
    pageViews,
    goals: [{ id: 7, reached }],
    waits: [],
    made: [],
    from: START + WEEKS_BEFORE * 7 * 24 * HOUR,
    now: START + LENGTH * HOUR,
  };
}

/** When the hour of the 90 days begins. */
export const hourOf = (at: number): number => START + (WEEKS_BEFORE * 7 * 24 + at) * HOUR;

/** Nights are quiet, weekends half so busy. */
function shapeOf(hour: number): number {
  const ofDay = 0.15 + 0.85 * Math.max(0, Math.sin((((hour % 24) - 5) / 19) * Math.PI));
  return ofDay * (Math.floor(hour / 24) % 7 >= 5 ? 0.6 : 1);
}

export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const gauss = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

function poisson(mean: number, random: () => number): number {
  if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * gauss(random)));
  const end = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > end; product *= random()) count += 1;
  return count;
}
