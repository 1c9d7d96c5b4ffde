/**
 * What an hour usually brings: by the same hour of the same weekday in the weeks before [M101]. It is put at the level
 * of the last seven days. Each hour is judged by earlier ones alone; those of a happening are left out.
 */

/** Counts, hour by hour, with the weekday and hour of each. */
export interface Hours {
  readonly counts: readonly number[];
  /** Chances that each hour gave, such as its visits; null: an hour is one chance. */
  readonly chances: readonly number[] | null;
  /** Hours of one key are alike: weekday × 24 + hour. */
  readonly keys: readonly number[];
}

export interface Usual {
  /** Null: there are too few weeks to say. */
  expected(hour: number): number | null;
  /** Scatter beyond chance of sums of so many hours, as `tail.ts` takes it. */
  noise(hour: number, span: number): number;
  /** The hour belongs to a happening: it teaches nothing. */
  leaveOut(hour: number): void;
  /** What happened has become usual. */
  takeBack(from: number, to: number): void;
}

const WEEKS = 6;
const LEAST_WEEKS = 3;
const DAY = 24;
const LEVEL_HOURS = 7 * DAY;
const NOISE_HOURS = 28 * DAY;
/** Counts that speak for no change of level. */
const LEVEL_PRIOR = 30;
const LEVEL_BOUND = 4;
const LEAST_NOISE = 0.02;
const NOISE_PRIOR = 0.06;
/** Of the usual share, in counts: shares of single hours are made of few. */
const SHARE_PRIOR = 3;
/** A week that differs so much from the others was no usual one. */
const OUTLIER = 6;

/** @param direction of what is looked for: hours far off to the other side say nothing of how it scatters [M150] */
export function createUsual({ counts, chances, keys }: Hours, direction: 'low' | 'high'): Usual {
  const left = new Uint8Array(counts.length);
  const plain = new Float64Array(counts.length).fill(Number.NaN);
  const levelled = new Float64Array(counts.length).fill(Number.NaN);
  const alike = Map.groupBy(counts.keys(), (hour) => keys[hour] ?? 0);
  const place = placesOf(alike, counts.length);
  const chance = (hour: number): number => chances?.[hour] ?? 1;
  // What comes back after a silence is no more than usual.
  const lowest = direction === 'high' ? 1 : 1 / LEVEL_BOUND;
  let noiseDay = -1;
  const noises = new Map<number, number>();
  let shareDay = -1;
  let shareNow = 0;

  function weeksBefore(hour: number): number[] {
    const same = alike.get(keys[hour] ?? 0) ?? [];
    const found: number[] = [];
    for (let at = (place[hour] ?? 0) - 1; at >= 0 && found.length < WEEKS; at -= 1) {
      const other = same[at] ?? 0;
      if (left[other] === 0) found.push(other);
    }
    return found;
  }

  /** Of all hours of four weeks, found again once a day. */
  function share(hour: number): number {
    const day = Math.floor(hour / DAY);
    if (day === shareDay) return shareNow;
    shareDay = day;
    const { count, of } = sums(Math.max(0, hour - NOISE_HOURS), hour);
    shareNow = of > 0 ? count / of : 0;
    return shareNow;
  }

  function sums(from: number, to: number): { count: number; of: number } {
    let count = 0;
    let of = 0;
    for (let at = from; at < to; at += 1) {
      if (left[at] === 1) continue;
      count += counts[at] ?? 0;
      of += chance(at);
    }
    return { count, of };
  }

  function rate(hour: number): number | null {
    const weeks = weeksBefore(hour);
    if (weeks.length < LEAST_WEEKS) return null;
    if (chances === null) return meanOf(weeks.map((other) => counts[other] ?? 0));
    const all = share(hour);
    if (all <= 0) return 0;
    const prior = SHARE_PRIOR / all;
    const count = weeks.reduce((sum, other) => sum + (counts[other] ?? 0), 0);
    const of = weeks.reduce((sum, other) => sum + chance(other), 0);
    return (count + SHARE_PRIOR) / (of + prior);
  }

  /** Of sums of hours that follow each other, where none of them was left out. */
  function scatter(from: number, to: number, span: number): number {
    let beyond = 0;
    let squares = 0;
    let count = 0;
    let usual = 0;
    let run = 0;
    for (let at = from; at < to; at += 1) {
      const expected = levelled[at] ?? Number.NaN;
      if (left[at] === 1 || Number.isNaN(expected)) {
        [count, usual, run] = [0, 0, 0];
        continue;
      }
      count += counts[at] ?? 0;
      usual += expected;
      run += 1;
      if (run < span) continue;
      const isBeside = direction === 'low' ? isFarAbove(count, usual) : isFarBelow(count, usual);
      // A happening that is not watched for, such as a spike beside drops, makes the scatter no larger.
      if (!isBeside) {
        beyond += Math.min((count - usual) ** 2, usual ** 2 + 9 * usual + 1) - usual;
        squares += usual ** 2;
      }
      count -= counts[at - span + 1] ?? 0;
      usual -= levelled[at - span + 1] ?? 0;
    }
    const prior = 1 + squares / 10;
    return Math.max(LEAST_NOISE, (beyond + NOISE_PRIOR * prior) / (squares + prior));
  }

  function level(hour: number): number {
    let count = 0;
    let usual = 0;
    for (let at = Math.max(0, hour - LEVEL_HOURS); at < hour; at += 1) {
      const expected = plain[at] ?? Number.NaN;
      if (left[at] === 1 || Number.isNaN(expected)) continue;
      count += Math.min(counts[at] ?? 0, 2 * expected + LEVEL_PRIOR);
      usual += expected;
    }
    const found = (count + LEVEL_PRIOR) / (usual + LEVEL_PRIOR);
    return Math.min(LEVEL_BOUND, Math.max(lowest, found));
  }

  return {
    expected(hour) {
      const usual = rate(hour);
      if (usual === null) return null;
      plain[hour] = usual * chance(hour);
      const found = usual * chance(hour) * level(hour);
      levelled[hour] = found;
      return found;
    },
    noise(hour, span) {
      const day = Math.floor(hour / DAY);
      if (day !== noiseDay) noises.clear();
      noiseDay = day;
      const known = noises.get(span) ?? scatter(Math.max(0, hour - NOISE_HOURS), hour, span);
      noises.set(span, known);
      return known;
    },
    leaveOut(hour) {
      left[hour] = 1;
    },
    takeBack(from, to) {
      left.fill(0, from, to);
    },
  };
}

/** Twice the usual, and more than chance gives: a sale, a letter to customers, a spike. */
const isFarAbove = (count: number, usual: number): boolean => count > 2 * usual + 6 * Math.sqrt(usual + 1);

/** Less than half of it, and by more than chance: a holiday, a fault of the tag. */
const isFarBelow = (count: number, usual: number): boolean => 2 * count < usual - 6 * Math.sqrt(usual + 1);

/** Where each hour stands among those of its key. */
function placesOf(alike: ReadonlyMap<number, readonly number[]>, length: number): Uint32Array {
  const places = new Uint32Array(length);
  for (const hours of alike.values()) for (const [at, hour] of hours.entries()) places[hour] = at;
  return places;
}

/** Without a week that stands alone, such as one with a fault that was not watched for. */
function meanOf(values: readonly number[]): number {
  const mean = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0) / some.length;
  if (values.length <= LEAST_WEEKS) return mean(values);
  const sorted = values.toSorted((one, other) => one - other);
  const isOutlier = (value: number, others: readonly number[]): boolean => {
    const usual = mean(others);
    return Math.abs(value - usual) > OUTLIER * Math.sqrt(usual + NOISE_PRIOR * usual ** 2 + 1);
  };
  const highest = sorted.at(-1) ?? 0;
  const lowest = sorted[0] ?? 0;
  const kept = sorted.slice(
    isOutlier(lowest, sorted.slice(1)) ? 1 : 0,
    isOutlier(highest, sorted.slice(0, -1)) ? -1 : undefined,
  );
  return mean(kept);
}
