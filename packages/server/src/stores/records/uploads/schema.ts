/** The table of uploads, for Kysely; the same conventions as `../schema.ts`. */
import type { ClientIdType, UploadType } from '@goalpost/contract/management';
import type { ColumnType, Generated } from 'kysely';

/** Uploads of conversions, calls and chats; what they tell of lies in the analytics store. */
export interface UploadsTable {
  id: Generated<number>;
  counter_id: number;
  type: UploadType;
  digest: string;
  id_type: ClientIdType;
  comment: string;
  line_count: number;
  row_count: number;
  /** JSON of what became of its lines; empty: it was cut off. */
  outcome: string;
  /** 1: all that it tells of is stored. */
  is_done: number;
  created_at: ColumnType<number, number, never>;
}

export interface UploadsSchema {
  uploads: UploadsTable;
}
