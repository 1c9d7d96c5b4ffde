/** Sends the letters that wait: each at most once, whatever fails on the way. */
import { createBackoff } from '../../kit/limits/backoff.ts';
import { restAfter } from '../../kit/outbox/policy.ts';
import { ONE_NODE } from '../../kit/outbox/port.ts';
import { doubling } from '../../kit/retry.ts';
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
const LETTER_POLICY = {
  claimMs: 10 * 60_000,
  pausesMs: [60_000, 5 * 60_000, 15 * 60_000, 3_600_000],
  giveUpMs: 5 * 24 * 3_600_000,
};
/** Time before a server that takes nothing is tried again. */
const DOWN_MS = doubling(1_000, 5 * 60_000);
const SERVER = 'smtp';

export function createSender(deps: ChatMailDeps): Sender {
  const { mailer, mails, clock, log, node = ONE_NODE } = deps;
  const backoff = createBackoff(DOWN_MS, clock);

  async function isMine({ id }: MailRecord): Promise<boolean> {
    const now = clock.now();
    return (await mails.claim([id], now, { node, until: now + LETTER_POLICY.claimMs })).length > 0;
  }

  async function sendOne(chat: ChatSide, mail: MailRecord, signal: AbortSignal): Promise<MailResult | null> {
    if (!(await isMine(mail))) return null;
    const prepared = await prepare(deps, chat, mail);
    if (prepared.is !== 'ready') {
      await setAside(mail, prepared);
      return null;
    }
    const { letter, uptoSeq } = prepared;
    const now = clock.now();
    const tried = { ...mail, attempts: mail.attempts + 1, recipient: letter.to, uptoSeq, handedAt: now };
    const handOver = async () => {
      // The server may have taken its time, and another node the letter.
      if (!(await isMine(mail))) throw new Error(`The letter ${mail.id} is another node's by now.`);
      await mails.update({ ...tried, status: 'handed' });
    };
    const result = await mailer.send(letter, handOver, signal);
    await mails.update(after(result, mail, tried, now));
    tell(mail, result);
    return result;
  }

  async function setAside(mail: MailRecord, prepared: Exclude<Prepared, { is: 'ready' }>): Promise<void> {
    const { is, why } = prepared;
    const isOld = clock.now() - mail.createdAt > LETTER_POLICY.giveUpMs;
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
      for (const mail of await mails.due(clock.now(), AT_ONCE, node)) {
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
      for (const mail of await mails.handed(clock.now(), node)) {
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
  const waitMs = restAfter(LETTER_POLICY, tried.attempts, now - before.createdAt);
  if (waitMs === null) return { ...tried, status: 'refused', lastAnswer };
  return { ...before, attempts: tried.attempts, nextAt: now + waitMs, lastAnswer };
}
