/** Whether a rule is to be watched for at a moment, by its days and hours in the counter's time zone. */
import type { InvitationRule } from '@goalpost/contract';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** From `from` up to but without `to`; hours that end before they begin go over midnight into the next day. */
export function isScheduled(schedule: InvitationRule['schedule'], now: number, timeZone: string): boolean {
  if (schedule === null) return true;
  const { day, time } = localTime(now, timeZone);
  const { days, from, to } = schedule;
  if (from === to) return days.includes(day);
  if (from < to) return days.includes(day) && time >= from && time < to;
  const dayBefore = day === 1 ? 7 : day - 1;
  return (days.includes(day) && time >= from) || (days.includes(dayBefore) && time < to);
}

function localTime(now: number, timeZone: string): { day: number; time: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return { day: WEEKDAYS.indexOf(part('weekday')) + 1, time: `${part('hour')}:${part('minute')}` };
}
