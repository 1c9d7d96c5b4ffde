/** Which columns a shared link shows, and by which it is sorted. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';
import { addColumn } from '../add-column.ts';

export const shareColumns = (dialect: Records['dialect']) => async (db: Kysely<unknown>) => {
  await addColumn(db, dialect, ['shares', 'metrics'], sql`text NOT NULL DEFAULT ''`);
  await addColumn(db, dialect, ['shares', 'sort'], sql`text NOT NULL DEFAULT ''`);
};
