/** What happens often on a site, by kind, from the analytics store. */
import type { GoalFact } from '../../goals/index.ts';
import type { Olap } from '../../kit/olap.ts';
import { isProblem, type Problem } from '../../kit/problem.ts';
import { run } from '../../query/index.ts';

export interface FrequentHit {
  readonly fact: GoalFact;
  readonly hits: number;
}

/** Of a kind. */
const MOST = 300;

/** Words in paths of pages that people come to when they have done what the site is for. */
const THANKS =
  'thank|thx|spasibo|спасибо|success|uspeh|order[-_]?(?:received|complete|confirm|placed|sent|ok)|checkout/(?:done|complete)|confirmation|zayavka[-_]?(?:prinyata|otpravlena)|gracias|merci';

const SQL = `
SELECT
  kind,
  multiIf(
    kind = 'event', identifier,
    kind = 'view', extract(path(decodeURLComponent(hits.url)), {thanks:String}),
    kind IN ('form', 'button'), queryString(hits.url),
    hits.url
  ) AS what,
  any(hits.url) AS url,
  any(page) AS page,
  toUInt32(count()) AS hits
FROM hits
WHERE counter_id = {counter:UInt32}
  AND hits.at >= toDateTime({since:UInt32}, 'UTC')
  AND NOT is_robot
  AND (
    kind IN ('event', 'link', 'download', 'form', 'button')
    OR (kind = 'view' AND match(path(decodeURLComponent(hits.url)), {thanks:String}))
  )
GROUP BY kind, what
ORDER BY hits DESC, what
LIMIT {most:UInt32} BY kind`;

interface Row {
  readonly kind: 'event' | 'link' | 'download' | 'form' | 'button' | 'view';
  readonly what: string;
  readonly url: string;
  readonly page: string;
  readonly hits: number;
}

function factOf({ kind, what, url, page }: Row): GoalFact {
  if (kind === 'event') return { kind, identifier: what };
  // Of pages the path is what a goal would compare.
  if (kind === 'view') return { kind, url };
  return { kind, url, page };
}

/** @param since milliseconds since the epoch */
export async function frequentHits(
  olap: Pick<Olap, 'query'>,
  { counterId, since }: { readonly counterId: number; readonly since: number },
  signal: AbortSignal,
): Promise<readonly (FrequentHit & { readonly what: string })[] | Problem> {
  const params = {
    counter: counterId,
    since: Math.max(0, Math.floor(since / 1_000)),
    thanks: `(?i)^.*?(?:${THANKS})[^/]*`,
    most: MOST,
  };
  const rows = await run<Row>(olap, { sql: SQL, params }, signal);
  return isProblem(rows) ? rows : rows.map((row) => ({ fact: factOf(row), what: row.what, hits: row.hits }));
}
