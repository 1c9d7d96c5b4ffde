/** Reaches that a backfill finds, in a table of their own; what was counted stays as it is [G68]. */
import { hash } from 'node:crypto';
import type { Olap } from '../../kit/olap.ts';
import type { PastReach, PastReaches } from '../../workbench/backfill/port.ts';

const KIND = 'backfill';
const SECONDS = 300;

const OF_GOAL = `counter_id = {counter:UInt32} AND kind = '${KIND}' AND goal_id = {goal:UInt64}`;
const ERASED = `${OF_GOAL} AND visitor_id NOT IN (SELECT visitor_id FROM hits WHERE counter_id = {counter:UInt32})`;

/** The same reach, the same id: found twice, it is one row. */
function idOf({ visit, at }: PastReach): string {
  return BigInt(`0x${hash('sha256', `${visit} ${at}`).slice(0, 16)}`).toString();
}

export function createPastReaches(olap: Pick<Olap, 'query' | 'insert' | 'command'>): PastReaches {
  const removeRows = (rows: string, counter: number, goal: number) =>
    olap.command(`ALTER TABLE reaches DELETE WHERE ${rows} SETTINGS mutations_sync = 2`, { counter, goal });

  return {
    async put(counterId, goalId, reaches, { token, version }) {
      if (reaches.length === 0) return;
      const lines = reaches.map((reach) =>
        JSON.stringify({
          counter_id: counterId,
          kind: KIND,
          goal_id: goalId,
          reach_id: idOf(reach),
          visitor_id: reach.visitor,
          visit_id: reach.visit,
          at: Math.floor(reach.at / 1_000),
          price: reach.price,
          currency: reach.currency,
          version,
        }),
      );
      await olap.insert('reaches', `${lines.join('\n')}\n`, token);
    },

    async removeErased(counterId, goalId) {
      const params = { counter: counterId, goal: goalId };
      const [found] = await olap.query<{ n: number }>(
        `SELECT toUInt32(count()) AS n FROM reaches WHERE ${ERASED}`,
        params,
        { timeoutSeconds: SECONDS },
      );
      if ((found?.n ?? 0) > 0) await removeRows(ERASED, counterId, goalId);
    },

    remove: (counterId, goalId) => removeRows(OF_GOAL, counterId, goalId),
  };
}
