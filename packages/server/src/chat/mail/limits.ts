/** Limits how much the chat mails, so that it cannot be made a nuisance to strangers. */
import type { MailRecord, MailStore } from './port.ts';

export interface MailLimits {
  /** Answers to one visitor, and to one address, in a day: a visitor may give any address. */
  readonly perVisitorDay: number;
  /** Letters of one kind about one counter in an hour. */
  readonly perCounterHour: number;
}

export const MAIL_LIMITS: MailLimits = { perVisitorDay: 10, perCounterHour: 60 };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** What is too much now is looked at again after so long. */
export const AGAIN_MS = 10 * 60_000;

/** Whether one more may go to this address now. */
export async function mayMail(
  mails: Pick<MailStore, 'count'>,
  { kind, counterId, personId }: Pick<MailRecord, 'kind' | 'counterId' | 'personId'>,
  recipient: string,
  now: number,
  limits: MailLimits,
): Promise<boolean> {
  const where = { kind, counterId };
  if ((await mails.count({ ...where, since: now - HOUR_MS })) >= limits.perCounterHour) return false;
  if (kind === 'team') return true;
  const day = { ...where, since: now - DAY_MS };
  if ((await mails.count({ ...day, recipient })) >= limits.perVisitorDay) return false;
  return (await mails.count({ ...day, personId })) < limits.perVisitorDay;
}
