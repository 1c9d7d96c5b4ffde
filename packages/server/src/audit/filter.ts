/** Which entries of the audit log are asked for, as parameters of the API say it [A63]. Pure. */
import { AUDIT_SUBJECTS } from '@goalpost/contract/management';
import { z } from 'zod';
import { problem, type Problem } from '../kit/problem.ts';
import type { AuditFilter } from './port.ts';
import { DAY_MS } from '../kit/dates/calendar-day.ts';

const Moment = z.union([z.iso.datetime({ offset: true }), z.iso.date()], {
  error: 'A moment such as 2026-11-29T10:00:00Z, or a day such as 2026-11-29 (UTC).',
});

export const FILTER = {
  person: z.string().max(255).optional().describe('Part of the e-mail address of who did it, or was tried.'),
  subject: z.enum(AUDIT_SUBJECTS).optional(),
  counter_id: z.coerce.number().int().min(1).optional(),
  since: Moment.optional().describe('A moment, or a day of UTC; entries from then on.'),
  until: Moment.optional().describe('A moment, before which they are; or a day of UTC, the last one.'),
};

export type AuditQuestion = z.infer<z.ZodObject<typeof FILTER>>;

export function readFilter({
  person,
  subject,
  counter_id: counterId,
  ...period
}: AuditQuestion): AuditFilter | Problem {
  const since = period.since === undefined ? undefined : Date.parse(period.since);
  const until = period.until === undefined ? undefined : endOf(period.until);
  if (since !== undefined && until !== undefined && until <= since)
    return problem('invalid_parameter', 'The period ends before it begins.', 'until');
  return { person: person === '' ? undefined : person, subject, counterId, since, until };
}

/** A day is in to its end. */
function endOf(text: string): number {
  return Date.parse(text) + (text.includes('T') ? 0 : DAY_MS);
}
