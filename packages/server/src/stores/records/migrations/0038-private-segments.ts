/** Whose a private segment is; none: it is for all who may see the counter. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import { addColumn } from '../add-column.ts';
import type { Records } from '../open.ts';

export const privateSegments = (dialect: Records['dialect']) => (db: Kysely<unknown>) =>
  addColumn(db, dialect, ['segments', 'private_of'], sql`text`);
