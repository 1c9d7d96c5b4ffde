/** One person's rows in the analytics store: counted, read out, and deleted. */
import type { Olap } from '../../kit/olap.ts';
import type { PersonVisits, Rows, ToldId } from '../../privacy/index.ts';

const OF_THEM = `counter_id = {counter:UInt32} AND visitor_id IN {visitors:Array(UInt64)}`;
/** More than any person has. */
const MOST_ROWS = 200_000;
const SECONDS = 60;
/** User ids of one browser: more than one is several people's. */
const A_FEW = 2;
/** Visitors in one statement: the engine bounds its length. */
const AT_ONCE = 5_000;
/** Their rows tell of visits: they are exported and erased with them. */
const TOLD_OF_VISITS = ['calls', 'reaches', 'conversations'] as const;

export function createPersonVisits(olap: Pick<Olap, 'command' | 'query'>): PersonVisits {
  const ask = <Row>(sql: string, counterId: number, visitors: readonly string[]) =>
    olap.query<Row>(sql, { counter: counterId, visitors: visitors.map(BigInt) }, { timeoutSeconds: SECONDS });

  return {
    async withUserId(counterId, userIds) {
      const rows = await olap.query<{ visitor: string }>(
        `SELECT DISTINCT toString(visitor_id) AS visitor FROM hits
WHERE counter_id = {counter:UInt32} AND user_id IN {ids:Array(String)}`,
        { counter: counterId, ids: userIds },
        { timeoutSeconds: SECONDS },
      );
      return rows.map(({ visitor }) => visitor);
    },

    async userIds(counterId, visitors) {
      if (visitors.length === 0) return [];
      return ask<ToldId>(
        `SELECT toString(visitor_id) AS visitor, groupUniqArray(${A_FEW})(user_id) AS ids FROM hits
WHERE ${OF_THEM} AND user_id != '' GROUP BY visitor_id`,
        counterId,
        visitors,
      );
    },

    async counts(counterId, visitors) {
      if (visitors.length === 0) return { visits: 0, hits: 0 };
      const [hits] = await ask<{ n: number }>(
        `SELECT toUInt32(count()) AS n FROM hits WHERE ${OF_THEM}`,
        counterId,
        visitors,
      );
      const [visits] = await ask<{ n: number }>(
        `SELECT toUInt32(uniqExact(visit_id)) AS n FROM visits WHERE ${OF_THEM}`,
        counterId,
        visitors,
      );
      return { visits: visits?.n ?? 0, hits: hits?.n ?? 0 };
    },

    async rows(counterId, visitors) {
      if (visitors.length === 0) return { visits: [], hits: [], calls: [], reaches: [], conversations: [] };
      const hits = await ask<Rows[number]>(
        `SELECT * FROM hits WHERE ${OF_THEM} ORDER BY at LIMIT ${MOST_ROWS}`,
        counterId,
        visitors,
      );
      const visits = await ask<Rows[number]>(
        `SELECT * FROM (SELECT * FROM visits WHERE ${OF_THEM} ORDER BY version DESC LIMIT 1 BY visit_id)
ORDER BY started_at LIMIT ${MOST_ROWS}`,
        counterId,
        visitors,
      );
      const told = (table: (typeof TOLD_OF_VISITS)[number]) =>
        ask<Rows[number]>(
          `SELECT * FROM ${table} FINAL WHERE ${OF_THEM} ORDER BY at LIMIT ${MOST_ROWS}`,
          counterId,
          visitors,
        );
      return {
        visits,
        hits,
        calls: await told('calls'),
        reaches: await told('reaches'),
        conversations: await told('conversations'),
      };
    },

    async removeConversations(counterId, conversations) {
      if (conversations.length === 0) return;
      const [found] = await olap.query<{ sums: string[] }>(
        'SELECT arrayMap(id -> toString(sipHash64(id)), {ids:Array(String)}) AS sums',
        { ids: conversations },
      );
      await olap.command(
        `ALTER TABLE conversations DELETE WHERE counter_id = ${Number(counterId)}
AND sipHash64(conversation_id) IN (${(found?.sums ?? []).join(', ')}) SETTINGS mutations_sync = 2`,
      );
    },

    async remove(counterId, visitors, segment) {
      for (let from = 0; from < visitors.length; from += AT_ONCE)
        await removeSome(olap, counterId, visitors.slice(from, from + AT_ONCE), segment);
    },
  };
}

async function removeSome(
  olap: Pick<Olap, 'command' | 'query'>,
  counterId: number,
  visitors: readonly string[],
  segment: number,
): Promise<void> {
  // The store keeps the text of each change for long: it holds sums of the visitors, not them.
  const [sums] = await olap.query<{ sums: string[] }>(
    'SELECT arrayMap(v -> toString(sipHash64(v)), {visitors:Array(UInt64)}) AS sums',
    { visitors: visitors.map(BigInt) },
  );
  const theirs = `counter_id = ${Number(counterId)} AND sipHash64(visitor_id) IN (${(sums?.sums ?? []).join(', ')})`;
  for (const table of ['hits', 'visits', 'pasts', 'resting_visitors'])
    await olap.command(
      `ALTER TABLE ${table} DELETE WHERE ${theirs} AND segment <= ${Number(segment)} SETTINGS mutations_sync = 2`,
    );
  for (const table of TOLD_OF_VISITS)
    await olap.command(`ALTER TABLE ${table} DELETE WHERE ${theirs} SETTINGS mutations_sync = 2`);
}
