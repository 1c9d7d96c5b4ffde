/** Annotations in the records store, and what of the audit log and of alerts makes some by itself. */
import { MAX_ANNOTATIONS } from '@goalpost/contract/notices';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { AnnotationRecord, AnnotationStore, Occurrence } from '../../../annotations/index.ts';
import { isFull, removeOwned, type Owned } from '../owned.ts';
import type { RecordsSchema } from '../schema.ts';
import type { AnnotationsTable } from './schema.ts';

const ANNOTATIONS: Owned = { table: 'annotations', owner: 'counter_id' };
/** Changes of these are seen in the numbers. */
const SUBJECTS = ['goal', 'counter', 'chat_settings', 'invitation_rule'] as const;
const VERBS = ['made', 'changed', 'deleted', 'restored'] as const;
const MOST_OCCURRENCES = 500;

const fromRow = (row: Selectable<AnnotationsTable>): AnnotationRecord => ({
  id: row.id,
  counterId: row.counter_id,
  day: row.day,
  text: row.text,
  author: row.author,
  createdAt: row.created_at,
});

export function createAnnotationStore(db: Kysely<RecordsSchema>): AnnotationStore {
  return {
    async list(counterId, from, to) {
      const rows = await db
        .selectFrom('annotations')
        .selectAll()
        .where('counter_id', '=', counterId)
        .where('day', '>=', from)
        .where('day', '<=', to)
        .orderBy('day')
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(fromRow);
    },

    add: (annotation) =>
      db.transaction().execute(async (trx) => {
        if (await isFull(trx, ANNOTATIONS, annotation.counterId, MAX_ANNOTATIONS)) return false;
        const { id, counterId, day, text, author, createdAt } = annotation;
        await trx
          .insertInto('annotations')
          .values({ id, counter_id: counterId, day, text, author, created_at: createdAt })
          .execute();
        return true;
      }),

    async replace(counterId, id, day, text) {
      const row = await db
        .updateTable('annotations')
        .set({ day, text })
        .where('counter_id', '=', counterId)
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? null : fromRow(row);
    },

    remove: (counterId, id) => removeOwned(db, ANNOTATIONS, counterId, id),

    async occurrences(counterId, from, before) {
      const changes = await db
        .selectFrom('audit')
        .select(['subject', 'verb', 'target', 'details', 'login', 'at'])
        .where('counter_id', '=', counterId)
        .where('at', '>=', from)
        .where('at', '<', before)
        .where('failed', '=', 0)
        .where('subject', 'in', [...SUBJECTS])
        .where('verb', 'in', [...VERBS])
        .orderBy('id', 'desc')
        .limit(MOST_OCCURRENCES)
        .execute();
      const silences = await db
        .selectFrom('alert_happenings as h')
        .innerJoin('alerts as a', 'a.id', 'h.alert_id')
        .select('h.begin_at')
        .distinct()
        .where('h.counter_id', '=', counterId)
        .where('h.begin_at', '>=', from)
        .where('h.begin_at', '<', before)
        .where(sql<boolean>`a.settings LIKE '%"kind":"tag_silent"%'`)
        .limit(MOST_OCCURRENCES)
        .execute();
      return [
        // As they happened, also within one millisecond.
        ...changes.toReversed().map(({ subject, verb, target, details, login, at }): Occurrence => ({
          target,
          details,
          kind: subject as Occurrence['kind'],
          verb: verb as Occurrence['verb'],
          author: login,
          at: Number(at),
        })),
        ...silences.map(({ begin_at: at }): Occurrence => ({
          kind: 'tag_silent',
          verb: 'made',
          target: '',
          details: '',
          author: '',
          at: Number(at),
        })),
      ];
    },
  };
}
