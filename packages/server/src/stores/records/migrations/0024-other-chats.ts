/** What a counter's owner has chosen of other vendors' chats. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';
import { addColumn } from '../add-column.ts';

export const otherChats = (dialect: Records['dialect']) => (db: Kysely<unknown>) =>
  addColumn(db, dialect, ['counters', 'other_chats'], sql`text NOT NULL DEFAULT '{}'`);
