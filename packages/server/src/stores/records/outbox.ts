/** Claims on rows of an outbox, in one statement: of two nodes that want the same row, one gets it. */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { type Claim, MOST_CLAIMED_MS } from '../../kit/outbox/port.ts';
import type { RecordsSchema } from './schema.ts';

/** What the node may take: what is no other node's, or of a node that is gone, or of a clock that was wrong. */
export function isFree(now: number, node: string): RawBuilder<boolean> {
  return sql<boolean>`(claimed_by IS NULL OR claimed_by = ${node} OR claimed_until <= ${now}
    OR claimed_until > ${now + MOST_CLAIMED_MS})`;
}

/** Set with what became of it. */
export const NOBODYS = { claimed_by: null, claimed_until: null };

/** Of a row that is made. */
export const claimColumns = (claim: Claim | undefined) =>
  claim === undefined ? NOBODYS : { claimed_by: claim.node, claimed_until: claim.until };

export interface Outbox {
  readonly table:
    | 'backfills'
    | 'alerts'
    | 'notices'
    | 'schedules'
    | 'rate_sources'
    | 'erasures'
    | 'retention_runs'
    | 'chat_deliveries'
    | 'chat_goals'
    | 'chat_happenings'
    | 'chat_mails';
  readonly key: 'id' | 'number' | 'counter_id';
  /** Of rows that are not done. */
  readonly waits: RawBuilder<boolean>;
}

/** PostgreSQL looks at the row again when the quicker node has let go of it. */
export async function claimRows<Id extends string | number>(
  db: Kysely<RecordsSchema>,
  { table, key, waits }: Outbox,
  ids: readonly Id[],
  now: number,
  { node, until }: Claim,
): Promise<Id[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: Id }>`UPDATE ${sql.table(table)}
    SET claimed_by = ${node}, claimed_until = ${until}
    WHERE ${sql.ref(key)} IN (${sql.join(ids)}) AND ${waits} AND ${isFree(now, node)}
    RETURNING ${sql.ref(key)} AS id`.execute(db);
  return rows.map(({ id }) => id);
}
