/** Sends the letters that wait: each at most once, whatever happens meanwhile. */
import { createBackoff } from '../../kit/limits/backoff.ts';
import { doubling, pauseAfter } from '../../kit/retry.ts';
import type { MailResult } from '../../notify/mail/port.ts';
import type { ChatMailDeps, ChatSide } from './deps.ts';
import type { MailRecord } from './port.ts';
import { prepare, type Prepared } from './prepare.ts';

export interface Sender {
  /** @param signal breaks off */
  send(chat: ChatSide, signal: AbortSignal): Promise<void>;
  /** What an earlier run ended over may have been taken or not: it is not sent again. */
  settle(): Promise<void>;
}

const AT_ONCE = 50;
/** Time before a letter that was put off is tried again; the last one stands for all that follow. */
const LETTER_MS = [60_000, 5 * 60_000, 15 * 60_000, 3_600_000];
/** A letter that could not be sent for so long is given up. */
const GIVE_UP_MS = 5 * 24 * 3_600_000;
/** Time before a server that takes nothing is tried again. */
const DOWN_MS = doubling(1_000, 5 * 60_000);
const SERVER = 'smtp';

export function createSender(deps: ChatMailDeps): Sender {
  const { mailer, mails, clock, log } = deps;
  const backoff = createBackoff(DOWN_MS, clock);

  async function sendOne(chat: ChatSide, mail: MailRecord, signal: AbortSignal): Promise<MailResult | null> {
    const prepared = await prepare(deps, chat, mail);
    if (prepared.is !== 'ready') {
      await setAside(mail, prepared);
      return null;
    }
    const { letter, uptoSeq } = prepared;
    const now = clock.now();
    const tried = { ...mail, attempts: mail.attempts + 1, recipient: letter.to, uptoSeq, handedAt: now };
    const result = await mailer.send(letter, () => mails.update({ ...tried, status: 'handed' }), signal);
    await mails.update(after(result, mail, tried, now));
    tell(mail, result);
    return result;
  }

  async function setAside(mail: MailRecord, prepared: Exclude<Prepared, { is: 'ready' }>): Promise<void> {
    const { is, why } = prepared;
    const isOld = clock.now() - mail.createdAt > GIVE_UP_MS;
    if (is === 'later' && !isOld) return mails.update({ ...mail, nextAt: prepared.at, lastAnswer: why });
    const uptoSeq = is === 'later' ? mail.afterSeq : prepared.uptoSeq;
    await mails.update({ ...mail, status: 'dropped', uptoSeq, lastAnswer: why });
  }

  function tell(mail: MailRecord, { outcome, answer }: MailResult): void {
    if (outcome === 'refused')
      log.warn({ mail: mail.id, answer }, 'An e-mail was refused, and is not sent again.');
    if (outcome === 'later') log.warn({ mail: mail.id, answer }, 'An e-mail was put off by the server.');
    if (outcome === 'unsure')
      log.warn({ mail: mail.id, answer }, 'An e-mail may have been sent or not; it is not sent again.');
  }

  function serverIsDown({ answer }: MailResult): void {
    const againInMs = backoff.failed(SERVER);
    log.warn({ answer, againInMs }, 'The SMTP server takes no e-mail; it waits.');
  }

  return {
    async send(chat, signal) {
      if (backoff.resting().includes(SERVER)) return;
      for (const mail of await mails.due(clock.now(), AT_ONCE)) {
        if (signal.aborted) return;
        const result = await sendOne(chat, mail, signal);
        if (result === null) continue;
        if (result.outcome === 'down') {
          if (!signal.aborted) serverIsDown(result);
          return;
        }
        backoff.forget(SERVER);
      }
    },
    async settle() {
      for (const mail of await mails.handed()) {
        const answer = 'the server ended meanwhile';
        await mails.update({ ...mail, status: 'unsure', lastAnswer: answer });
        tell(mail, { outcome: 'unsure', answer });
      }
    },
  };
}

/**
 * The record after an attempt.
 * @param before as it waited
 * @param tried with what the letter held, and when
 */
function after(
  { outcome, answer }: MailResult,
  before: MailRecord,
  tried: MailRecord,
  now: number,
): MailRecord {
  const lastAnswer = answer;
  if (outcome === 'down') return { ...before, lastAnswer };
  if (outcome !== 'later') return { ...tried, status: outcome, lastAnswer };
  if (now - before.createdAt > GIVE_UP_MS) return { ...tried, status: 'refused', lastAnswer };
  const waitMs = pauseAfter(tried.attempts, LETTER_MS);
  return { ...before, attempts: tried.attempts, nextAt: now + waitMs, lastAnswer };
}
