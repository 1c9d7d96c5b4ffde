/** Erasures that were asked for, in the records store. */
import type { Kysely, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { ErasureStore, Person, StoredErasure } from '../../../privacy/index.ts';
import { claimRows, isFree, NOBODYS } from '../outbox.ts';
import type { RecordsSchema } from '../schema.ts';
import type { ErasuresTable } from './schema.ts';

const MOST_LISTED = 200;
const waits = sql<boolean>`finished_at IS NULL`;

function fromRow(row: Selectable<ErasuresTable>): StoredErasure {
  return {
    id: row.id,
    counterId: row.counter_id,
    by: row.by_key as StoredErasure['by'],
    person: personOf(row.person),
    counts: JSON.parse(row.counts) as StoredErasure['counts'],
    byHand: JSON.parse(row.by_hand) as StoredErasure['byHand'],
    askedBy: row.asked_by,
    createdAt: Number(row.created_at),
    finishedAt: row.finished_at === null ? null : Number(row.finished_at),
    waitsFor: row.waits_for,
  };
}

/** Those that wait since before 0.2 name no names. */
const personOf = (json: string): Person | null =>
  json === '' ? null : { names: [], ...(JSON.parse(json) as Omit<Person, 'names'>) };

export function createErasureStore(db: Kysely<RecordsSchema>): ErasureStore {
  return {
    async add(erasure) {
      await db
        .insertInto('erasures')
        .values({
          id: erasure.id,
          counter_id: erasure.counterId,
          by_key: erasure.by,
          person: erasure.person === null ? '' : JSON.stringify(erasure.person),
          counts: JSON.stringify(erasure.counts),
          asked_by: erasure.askedBy,
          created_at: erasure.createdAt,
          finished_at: erasure.finishedAt,
          waits_for: erasure.waitsFor,
        })
        .execute();
    },

    async get(counterId, id) {
      const row = await db
        .selectFrom('erasures')
        .selectAll()
        .where('counter_id', '=', counterId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row === undefined ? null : fromRow(row);
    },

    async list(counterId) {
      const rows = await db
        .selectFrom('erasures')
        .selectAll()
        .where('counter_id', '=', counterId)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(MOST_LISTED)
        .execute();
      return rows.map(fromRow);
    },

    async due(now, limit, node) {
      const rows = await db
        .selectFrom('erasures')
        .selectAll()
        .where(waits)
        .where(isFree(now, node))
        .orderBy('created_at')
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },

    claim: (ids, now, claim) => claimRows(db, { table: 'erasures', key: 'id', waits }, ids, now, claim),

    async postpone(id, why) {
      await db
        .updateTable('erasures')
        .set({ waits_for: why.slice(0, 500), ...NOBODYS })
        .where('id', '=', id)
        .execute();
    },

    async finish(id, at, byHand) {
      await db
        .updateTable('erasures')
        .set({ person: '', by_hand: JSON.stringify(byHand), finished_at: at, waits_for: '', ...NOBODYS })
        .where('id', '=', id)
        .execute();
    },
  };
}
