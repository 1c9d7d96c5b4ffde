/** What uploads tell of, in the tables `reaches` and `calls`: one row each, replaced where it is told again [G82]. */
import { hash } from 'node:crypto';
import type { Olap } from '../../../kit/olap.ts';
import type { UploadedFact, UploadedFacts, UploadedReach } from '../../../transfer/index.ts';

const KIND = 'upload';
/** Of a visit [G8]. */
const MAX_UPLOADED = 1_000;
/** Of what stands on its visitor alone. */
const NO_VISIT = '0';

/** What other uploads told of these visits. */
const COUNTS = `
SELECT toString(visit_id) AS visit, toUInt32(count()) AS n
FROM reaches FINAL
WHERE counter_id = {counter:UInt32} AND kind = '${KIND}'
  AND visit_id IN {visits:Array(UInt64)} AND reach_id NOT IN {ids:Array(UInt64)}
GROUP BY visit_id`;

const idOf = (text: string): string => BigInt(`0x${hash('sha256', text).slice(0, 16)}`).toString();

/** Columns of both tables. */
const rowOf = (counter: number, version: number, { visitor, visit, at, price, currency }: UploadedFact) => ({
  counter_id: counter,
  visitor_id: visitor,
  visit_id: visit ?? NO_VISIT,
  at: Math.floor(at / 1_000),
  price,
  currency,
  version,
});

export function createUploadedFacts(olap: Pick<Olap, 'query' | 'insert' | 'command'>): UploadedFacts {
  /** The same rows again change nothing; others of the same keys take their place. */
  async function put(table: 'reaches' | 'calls', rows: readonly object[]): Promise<void> {
    if (rows.length === 0) return;
    const lines = `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`;
    await olap.insert(table, lines, `upload-${hash('sha256', lines)}`);
  }

  /** Also what it had replaced: whether that is still there only a merge decides. */
  function forget(table: 'reaches' | 'calls', counter: number, upload: number): Promise<void> {
    const key = { reaches: 'kind, goal_id, reach_id', calls: 'call_id' }[table];
    const own = `counter_id = ${Number(counter)}${table === 'reaches' ? ` AND kind = '${KIND}'` : ''}`;
    return olap.command(`ALTER TABLE ${table} DELETE
WHERE ${own} AND version <= ${Number(upload)}
  AND (${key}) IN (SELECT ${key} FROM ${table} WHERE ${own} AND version = ${Number(upload)})
SETTINGS mutations_sync = 2, allow_nondeterministic_mutations = 1`);
  }

  return {
    async putReaches(counterId, uploadId, reaches) {
      const each = new Map<string, UploadedReach>();
      for (const reach of reaches) each.set(idOf(`${reach.goalId} ${reach.key}`), reach);
      if (each.size === 0) return 0;
      const visits = new Set([...each.values()].flatMap(({ visit }) => visit ?? []));
      const known = await olap.query<{ visit: string; n: number }>(COUNTS, {
        counter: counterId,
        visits: [...visits].map(BigInt),
        ids: [...each.keys()].map(BigInt),
      });
      const taken = new Map(known.map(({ visit, n }) => [visit, n]));
      const rows: object[] = [];
      for (const [id, reach] of each) {
        const before = reach.visit === null ? 0 : (taken.get(reach.visit) ?? 0);
        if (before >= MAX_UPLOADED) continue;
        if (reach.visit !== null) taken.set(reach.visit, before + 1);
        const { goalId } = reach;
        rows.push({ ...rowOf(counterId, uploadId, reach), kind: KIND, goal_id: goalId, reach_id: id });
      }
      await put('reaches', rows);
      return each.size - rows.length;
    },

    async putCalls(counterId, uploadId, calls) {
      await put(
        'calls',
        calls.map((call) => ({
          ...rowOf(counterId, uploadId, call),
          call_id: idOf(call.key),
          tag: call.tag,
          missed: call.missed,
          first_time: call.firstTime,
          hold_seconds: call.holdSeconds,
          talk_seconds: call.talkSeconds,
        })),
      );
    },

    async remove(counterId, uploadId) {
      await forget('reaches', counterId, uploadId);
      await forget('calls', counterId, uploadId);
    },
  };
}
