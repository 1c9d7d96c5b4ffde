/** Whose visits of a counter are left out. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';
import { addColumn } from '../add-column.ts';

export const ownVisits = (dialect: Records['dialect']) => (db: Kysely<unknown>) =>
  addColumn(db, dialect, ['counters', 'own_visits'], sql`text NOT NULL DEFAULT '{}'`);
