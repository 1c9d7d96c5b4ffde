/** How many changes a counter had seen whose data are gone: without them the records look older. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';
import { addColumn } from '../add-column.ts';

export const retiredRevisions = (dialect: Records['dialect']) => (db: Kysely<unknown>) =>
  addColumn(db, dialect, ['retired_counters', 'revision'], sql`integer NOT NULL DEFAULT 0`);
