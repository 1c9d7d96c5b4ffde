/** How far each operator has read a conversation, and whom it calls [C90, C91]. */
import { sql, type Kysely, type Transaction } from 'kysely';
import type { ConversationWrite, NewMessage, OperatorMark } from '../../../chat/port.ts';
import { EVERYONE } from '../../../chat/port.ts';
import type { RecordsSchema } from '../schema.ts';

export async function readMarks(
  db: Kysely<RecordsSchema>,
  conversationIds: readonly string[],
  accountId: string | null,
): Promise<OperatorMark[]> {
  if (conversationIds.length === 0) return [];
  const all = db.selectFrom('chat_reads').selectAll().where('conversation_id', 'in', conversationIds);
  const rows = await (
    accountId === null ? all : all.where('account_id', 'in', [accountId, EVERYONE])
  ).execute();
  return rows.map((row) => ({
    conversationId: row.conversation_id,
    accountId: row.account_id,
    seq: row.seq,
    calledAt: row.called_at,
  }));
}

interface Marking {
  readonly id: string;
  /** The last number before the step, and after it. */
  readonly before: number;
  readonly lastSeq: number;
  readonly fresh: readonly NewMessage[];
  readonly step: Pick<ConversationWrite, 'reads' | 'calls'>;
}

export async function writeMarks(
  trx: Transaction<RecordsSchema>,
  { id, before, lastSeq, fresh, step: { reads = [], calls } }: Marking,
): Promise<void> {
  // An operator who had read everything has read what the server adds, too.
  if (fresh.length > 0 && fresh.every(({ kind }) => kind === 'system'))
    await trx
      .updateTable('chat_reads')
      .set({ seq: lastSeq })
      .where('conversation_id', '=', id)
      .where('seq', '=', before)
      .execute();
  for (const { accountId, seq } of reads)
    await upsert(trx, {
      conversation_id: id,
      account_id: accountId,
      seq: Math.min(seq, lastSeq),
      called_at: null,
    });
  if (calls === undefined) return;
  await trx.updateTable('chat_reads').set({ called_at: null }).where('conversation_id', '=', id).execute();
  for (const accountId of calls.accountIds)
    await upsert(trx, { conversation_id: id, account_id: accountId, seq: 0, called_at: calls.at });
}

async function upsert(trx: Transaction<RecordsSchema>, row: RecordsSchema['chat_reads']): Promise<void> {
  await trx
    .insertInto('chat_reads')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['conversation_id', 'account_id']).doUpdateSet({
        seq: sql<number>`CASE WHEN excluded.seq > chat_reads.seq THEN excluded.seq ELSE chat_reads.seq END`,
        called_at: row.called_at,
      }),
    )
    .execute();
}
