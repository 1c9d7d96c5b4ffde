/** Reaches that uploads tell of, in the table `reaches`: each finds its visit by visitor and time [G82]. */
import { hash } from 'node:crypto';
import type { UploadedReach, UploadedReaches } from '../../counters/index.ts';
import type { Olap } from '../../kit/olap.ts';

const KIND = 'upload';
/** So long after its beginning a visit takes what is uploaded. */
const DAYS = 21;
const DAY_SECONDS = 86_400;
/** Of a visit [G8]. */
const MAX_UPLOADED = 1_000;
/** Of a reach that stands on its visitor alone. */
const NO_VISIT = '0';

/** Beside the days, a visit stands on the UTC day of its first hit's arrival. */
const VISITS = `
SELECT toString(visitor_id) AS visitor, toString(visit_id) AS visit, toUnixTimestamp(started_at) AS startedAt
FROM visits FINAL
WHERE counter_id = {counter:UInt32} AND NOT is_robot
  AND opened_on BETWEEN toDate({first:UInt32}, 'UTC') - 2 AND toDate({last:UInt32}, 'UTC') + 2
  AND visitor_id IN {visitors:Array(UInt64)}
ORDER BY started_at, visit_id`;

/** What other uploads told of these visits. */
const COUNTS = `
SELECT toString(visit_id) AS visit, toUInt32(count()) AS n
FROM reaches FINAL
WHERE counter_id = {counter:UInt32} AND kind = '${KIND}'
  AND visit_id IN {visits:Array(UInt64)} AND reach_id NOT IN {ids:Array(UInt64)}
GROUP BY visit_id`;

const STANDING = `
SELECT toUInt32(goal_id) AS goal, toUInt32(countIf(visit_id != 0)) AS ofVisits, toUInt32(countIf(visit_id = 0)) AS ofVisitors
FROM reaches FINAL
WHERE counter_id = {counter:UInt32} AND kind = '${KIND}'
GROUP BY goal_id`;

interface VisitRow {
  readonly visitor: string;
  readonly visit: string;
  readonly startedAt: number;
}

const idOf = ({ goalId, key }: UploadedReach): string =>
  BigInt(`0x${hash('sha256', `${goalId} ${key}`).slice(0, 16)}`).toString();
const secondsOf = ({ at }: UploadedReach): number => Math.floor(at / 1_000);

export function createUploadedReaches(olap: Pick<Olap, 'query' | 'insert'>): UploadedReaches {
  /** The visit latest begun before the reach; of none within the days, the visitor alone. */
  async function findVisits(counter: number, reaches: readonly UploadedReach[]): Promise<readonly string[]> {
    const times = reaches.map(secondsOf);
    const rows = await olap.query<VisitRow>(VISITS, {
      counter,
      first: Math.max(0, Math.min(...times) - DAYS * DAY_SECONDS),
      last: Math.max(...times),
      visitors: reaches.map(({ visitor }) => BigInt(visitor)),
    });
    const byVisitor = Map.groupBy(rows, ({ visitor }) => visitor);
    return reaches.map((reach) => {
      const at = secondsOf(reach);
      const begun = (byVisitor.get(reach.visitor) ?? []).filter(
        ({ startedAt }) => startedAt <= at && startedAt > at - DAYS * DAY_SECONDS,
      );
      return begun.at(-1)?.visit ?? NO_VISIT;
    });
  }

  return {
    async put(counterId, reaches, { token, version }) {
      // Of two with one key in one upload the later stands, as of two uploads.
      const each = [...new Map(reaches.map((reach) => [idOf(reach), reach])).entries()];
      if (each.length === 0) return { ofVisits: 0, ofVisitors: 0, dropped: 0 };
      const visits = await findVisits(
        counterId,
        each.map(([, reach]) => reach),
      );
      const known = await olap.query<{ visit: string; n: number }>(COUNTS, {
        counter: counterId,
        visits: [...new Set(visits)].filter((visit) => visit !== NO_VISIT).map(BigInt),
        ids: each.map(([id]) => BigInt(id)),
      });
      const taken = new Map(known.map(({ visit, n }) => [visit, n]));
      const lines: string[] = [];
      let ofVisitors = 0;
      for (const [place, [id, reach]] of each.entries()) {
        const visit = visits[place] ?? NO_VISIT;
        const before = taken.get(visit) ?? 0;
        if (visit === NO_VISIT) ofVisitors += 1;
        else if (before >= MAX_UPLOADED) continue;
        else taken.set(visit, before + 1);
        lines.push(
          JSON.stringify({
            counter_id: counterId,
            kind: KIND,
            goal_id: reach.goalId,
            reach_id: id,
            visitor_id: reach.visitor,
            visit_id: visit,
            at: secondsOf(reach),
            price: reach.price,
            currency: reach.currency,
            version,
          }),
        );
      }
      if (lines.length > 0) await olap.insert('reaches', `${lines.join('\n')}\n`, token);
      return { ofVisits: lines.length - ofVisitors, ofVisitors, dropped: each.length - lines.length };
    },

    async standing(counterId) {
      const rows = await olap.query<{ goal: number; ofVisits: number; ofVisitors: number }>(STANDING, {
        counter: counterId,
      });
      return new Map(rows.map(({ goal, ...counts }) => [goal, counts]));
    },
  };
}
