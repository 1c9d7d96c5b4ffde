/** Channels and what is sent by them, in the records store; what a channel is told with is sealed. */
import { MAX_CHANNELS } from '@goalpost/contract/notices';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { Secrets } from '../../../kit/secrets/secrets.ts';
import type { ChannelConfig, ChannelRecord, Message, NewNotice, NoticeStore } from '../../../notify/index.ts';
import { claimRows, isFree, NOBODYS } from '../outbox.ts';
import { isFull, removeOwned, type Owned } from '../owned.ts';
import type { RecordsSchema } from '../schema.ts';
import type { ChannelsTable } from './schema.ts';

const CHANNELS: Owned = { table: 'channels', owner: 'counter_id' };
const PURPOSE = 'channel';
const waits = sql<boolean>`status = 'waiting'`;
const MAX_ANSWER = 500;

export function createNoticeStore(
  db: Kysely<RecordsSchema>,
  secrets: Pick<Secrets, 'seal' | 'open'>,
): NoticeStore {
  const fromRow = (row: Selectable<ChannelsTable>): ChannelRecord => ({
    id: row.id,
    counterId: row.counter_id,
    kind: row.kind,
    name: row.name,
    config: JSON.parse(secrets.open(row.config, PURPOSE)) as ChannelConfig,
    createdAt: row.created_at,
    failing: row.failing === 1,
    lastAnswer: row.last_answer,
    lastAt: row.last_at,
  });

  return {
    async channels(counterId) {
      const rows = await db
        .selectFrom('channels')
        .selectAll()
        .where('counter_id', '=', counterId)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(fromRow);
    },

    addChannel: (channel) =>
      db.transaction().execute(async (trx) => {
        if (await isFull(trx, CHANNELS, channel.counterId, MAX_CHANNELS)) return false;
        await trx
          .insertInto('channels')
          .values({
            id: channel.id,
            counter_id: channel.counterId,
            kind: channel.kind,
            name: channel.name,
            config: secrets.seal(JSON.stringify(channel.config), PURPOSE),
            created_at: channel.createdAt,
            failing: channel.failing ? 1 : 0,
            last_answer: channel.lastAnswer,
            last_at: channel.lastAt,
          })
          .execute();
        return true;
      }),

    removeChannel: (counterId, id) =>
      db.transaction().execute(async (trx) => {
        const removed = await removeOwned(trx, CHANNELS, counterId, id);
        if (removed) await trx.deleteFrom('notices').where('channel_id', '=', id).execute();
        return removed;
      }),

    async waiting(counterId) {
      const rows = await db
        .selectFrom('notices')
        .select(['channel_id', (column) => column.fn.countAll<number>().as('count')])
        .where('counter_id', '=', counterId)
        .where(waits)
        .groupBy('channel_id')
        .execute();
      return new Map(rows.map((row) => [row.channel_id, Number(row.count)]));
    },

    add: (notices, now) => addNotices(db, notices, now),

    async due(now, limit, node) {
      const rows = await db
        .selectFrom('notices')
        .selectAll()
        .where(waits)
        .where('next_at', '<=', now)
        .where(isFree(now, node))
        .orderBy('next_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        id: row.id,
        counterId: row.counter_id,
        channelId: row.channel_id,
        message: JSON.parse(row.message) as Message,
        attempts: row.attempts,
        createdAt: row.created_at,
      }));
    },

    claim: (ids, now, claim) => claimRows(db, { table: 'notices', key: 'id', waits }, ids, now, claim),

    async handed(id) {
      await db.updateTable('notices').set({ status: 'handed' }).where('id', '=', id).execute();
    },

    noted: (notice, { status, attempts, nextAt, lastAnswer, at }) =>
      db.transaction().execute(async (trx) => {
        const answer = lastAnswer.slice(0, MAX_ANSWER);
        await trx
          .updateTable('notices')
          .set({ status, attempts, next_at: nextAt, last_answer: answer, ...NOBODYS })
          .$if(status !== 'waiting', (query) => query.set({ message: '' }))
          .where('id', '=', notice.id)
          .execute();
        await trx
          .updateTable('channels')
          .set({ failing: status === 'delivered' ? 0 : 1, last_answer: answer, last_at: at })
          .where('id', '=', notice.channelId)
          .execute();
      }),

    async prune(before) {
      await db
        .deleteFrom('notices')
        .where('created_at', '<', before)
        .where('status', '!=', 'waiting')
        .execute();
    },
  };
}

/** Also within another store's transaction. */
export async function addNotices(
  db: Kysely<RecordsSchema>,
  notices: readonly NewNotice[],
  now: number,
): Promise<void> {
  if (notices.length === 0) return;
  await db
    .insertInto('notices')
    .values(
      notices.map(({ id, counterId, channelId, message }) => ({
        id,
        counter_id: counterId,
        channel_id: channelId,
        message: JSON.stringify(message),
        status: 'waiting' as const,
        attempts: 0,
        next_at: now,
        last_answer: '',
        created_at: now,
      })),
    )
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/**
 * Seals what is not sealed with the first key yet.
 * @throws SecretsLocked where no key opens what is kept
 */
export async function sealChannelsAgain(db: Kysely<RecordsSchema>, secrets: Secrets): Promise<void> {
  const rows = await db.selectFrom('channels').select(['id', 'config']).execute();
  for (const { id, config } of rows) {
    if (!secrets.isStale(config)) continue;
    const sealed = secrets.seal(secrets.open(config, PURPOSE), PURPOSE);
    await db.updateTable('channels').set({ config: sealed }).where('id', '=', id).execute();
  }
}
