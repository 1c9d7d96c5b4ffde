/** What the audit log says of a removal: how much went, and nothing of whom. */
import type { AuditRecord } from '../../audit/index.ts';
import { utcDay } from '../../kit/dates/calendar-day.ts';
import type { StoredRun } from './port.ts';

export const auditOf = (run: StoredRun, at: number): AuditRecord => ({
  at,
  accountId: null,
  login: run.askedBy,
  address: '',
  subject: 'retention',
  verb: 'done',
  counterId: run.counterId,
  target: run.task,
  details: run.losses
    .map(({ kind, rows, before, summedDays = 0 }) => {
      const stays = summedDays === 0 ? '' : `, sums of ${summedDays} days stay`;
      return `${kind} before ${utcDay(before)}: ${rows}${stays}`;
    })
    .join(', '),
});
