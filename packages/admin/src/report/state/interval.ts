/** Names of the intervals of a chart, and whether the last of them is still running. */
import type { Group } from '../../api/stat.ts';
import type { Format } from '../../ui/format.ts';
import type { Days } from './period.ts';

export type Interval = readonly [string, string];

/** Hours come as `YYYY-MM-DD HH:MM:SS`, days and longer as first and last day. */
export function intervalName(format: Format, group: Group, [from, to]: Interval): string {
  if (group === 'hour') return from.slice(11, 16) === '' ? format.dayShort(from) : from.slice(11, 16);
  if (group === 'day' || from.slice(0, 10) === to.slice(0, 10)) return format.dayShort(from);
  if (group === 'month') return format.month(from);
  return `${format.dayShort(from)} – ${format.dayShort(to)}`;
}

/**
 * Leaves out intervals that have not begun, and says whether the last one left is still running.
 *
 * @param now `YYYY-MM-DD hh:mm:ss` where the counter is
 */
export function finished(
  intervals: readonly Interval[],
  now: string,
): { count: number; unfinished: boolean } {
  const count = intervals.filter(([from]) => from <= now).length;
  const [, to = ''] = intervals[count - 1] ?? [];
  return { count, unfinished: to >= now.slice(0, to.length) && to !== '' };
}

/** @returns the place of the interval that a moment `YYYY-MM-DD hh:mm:ss` is in; null: none */
export function intervalAt(intervals: readonly Interval[], moment: string): number | null {
  const found = intervals.findLastIndex(([from]) => from <= moment.slice(0, from.length));
  const [, to] = intervals[found] ?? [];
  return to !== undefined && moment.slice(0, to.length) <= to ? found : null;
}

/**
 * An interval as a period of its own, cut to the days of the report.
 *
 * @returns undefined where that would be the same days, or none
 */
export function periodOf([begin, end]: Interval, { from, to }: Days): string | undefined {
  const first = begin.slice(0, 10) < from ? from : begin.slice(0, 10);
  const last = end.slice(0, 10) > to ? to : end.slice(0, 10);
  return first > last || (first === from && last === to) ? undefined : `${first}..${last}`;
}
