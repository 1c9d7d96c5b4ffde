/** Working hours and waiting times as the form offers and checks them. Pure. */
import type { ChatSettings, HoursSpan, WorkingHours } from '@goalpost/contract/chat';

/** Seconds. */
export const LEAST_WAIT = 10;

const WEEK = [1, 2, 3, 4, 5, 6, 7];

export const officeHours = (timeZone: string): WorkingHours => ({
  timeZone,
  spans: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }],
});

/** Other hours beside those that are there: of the days that have none yet. */
export function nextSpan(spans: readonly HoursSpan[]): HoursSpan {
  const taken = new Set(spans.flatMap(({ days }) => days));
  return { days: WEEK.filter((day) => !taken.has(day)), from: '10:00', to: '14:00' };
}

/** Whether the longer wait is not the shorter one. */
export const waitingIsWhole = ({ waiting }: Pick<ChatSettings, 'waiting'>): boolean =>
  waiting.soon >= LEAST_WAIT && waiting.late >= waiting.soon;

/** Whether every span of hours, the counter's and the departments', names a day. */
export function hoursAreWhole({ hours, departments }: ChatSettings): boolean {
  return [hours, ...departments.map((one) => one.hours)].every(
    (known) => known === null || known.spans.every(({ days }) => days.length > 0),
  );
}
