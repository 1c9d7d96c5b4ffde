/** Goes to the days of one interval of a chart or table. */
import type { Report } from '../use-report.ts';
import { periodOf, type Interval } from './interval.ts';

export function toInterval({ days, change }: Report, interval: Interval | undefined): void {
  const period = interval && periodOf(interval, days);
  if (period !== undefined) change({ period, group: undefined });
}
