/** What visitors of a counter must agree to. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';
import { addColumn } from '../add-column.ts';

export const consent = (dialect: Records['dialect']) => (db: Kysely<unknown>) =>
  addColumn(db, dialect, ['counters', 'consent'], sql`text NOT NULL DEFAULT '{}'`);
