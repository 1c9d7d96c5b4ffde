/** What some visitors reached in a time, from the analytics store. */
import type { Olap } from '../kit/olap.ts';
import type { VisitorReach, VisitorReaches } from './port.ts';

/** Visitors asked for in one query. */
const CHUNK = 2_000;
const DAY_SECONDS = 86_400;

/** `started_at` lies within a day of `opened_on`, and a visit lasts two days at most. */
const REACHES = `
SELECT visitor_id AS visitor, toUInt64(id) AS goal, toUnixTimestamp(at) AS second, price, currency
FROM (
  SELECT visitor_id, goal_ids, goal_times, goal_prices, goal_currencies
  FROM visits FINAL
  WHERE counter_id = {counter:UInt32}
    AND opened_on BETWEEN toDate({from:UInt32}, 'UTC') - 4 AND toDate({to:UInt32}, 'UTC') + 1
    AND visitor_id IN {visitors:Array(UInt64)}
    AND NOT is_robot
    AND notEmpty(goal_ids)
)
ARRAY JOIN goal_ids AS id, goal_times AS at, goal_prices AS price, goal_currencies AS currency
WHERE toUnixTimestamp(at) BETWEEN {from:UInt32} AND {to:UInt32}`;

interface Row {
  readonly visitor: string;
  readonly goal: string;
  readonly second: number;
  readonly price: number;
  readonly currency: string;
}

export function createVisitorReaches(olap: Olap): VisitorReaches {
  return {
    async reaches(counterId, visitors, from, to, signal) {
      const found: VisitorReach[] = [];
      for (let start = 0; start < visitors.length; start += CHUNK) {
        const params = {
          counter: counterId,
          from: Math.max(0, Math.floor(from / 1_000)),
          to: Math.min(Math.floor(to / 1_000), 2 ** 32 - 1 - DAY_SECONDS),
          visitors: visitors.slice(start, start + CHUNK).map(BigInt),
        };
        const rows = await olap.query<Row>(REACHES, params, signal === undefined ? {} : { signal });
        for (const { visitor, goal, second, price, currency } of rows) {
          found.push({ visitor, goalId: Number(goal), at: second * 1_000, price, currency });
        }
      }
      return found;
    },
  };
}
