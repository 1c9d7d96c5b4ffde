/**
 * Finds happenings in counts, hour by hour. They begin where the counts of the last hours are too improbable and far
 * enough off [M102], and end where they are usual again [M103].
 */
import type { Happening } from './happening.ts';
import { atLeast, atMost } from './tail.ts';
import { createUsual, type Hours } from './usual.ts';

export interface Rule {
  readonly direction: 'low' | 'high';
  /** Of what is expected: a smaller change is not told of, however certain. */
  readonly ratio: number;
  /** What is missing or too much, in counts, is at least this. */
  readonly least: number;
  /** Hours that are looked at together, at most [M102] [M151]. */
  readonly longest: number;
  /** Back between the usual and this ratio of it, it is over. */
  readonly overRatio: number;
  /** Hours in a row for which it must be so. */
  readonly overHours: number;
}

export interface Watched extends Hours {
  /** When each hour begins. */
  readonly starts: readonly number[];
  readonly goalId: number | null;
  /** Tests of this kind that are made at once: the more, the less a chance is believed. */
  readonly among: number;
}

/** `at`: where it began among the hours. */
type Open = Happening & { readonly at: number };

/** Sums of the last so many hours are looked at: a small site's faults show in the longer ones. */
const SPANS = [1, 2, 3, 6, 12, 24, 48, 96, 144] as const;
/** [M102] A chance in so many of one hour. */
const CHANCE = 1e-5;
/** Expected at least, before the end of a happening is judged. */
const LEAST_TO_JUDGE = 5;
const SETTLES_AFTER = 7 * 24;
/** Hours after its end in which the same is not told of again. */
const QUIET = 6;
const HOUR_MS = 3_600_000;

/** @param beside happenings of the other direction: they teach nothing of the usual, from when they are found [M150] */
export function watch(watched: Watched, rule: Rule, beside: readonly Happening[] = []): Happening[] {
  const { counts, starts } = watched;
  const usual = createUsual(watched, rule.direction);
  const expected: (number | null)[] = [];
  const found: Happening[] = [];
  const chance = CHANCE / watched.among;
  const now: { open: Open | null } = { open: null };
  let calm = 0;
  let quietUntil = 0;
  /** Nothing before it is looked at together with what comes after. */
  let fresh = 0;

  const sum = (from: number, to: number) => {
    let observed = 0;
    let usualSum = 0;
    for (let at = from; at <= to; at += 1) {
      observed += counts[at] ?? 0;
      usualSum += expected[at] ?? 0;
    }
    return { observed, expected: usualSum };
  };

  function begins(hour: number): void {
    for (const span of SPANS) {
      if (span > rule.longest) return;
      const from = hour - span + 1;
      if (from < fresh || expected[from] === null || expected[from] === undefined) return;
      const said = sum(from, hour);
      if (!isOff(said, rule)) continue;
      const noise = usual.noise(hour, span);
      const tail =
        rule.direction === 'low'
          ? atMost(said.observed, said.expected, noise)
          : atLeast(said.observed, said.expected, noise);
      if (tail >= chance) continue;
      const begin = starts[from] ?? 0;
      now.open = {
        goalId: watched.goalId,
        begin,
        found: endOf(hour),
        over: null,
        settled: false,
        ...said,
        at: from,
      };
      for (let at = from; at <= hour; at += 1) usual.leaveOut(at);
      calm = 0;
      return;
    }
  }

  function goesOn(hour: number, current: Open): void {
    usual.leaveOut(hour);
    calm = isCalm(hour, current.found) ? calm + 1 : 0;
    const settled = hour - current.at >= SETTLES_AFTER;
    if (calm < rule.overHours && !settled) return;
    const { at, ...happening } = current;
    found.push({ ...happening, over: endOf(hour), settled });
    if (settled) usual.takeBack(at, hour + 1);
    else usual.takeBack(hour - calm + 1, hour + 1);
    now.open = null;
    fresh = hour + 1;
    quietUntil = settled && rule.ratio === 0 ? comesBack(hour) : hour + QUIET;
  }

  /** What stays away for good is told of once: long spans would find it missing again [M103]. */
  function comesBack(since: number): number {
    const back = counts.findIndex((count, hour) => hour > since && count > 0);
    return back === -1 ? counts.length : back;
  }

  /** By as many of the last hours as it takes to say anything. */
  function isCalm(hour: number, foundAt: number): boolean {
    for (let span = 1; span <= rule.longest; span += 1) {
      const from = hour - span + 1;
      if (from < 0 || (starts[from] ?? 0) < foundAt) return false;
      const said = sum(from, hour);
      if (said.expected < LEAST_TO_JUDGE) continue;
      return rule.direction === 'low'
        ? said.observed >= rule.overRatio * said.expected
        : said.observed <= rule.overRatio * said.expected;
    }
    return false;
  }

  const endOf = (hour: number): number => starts[hour + 1] ?? (starts[hour] ?? 0) + HOUR_MS;

  function leaveOutBeside(hour: number): void {
    const end = endOf(hour);
    for (const { begin, found: foundAt, over, settled } of beside) {
      if (end < foundAt || (over !== null && end > over)) continue;
      const first = starts.indexOf(begin);
      for (let at = end === foundAt ? first : hour; at <= hour; at += 1) usual.leaveOut(at);
      if (settled && end === over) usual.takeBack(first, hour + 1);
    }
  }

  for (let hour = 0; hour < counts.length; hour += 1) {
    expected.push(usual.expected(hour));
    leaveOutBeside(hour);
    if (now.open !== null) goesOn(hour, now.open);
    else if (hour >= quietUntil) begins(hour);
  }
  if (now.open !== null) {
    const { at: _at, ...happening } = now.open;
    found.push(happening);
  }
  return found;
}

function isOff(said: { observed: number; expected: number }, { direction, ratio, least }: Rule): boolean {
  return direction === 'low'
    ? said.observed <= ratio * said.expected && said.expected - said.observed >= least
    : said.observed >= ratio * said.expected && said.observed - said.expected >= least;
}

/** The first hour that can be judged; null: there are too few weeks. */
export function watchedFrom({ counts, keys, starts }: Watched): number | null {
  const usual = createUsual({ counts, chances: null, keys }, 'low');
  const hour = counts.findIndex((_count, at) => usual.expected(at) !== null);
  return hour === -1 ? null : (starts[hour] ?? null);
}
