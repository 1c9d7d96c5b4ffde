/** By what a shared link's rows are, its two sides, and the path it may show. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';
import { addColumn } from '../add-column.ts';

export const shareLevels = (dialect: Records['dialect']) => async (db: Kysely<unknown>) => {
  for (const column of ['levels', 'sides', 'path'])
    await addColumn(db, dialect, ['shares', column], sql`text NOT NULL DEFAULT ''`);
};
