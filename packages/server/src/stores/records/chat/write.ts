/** What a step of a conversation writes, in one transaction: numbers, keys, and the goal with its message. */
import type { Kysely, Selectable, Transaction } from 'kysely';
import type {
  ConversationRecord,
  ConversationWrite,
  ConversationWritten,
  NewMessage,
  PendingGoal,
  StoredHappening,
} from '../../../chat/port.ts';
import { writeMarks } from './marks.ts';
import {
  conversationChanges,
  conversationFromRow,
  goalToRow,
  happeningFromRow,
  messageFromRow,
  messageToRow,
  newConversationRow,
} from './rows.ts';
import type { claimColumns } from '../outbox.ts';
import type { ChatConversationsTable, ChatMessagesTable } from './schema.ts';
import type { RecordsSchema } from '../schema.ts';

type Trx = Transaction<RecordsSchema>;
type ClaimColumns = ReturnType<typeof claimColumns>;
type Row = Selectable<ChatConversationsTable>;
type MessageRow = Selectable<ChatMessagesTable>;

/** How often a conversation that is neither to be made nor to be found is looked for again. */
const ATTEMPTS = 5;

/** @param claim of what is to be done later */
export function writeStep(
  db: Kysely<RecordsSchema>,
  claim: ClaimColumns,
  step: ConversationWrite,
): Promise<ConversationWritten> {
  return db.transaction().execute(async (trx) => {
    const { row, conversation, goal } = await begin(trx, step);
    const there = await withKeys(trx, row.id, step.messages);
    const fresh = step.messages.filter((message) => !there.has(message.key));
    const isRetry = step.messages.length > 0 && fresh.length === 0;
    if (isRetry) return answer(row, step.messages, there, { events: [], happenings: [] });
    if (goal !== null && there.size === 0) await addGoal(trx, goal, claim);
    const events: PendingGoal[] = [];
    for (const event of step.events ?? []) if (await addGoal(trx, event, claim)) events.push(event);
    const { stored, made } = await append(trx, row, conversation, fresh);
    await writeMarks(trx, { before: row.last_seq, lastSeq: stored.last_seq, fresh, step, id: row.id });
    const happenings = await note(trx, row.id, step.happenings ?? [], claim);
    return answer(stored, step.messages, new Map([...there, ...byKey(made)]), { events, happenings });
  });
}

function answer(
  row: Row,
  messages: readonly NewMessage[],
  stored: ReadonlyMap<string, MessageRow>,
  fresh: Pick<ConversationWritten, 'events' | 'happenings'>,
): ConversationWritten {
  return {
    ...fresh,
    conversation: conversationFromRow(row),
    messages: messages.flatMap(({ key }) => {
      const message = stored.get(key);
      return message ? [messageFromRow(message)] : [];
    }),
  };
}

interface Begun {
  /** As it stands, and locked until the transaction ends. */
  readonly row: Row;
  readonly conversation: ConversationRecord;
  readonly goal: ConversationWrite['goal'];
}

async function begin(trx: Trx, { conversation, opened, goal }: ConversationWrite): Promise<Begun> {
  if (!opened) {
    const row = await lock(trx, (query) => query.where('id', '=', conversation.id));
    if (!row) throw new Error(`There is no conversation ${conversation.id}.`);
    return { row, conversation, goal };
  }
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const made = await trx
      .insertInto('chat_conversations')
      .values(newConversationRow(conversation))
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst();
    if (made) return { row: made, conversation, goal };
    const row = await lock(trx, (query) =>
      query.where((where) =>
        where.or([
          where('id', '=', conversation.id),
          where.and([where('person_id', '=', conversation.personId), where('state', '=', 'open')]),
        ]),
      ),
    );
    if (row) return joined(row, { conversation, goal });
  }
  throw new Error(`The conversation ${conversation.id} can neither be made nor found.`);
}

/** A write that changes nothing locks the row in both databases, and gives it as others left it. */
function lock(trx: Trx, which: (query: ReturnType<typeof touch>) => ReturnType<typeof touch>) {
  return which(touch(trx)).returningAll().executeTakeFirst();
}

function touch(trx: Trx) {
  return trx.updateTable('chat_conversations').set((column) => ({ last_seq: column.ref('last_seq') }));
}

/**
 * Two conversations of one person came at once: the second's messages join the first [C5]. What the first
 * decided stands; where it did not yet, the visitor wrote before seeing it, and the second's decision holds.
 */
function joined(row: Row, { conversation: second, goal }: Omit<Begun, 'row'>): Begun {
  const first = conversationFromRow(row);
  return {
    row,
    goal: first.decided ? null : goal,
    conversation: {
      ...first,
      lastMessageAt: Math.max(first.lastMessageAt, second.lastMessageAt),
      lastText: second.lastText,
      waitingSince: second.waitingSince === null ? null : (first.waitingSince ?? second.waitingSince),
      assignedTo: first.assignedTo ?? second.assignedTo,
      department: first.department ?? second.department,
      goal: first.decided ? first.goal : second.goal,
      offline: first.decided ? first.offline : second.offline,
      decided: first.decided || second.decided,
    },
  };
}

async function withKeys(
  trx: Trx,
  conversationId: string,
  messages: readonly NewMessage[],
): Promise<Map<string, MessageRow>> {
  if (messages.length === 0) return new Map();
  const rows = await trx
    .selectFrom('chat_messages')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where(
      'key',
      'in',
      messages.map(({ key }) => key),
    )
    .execute();
  return byKey(rows);
}

function byKey(rows: readonly MessageRow[]): Map<string, MessageRow> {
  return new Map(rows.map((row) => [row.key, row]));
}

async function append(
  trx: Trx,
  row: Row,
  conversation: ConversationRecord,
  messages: readonly NewMessage[],
): Promise<{ stored: Row; made: MessageRow[] }> {
  const { id, last_seq } = row;
  const rows = messages.map((message, index) => messageToRow(id, last_seq + index + 1, message));
  const made =
    rows.length === 0 ? [] : await trx.insertInto('chat_messages').values(rows).returningAll().execute();
  const files = messages.flatMap(({ file }) => (file === null ? [] : [file.id]));
  if (files.length > 0) {
    await trx.updateTable('chat_files').set({ used: 1 }).where('id', 'in', files).execute();
  }
  const lastSeq = last_seq + messages.length;
  const changes = conversationChanges(conversation);
  const stored = await trx
    .updateTable('chat_conversations')
    .set({
      ...changes,
      ...(changesReports(row, changes, messages) ? { revision: row.revision + 1 } : {}),
      last_seq: lastSeq,
      read_by_operator: Math.min(changes.read_by_operator, lastSeq),
      read_by_visitor: Math.min(changes.read_by_visitor, lastSeq),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return { stored, made };
}

const IN_REPORTS = [
  'visitor',
  'offline',
  'opened_by',
  'invitation',
  'rating',
  'assigned_id',
  'assigned_name',
  'decided',
] as const;

/** Whether reports may say something else of it from now on: a field of theirs changed, or an operator answered. */
function changesReports(
  row: Row,
  changes: Partial<Pick<Row, (typeof IN_REPORTS)[number]>>,
  messages: readonly NewMessage[],
): boolean {
  return (
    IN_REPORTS.some((name) => row[name] !== changes[name]) || messages.some(({ kind }) => kind === 'operator')
  );
}

/** Most steps are messages, which no webhook hears of: those cost nothing here. */
async function note(
  trx: Trx,
  conversationId: string,
  happenings: NonNullable<ConversationWrite['happenings']>,
  claim: ClaimColumns,
): Promise<StoredHappening[]> {
  if (happenings.length === 0) return [];
  const rows = await trx
    .insertInto('chat_happenings')
    .values(happenings.map(({ event, at }) => ({ conversation_id: conversationId, event, at, ...claim })))
    .returningAll()
    .execute();
  return rows.map(happeningFromRow);
}

/** @returns whether it was not there */
async function addGoal(trx: Trx, goal: PendingGoal, claim: ClaimColumns): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('chat_goals')
    .values({ ...goalToRow(goal), ...claim })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
