/** What of a counter's tag was really seen, in the words of the field's API. Pure. */
import type { Counter } from '@goalpost/contract/management';
import type { TagSeen } from '../collect/index.ts';
import { DAY_MS } from '../kit/dates/calendar-day.ts';

const WEEK_MS = 7 * DAY_MS;
/** A thousand a day. */
const MANY = 7_000;

export function codeStatus({ lastHitAt }: TagSeen, createdAt: number, now: number): Counter['code_status'] {
  if (lastHitAt !== null) return now - lastHitAt < WEEK_MS ? 'CS_OK' : 'CS_OK_NO_DATA';
  return now - createdAt < DAY_MS ? 'CS_WAIT_FOR_CHECKING' : 'CS_NOT_FOUND';
}

export const activityStatus = ({ week }: TagSeen): Counter['activity_status'] =>
  week >= MANY ? 'high' : 'low';
