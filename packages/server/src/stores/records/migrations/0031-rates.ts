/** By which rates a counter's revenue is converted: a table set by its owner. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';
import { addColumn } from '../add-column.ts';

export const rates = (dialect: Records['dialect']) => (db: Kysely<unknown>) =>
  addColumn(db, dialect, ['counters', 'rates'], sql`text NOT NULL DEFAULT '{"into":"","rates":[]}'`);
