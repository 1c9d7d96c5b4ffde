/** Which visit of a person the sources of a shared link are taken from. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';
import { addColumn } from '../add-column.ts';

export const shareAttribution = (dialect: Records['dialect']) => (db: Kysely<unknown>) =>
  addColumn(db, dialect, ['shares', 'attribution'], sql`text NOT NULL DEFAULT 'lastsign'`);
