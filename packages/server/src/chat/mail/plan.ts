/** Looks through the records for what is to be mailed, and notes a letter for each: stored first, then sent. */
import type { ChatMailDeps, ChatSide } from './deps.ts';
import { answerDueAt, HORIZON_MS, teamIsDue } from './due.ts';
import type { MailKind, MailStore, Unmailed } from './port.ts';

export interface Planner {
  plan(chat: ChatSide): Promise<void>;
}

const PAGE = 200;
const MINUTE_MS = 60_000;

export function createPlanner({ mails, clock }: Pick<ChatMailDeps, 'mails' | 'clock'>): Planner {
  const startedAt = clock.now();
  /** When visitors with unread answers were last seen connected, by person. */
  let lastSeen: ReadonlyMap<string, number> = new Map();

  async function note(kind: MailKind, about: Unmailed, now: number): Promise<void> {
    const { conversationId, counterId, personId, mailedSeq, firstAt } = about;
    await mails.add({
      id: `${conversationId}:${kind}:${mailedSeq}`,
      counterId,
      conversationId,
      personId,
      kind,
      afterSeq: mailedSeq,
      uptoSeq: null,
      recipient: '',
      status: 'waiting',
      attempts: 0,
      // What has waited longest goes first.
      nextAt: firstAt,
      lastAnswer: '',
      createdAt: now,
      handedAt: null,
    });
  }

  async function planAnswers(chat: ChatSide): Promise<void> {
    const now = clock.now();
    const seen = new Map<string, number>();
    for await (const one of pages(mails.unreadAnswers, now - HORIZON_MS)) {
      const { answerAfter } = (await chat.settings.get(one.counterId)).mail;
      if (answerAfter === 0) continue;
      const { personId, firstAt } = one;
      const isHere = chat.isVisitorConnected(personId);
      const last = isHere ? now : (lastSeen.get(personId) ?? null);
      if (last !== null) seen.set(personId, last);
      if (isHere) continue;
      const answerAfterMs = answerAfter * MINUTE_MS;
      if (now >= answerDueAt({ firstAt, lastSeen: last, startedAt, answerAfterMs }))
        await note('answer', one, now);
    }
    lastSeen = seen;
  }

  async function planTeam(chat: ChatSide): Promise<void> {
    const now = clock.now();
    for await (const one of pages(mails.waitingVisitors, now - HORIZON_MS)) {
      if ((await chat.settings.get(one.counterId)).mail.team === '') continue;
      const online = await chat.isOnline(one.counterId, one.department);
      if (teamIsDue(one, online, now)) await note('team', one, now);
    }
  }

  return {
    async plan(chat) {
      await planTeam(chat);
      await planAnswers(chat);
    },
  };
}

async function* pages(read: MailStore['unreadAnswers'], since: number): AsyncGenerator<Unmailed> {
  let page: Unmailed[];
  let after = '';
  do {
    page = await read(since, after, PAGE);
    yield* page;
    after = page.at(-1)?.conversationId ?? after;
  } while (page.length === PAGE);
}
