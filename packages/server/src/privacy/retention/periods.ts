/** From how long something is kept to the day before which it goes [P15]. */
import {
  RETENTION_KINDS,
  type RetentionKind,
  type RetentionPeriod,
  type RetentionPeriods,
} from '@goalpost/contract/management';
import { DAY_MS } from '../../kit/dates/calendar-day.ts';

export const NO_PERIODS: RetentionPeriods = {
  hits: null,
  visits: null,
  conversations: null,
  files: null,
  deliveries: null,
  logs: null,
  sums: false,
};

/** Beginning of the first day of UTC that is kept: today and the whole days before it. */
export function cutoffOf({ keep, unit }: RetentionPeriod, now: number): number {
  const today = new Date(now - (now % DAY_MS));
  if (unit === 'day') return today.getTime() - keep * DAY_MS;
  const first = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - keep, 1));
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return first.setUTCDate(Math.min(today.getUTCDate(), days));
}

/** Kinds that go by themselves, each with its day. */
export function cutoffsOf(
  periods: RetentionPeriods,
  now: number,
): readonly { readonly kind: RetentionKind; readonly before: number }[] {
  return RETENTION_KINDS.flatMap((kind) => {
    const period = periods[kind];
    return period === null ? [] : [{ kind, before: cutoffOf(period, now) }];
  });
}
