/** Which visits a limited grant shows. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';
import { addColumn } from '../add-column.ts';

export const grantFilters = (dialect: Records['dialect']) => async (db: Kysely<unknown>) => {
  for (const table of ['grants', 'access_invitations'])
    await addColumn(db, dialect, [table, 'filters'], sql`text NOT NULL DEFAULT ''`);
};
