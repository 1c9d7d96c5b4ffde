/** Letters about conversations, in the records store. */
import { sql, type Insertable, type Kysely, type Selectable } from 'kysely';
import type { MailKind, MailRecord, MailStore, Unmailed } from '../../../chat/port.ts';
import { claimRows, isFree, NOBODYS, type Outbox } from '../outbox.ts';
import type { ChatMailsTable } from './schema.ts';
import type { RecordsSchema } from '../schema.ts';

const OUTBOX: Outbox = { table: 'chat_mails', key: 'id', waits: sql`status IN ('waiting', 'handed')` };

export function createMailStore(db: Kysely<RecordsSchema>): MailStore {
  return {
    async add(mail) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('chat_mails')
        .values(toRow(mail))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirstOrThrow();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },

    async update(mail) {
      const { id, ...changes } = toRow(mail);
      const freed = mail.status === 'handed' ? {} : NOBODYS;
      await db
        .updateTable('chat_mails')
        .set({ ...changes, ...freed })
        .where('id', '=', id)
        .execute();
    },

    claim: (ids, now, claim) => claimRows(db, OUTBOX, ids, now, claim),

    async due(now, limit, node) {
      const rows = await db
        .selectFrom('chat_mails')
        .selectAll()
        .where('status', '=', 'waiting')
        .where('next_at', '<=', now)
        .where(isFree(now, node))
        .orderBy('next_at')
        .orderBy('created_at')
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },

    async handed(now, node) {
      const handed = db.selectFrom('chat_mails').selectAll().where('status', '=', 'handed');
      const rows = await handed.where(isFree(now, node)).execute();
      return rows.map(fromRow);
    },

    unreadAnswers: (since, after, limit) =>
      unmailed(db, { kind: 'answer', which: UNREAD_BY_VISITOR, by: 'operator', since, after, limit }),

    waitingVisitors: (since, after, limit) =>
      unmailed(db, { kind: 'team', which: WAITING, by: 'visitor', since, after, limit }),

    async count({ kind, counterId, since, personId, recipient }) {
      const { count } = await db
        .selectFrom('chat_mails')
        .select((column) => column.fn.countAll<number | string>().as('count'))
        .where('counter_id', '=', counterId)
        .where('kind', '=', kind)
        .where('handed_at', '>=', since)
        .$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? ''))
        .$if(recipient !== undefined, (query) => query.where('recipient', '=', recipient ?? ''))
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    async prune(before) {
      const { numDeletedRows } = await db
        .deleteFrom('chat_mails')
        .where('created_at', '<', before)
        .where('status', 'not in', ['waiting', 'handed'])
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

/** Whose visitor has written, and has not read all. Visitors without an address are passed over. */
const UNREAD_BY_VISITOR = sql<boolean>`c.read_by_visitor < c.last_seq AND c.decided = 1
  AND m.seq > c.read_by_visitor AND p.contact LIKE '%"email":"%' AND p.contact NOT LIKE '%"email":""%'`;
const WAITING = sql<boolean>`c.state = 'open' AND c.waiting_since IS NOT NULL`;

interface Wanted {
  readonly kind: MailKind;
  readonly which: typeof WAITING;
  readonly by: 'operator' | 'visitor';
  readonly since: number;
  readonly after: string;
  readonly limit: number;
}

async function unmailed(
  db: Kysely<RecordsSchema>,
  { kind, which, by, since, after, limit }: Wanted,
): Promise<Unmailed[]> {
  const letters = sql`FROM chat_mails l WHERE l.conversation_id = c.id AND l.kind = ${kind}`;
  const mailed = sql`coalesce((SELECT max(l.upto_seq) ${letters}), 0)`;
  const { rows } = await sql<UnmailedRow>`
    SELECT c.id, c.counter_id, c.person_id, c.offline, c.department, c.read_by_operator,
      ${mailed} AS mailed_seq, (SELECT max(l.handed_at) ${letters}) AS mailed_at,
      min(m.at) AS first_at, max(m.seq) AS last_seq
    FROM chat_conversations c
    JOIN chat_people p ON p.id = c.person_id
    JOIN chat_messages m ON m.conversation_id = c.id AND m.kind = ${by} AND m.at >= ${since}
    WHERE c.last_message_at >= ${since} AND c.id > ${after} AND ${which} AND m.seq > ${mailed}
      AND NOT EXISTS (SELECT 1 ${letters} AND l.status IN ('waiting', 'handed'))
    GROUP BY c.id, c.counter_id, c.person_id, c.offline, c.department, c.read_by_operator
    ORDER BY c.id
    LIMIT ${limit}`.execute(db);
  return rows.map((row) => ({
    conversationId: row.id,
    counterId: row.counter_id,
    personId: row.person_id,
    mailedSeq: Number(row.mailed_seq),
    mailedAt: row.mailed_at === null ? null : Number(row.mailed_at),
    firstAt: Number(row.first_at),
    lastSeq: Number(row.last_seq),
    offline: row.offline === 1,
    department: row.department,
    readByOperator: row.read_by_operator,
  }));
}

interface UnmailedRow {
  readonly id: string;
  readonly counter_id: number;
  readonly person_id: string;
  readonly offline: number;
  readonly department: string | null;
  readonly read_by_operator: number;
  readonly mailed_seq: number | string;
  readonly mailed_at: number | string | null;
  readonly first_at: number | string;
  readonly last_seq: number | string;
}

function fromRow(row: Selectable<ChatMailsTable>): MailRecord {
  return {
    id: row.id,
    counterId: row.counter_id,
    conversationId: row.conversation_id,
    personId: row.person_id,
    kind: row.kind,
    afterSeq: row.after_seq,
    uptoSeq: row.upto_seq,
    recipient: row.recipient,
    status: row.status,
    attempts: row.attempts,
    nextAt: row.next_at,
    lastAnswer: row.last_answer,
    createdAt: row.created_at,
    handedAt: row.handed_at,
  };
}

function toRow(mail: MailRecord): Insertable<ChatMailsTable> {
  return {
    id: mail.id,
    counter_id: mail.counterId,
    conversation_id: mail.conversationId,
    person_id: mail.personId,
    kind: mail.kind,
    after_seq: mail.afterSeq,
    upto_seq: mail.uptoSeq,
    recipient: mail.recipient,
    status: mail.status,
    attempts: mail.attempts,
    next_at: mail.nextAt,
    last_answer: mail.lastAnswer,
    created_at: mail.createdAt,
    handed_at: mail.handedAt,
  };
}
