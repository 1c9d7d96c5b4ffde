/** Names that only conversations know, for answers and for filters: asked where a question names such values. */
import type { Olap } from '../../kit/olap.ts';
import { isProblem, type Problem } from '../../kit/problem.ts';
import type { ReportRequest } from '../parse/request.ts';
import { run } from '../run.ts';
import type { ChatNames } from '../shape/words.ts';

const NAMED = /gp:s:(?:conversationOperator|invitationRule)/i;

/** @returns null where the question names neither */
export async function chatNamesOf(
  { ids, dimensions, filters }: ReportRequest,
  olap: Pick<Olap, 'query'>,
  signal: AbortSignal,
): Promise<ChatNames | Problem | null> {
  const asked = [...dimensions, ...filters.map(({ filter }) => JSON.stringify(filter))];
  if (!asked.some((text) => NAMED.test(text))) return null;
  const rows = await run<{ kind: keyof ChatNames; id: string; name: string }>(
    olap,
    {
      sql: `SELECT kind, id, argMax(called, (at, version)) AS name
FROM (
  SELECT 'operators' AS kind, operator_id AS id, operator_name AS called, at, version FROM conversations WHERE counter_id IN {counters:Array(UInt32)}
  UNION ALL
  SELECT 'rules' AS kind, rule_id AS id, rule_name AS called, at, version FROM conversations WHERE counter_id IN {counters:Array(UInt32)}
)
WHERE id != '' AND called != ''
GROUP BY kind, id`,
      params: { counters: ids },
    },
    signal,
  );
  if (isProblem(rows)) return rows;
  const of = (kind: keyof ChatNames) =>
    new Map(rows.filter((row) => row.kind === kind).map(({ id, name }) => [id, name]));
  return { operators: of('operators'), rules: of('rules') };
}
