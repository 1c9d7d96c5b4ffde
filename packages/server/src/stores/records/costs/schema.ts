/** The table of uploads of costs, for Kysely; the same conventions as `../schema.ts`. */
import type { ColumnType, Generated } from 'kysely';

/** Uploads of costs; their rows lie in the analytics store. */
export interface CostUploadsTable {
  id: Generated<number>;
  counter_id: number;
  digest: string;
  provider: string;
  comment: string;
  line_count: number;
  row_count: number;
  first_day: string;
  last_day: string;
  clicks: number;
  /** JSON: sums by currency. */
  expenses: string;
  /** 1: its rows are stored. */
  is_done: number;
  created_at: ColumnType<number, number, never>;
}

export interface CostsSchema {
  cost_uploads: CostUploadsTable;
}
