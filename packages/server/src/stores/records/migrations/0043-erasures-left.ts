/** What an erasure leaves to do by hand stands in its receipt. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';
import { addColumn } from '../add-column.ts';

export const erasuresLeft = (dialect: Records['dialect']) => (db: Kysely<unknown>) =>
  addColumn(db, dialect, ['erasures', 'by_hand'], sql`text NOT NULL DEFAULT '[]'`);
