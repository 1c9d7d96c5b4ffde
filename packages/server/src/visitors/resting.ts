/** Visitors that memory had no room for, from the analytics store. */
import type { RestingVisitor, RestingVisitors } from '../collect/ports.ts';
import type { Olap } from '../kit/olap.ts';

/** Visitors asked for in one query; they travel in its address. */
const CHUNK = 2_000;

/** What two readings of a segment put down of a visitor is the same, so that any of it will do. */
const LOOKUP = `
SELECT
  counter_id AS counterId,
  argMax(tuple(toUnixTimestamp(last_arrival), state), segment) AS latest
FROM resting_visitors
WHERE counter_id IN {counters:Array(UInt32)}
  AND visitor_id IN {visitors:Array(UInt64)}
  AND segment < {before:UInt64}
  AND last_arrival >= toDateTime({since:UInt32}, 'UTC')
GROUP BY counter_id, visitor_id, is_robot`;

interface Row {
  readonly counterId: number;
  readonly latest: [lastArrival: number, state: string];
}

export function createRestingVisitors(olap: Pick<Olap, 'query'>): RestingVisitors {
  return {
    async lookup(counterIds, visitors, beforeSegment, since) {
      const found: RestingVisitor[] = [];
      for (let at = 0; at < visitors.length; at += CHUNK) {
        const rows = await olap.query<Row>(LOOKUP, {
          counters: counterIds,
          visitors: visitors.slice(at, at + CHUNK).map(BigInt),
          before: beforeSegment,
          since: Math.max(0, since),
        });
        for (const { counterId, latest } of rows) {
          found.push({ counterId, lastArrival: latest[0], state: latest[1] });
        }
      }
      return found;
    },
  };
}
