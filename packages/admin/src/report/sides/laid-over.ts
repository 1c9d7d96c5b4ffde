/** Lays one side's intervals over the other's: first by first, second by second; pure. */
import type { BytimeResponse } from '@goalpost/contract/reports';
import type { Group } from '../../api/stat.ts';
import type { Format } from '../../ui/format.ts';
import { finished, intervalName, type Interval } from '../state/interval.ts';

/** Both intervals and totals of one side over time. */
export type SideAnswer = Pick<BytimeResponse, 'time_intervals' | 'totals'>;

interface Moment {
  readonly at: Interval;
  readonly values: readonly (number | null)[];
}

export interface Laid {
  /** Undefined where the side has fewer intervals, or they have not begun. */
  readonly a: Moment | undefined;
  readonly b: Moment | undefined;
  /** Both intervals where they differ. */
  name(format: Format, group: Group): string;
}

export function laidOver(a: SideAnswer, b: SideAnswer, now: string): readonly Laid[] {
  const momentsA = momentsOf(a, now);
  const momentsB = momentsOf(b, now);
  const count = Math.max(momentsA.length, momentsB.length);
  return Array.from({ length: count }, (_, index) => {
    const sides = { a: momentsA[index], b: momentsB[index] };
    const starts = new Set([sides.a, sides.b].flatMap((side) => (side ? [side.at.join()] : [])));
    return {
      ...sides,
      name: (format, group) => {
        const names = [sides.a, sides.b].flatMap((side) =>
          side ? [intervalName(format, group, side.at)] : [],
        );
        return starts.size === 1 ? (names[0] ?? '') : names.join(' · ');
      },
    };
  });
}

function momentsOf({ time_intervals: intervals, totals }: SideAnswer, now: string): readonly Moment[] {
  const { count } = finished(intervals, now);
  return intervals
    .slice(0, count)
    .map((at, index) => ({ at, values: totals.map((numbers) => numbers[index] ?? null) }));
}
