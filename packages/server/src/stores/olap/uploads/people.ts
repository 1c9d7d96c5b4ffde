/** Finds the visits of those whom uploads name: by visitor, user id, click of an advertisement, or order [G130]. */
import { LINK_DAYS, type ClientIdType } from '@goalpost/contract/management';
import type { Olap } from '../../../kit/olap.ts';
import type { FoundPerson, PeopleOfUploads, PersonAt } from '../../../transfer/index.ts';

const DAY_SECONDS = 86_400;
const LINK_SECONDS = LINK_DAYS * DAY_SECONDS;

const OF_THE_TIME = `counter_id = {counter:UInt32} AND NOT is_robot
  AND opened_on BETWEEN toDate({first:UInt32}, 'UTC') - 2 AND toDate({last:UInt32}, 'UTC') + 2`;
const COLUMNS = `toString(visitor_id) AS visitor, toString(visit_id) AS visit, toUnixTimestamp(started_at) AS startedAt`;
const visitsWith = (id: string, type: string): string => `
SELECT toString(${id}) AS id, ${COLUMNS}
FROM visits FINAL
WHERE ${OF_THE_TIME} AND ${id} IN {ids:Array(${type})}`;

/** By each kind of id: its visits, and those whose ids they are. */
const VISITS: Readonly<Record<ClientIdType, string>> = {
  CLIENT_ID: visitsWith('visitor_id', 'UInt64'),
  USER_ID: visitsWith('user_id', 'String'),
  YCLID: visitsWith("extractURLParameter(start_url, 'yclid')", 'String'),
  PURCHASE_ID: `
SELECT orders.id AS id, ${COLUMNS}
FROM visits FINAL
INNER JOIN (
  SELECT DISTINCT visit_id, purchase.id AS id
  FROM hits ARRAY JOIN purchases AS purchase
  WHERE counter_id = {counter:UInt32} AND toDate(at) BETWEEN toDate({first:UInt32}, 'UTC') - 3 AND toDate({last:UInt32}, 'UTC') + 3
    AND purchase.id IN {ids:Array(String)}
) AS orders USING (visit_id)
WHERE ${OF_THE_TIME}`,
};

interface VisitRow {
  readonly id: string;
  readonly visitor: string;
  readonly visit: string;
  readonly startedAt: number;
}

/** @param maskedIds how an id reads that was masked before it was stored */
export function createPeopleOfUploads(
  olap: Pick<Olap, 'query'>,
  maskedIds: (value: string) => readonly string[],
): PeopleOfUploads {
  const spellingsOf = (type: ClientIdType, value: string): readonly string[] =>
    type === 'USER_ID' ? [value, ...maskedIds(value)] : [value];

  /** Visits by id, those of each in the order of their beginning. */
  async function visitsOf(
    counter: number,
    type: ClientIdType,
    people: readonly PersonAt[],
  ): Promise<ReadonlyMap<string, readonly VisitRow[]>> {
    const named = people.flatMap(({ at, ids }) =>
      ids.filter((id) => id.type === type).map(({ value }) => ({ at: secondsOf(at), value })),
    );
    if (named.length === 0) return new Map();
    const ids = [...new Set(named.flatMap(({ value }) => spellingsOf(type, value)))];
    let [first, last] = [Infinity, 0];
    for (const { at } of named) [first, last] = [Math.min(first, at), Math.max(last, at)];
    const rows = await olap.query<VisitRow>(VISITS[type], {
      counter,
      first: Math.max(0, first - LINK_SECONDS),
      last,
      ids: type === 'CLIENT_ID' ? ids.map(BigInt) : ids,
    });
    return Map.groupBy(
      rows.toSorted((one, other) => one.startedAt - other.startedAt || (one.visit < other.visit ? -1 : 1)),
      ({ id }) => id,
    );
  }

  return {
    async find(counterId, people) {
      const types = Object.keys(VISITS) as ClientIdType[];
      const byType = new Map(
        await Promise.all(
          types.map(async (type) => [type, await visitsOf(counterId, type, people)] as const),
        ),
      );
      return people.map(({ at, ids }) => {
        const second = secondsOf(at);
        for (const { type, value } of ids) {
          const latest = spellingsOf(type, value)
            .flatMap((id) => byType.get(type)?.get(id) ?? [])
            .findLast(({ startedAt }) => startedAt <= second && startedAt > second - LINK_SECONDS);
          if (latest !== undefined) return { visitor: latest.visitor, visit: latest.visit };
        }
        return alone(ids);
      });
    },
  };
}

/** A visitor's number says who it is also where there is no visit. */
function alone(ids: PersonAt['ids']): FoundPerson | null {
  const number = ids.find(({ type }) => type === 'CLIENT_ID');
  return number === undefined ? null : { visitor: number.value, visit: null };
}

const secondsOf = (at: number): number => Math.floor(at / 1_000);
