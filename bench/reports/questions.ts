/** What is asked, each beside the same question as someone would write it by hand. */
import { COUNTER, GOALS, MONTH } from './past.ts';

export interface Asked {
  readonly name: string;
  /** Of which endpoint, with which parameters. */
  readonly url: string;
  readonly params: Readonly<Record<string, string>>;
  /** @param visits the table, with FINAL or without */
  byHand(visits: string): string;
}

const days = `BETWEEN '${MONTH.first}' AND '${MONTH.last}'`;
const OF_VISITS = `counter_id = ${COUNTER} AND opened_on BETWEEN toDate('${MONTH.first}') - 2 AND toDate('${MONTH.last}') + 2
  AND toDate(started_at, 'UTC') ${days} AND NOT is_robot`;
const OF_HITS = `counter_id = ${COUNTER} AND toDate(at) ${days} AND NOT is_robot`;
const goals = `[${Array.from({ length: GOALS }, (_, index) => index + 1).join(', ')}]`;
const reaches = `sum(arrayCount(g -> has(${goals}, g), goal_ids))`;
const revenue = `sumArray(arrayMap((g, p, c) -> if(has(${goals}, g) AND c = 'EUR', toInt128(round(p * 1e6)), 0), goal_ids, goal_prices, goal_currencies)) / 1e6`;
const bounceRate = '100 * countIf(is_bounce) / count()';

const table = (
  name: string,
  params: Readonly<Record<string, string>>,
  byHand: Asked['byHand'],
  url = '/stat/v1/data',
): Asked => ({ name, url, params, byHand });

/** The first folders of a path. */
const level = (depth: number): string =>
  `arrayStringConcat(arraySlice(splitByChar('/', start_path), 1, ${depth}), '/')`;

export const QUESTIONS: readonly Asked[] = [
  table(
    'conversions',
    { preset: 'conversion' },
    (
      visits,
    ) => `SELECT goal, count() AS reached, uniqExact(visitor_id), sum(page_views), sum(countEqual(goal_ids, goal)),
  100 * reached / (SELECT count() FROM ${visits} WHERE ${OF_VISITS})
FROM ${visits} ARRAY JOIN arrayIntersect(goal_ids, ${goals}) AS goal
WHERE ${OF_VISITS}
GROUP BY goal
UNION ALL
SELECT 0, count(), uniqExact(visitor_id), sum(page_views), ${reaches}, 0
FROM ${visits}
WHERE ${OF_VISITS} AND hasAny(goal_ids, ${goals})`,
  ),
  table(
    'sources with engine, 8 metrics',
    {
      dimensions: 'ym:s:lastsignTrafficSource,ym:s:lastsignSourceEngine',
      metrics:
        'ym:s:visits,ym:s:users,ym:s:bounceRate,ym:s:pageDepth,ym:s:avgVisitDurationSeconds,ym:s:sumGoalReachesAny,ym:s:goal3reaches,ym:s:goal3users',
    },
    (
      visits,
    ) => `SELECT significant_traffic_source AS source, significant_source_engine AS engine, count(), uniqExact(visitor_id),
  ${bounceRate}, sum(page_views) / count(), sum(duration) / count(), ${reaches},
  sum(countEqual(goal_ids, 3)), uniqExactIf(visitor_id, has(goal_ids, 3))
FROM ${visits}
WHERE ${OF_VISITS} AND source != ''
GROUP BY GROUPING SETS ((source, engine), ())`,
  ),
  table(
    'entry paths',
    { preset: 'content_entrance' },
    (
      visits,
    ) => `SELECT ${level(2)} AS one, ${level(3)} AS two, ${level(4)} AS three, ${level(5)} AS four, start_url AS url, count(), uniqExact(visitor_id),
  ${bounceRate}, sum(page_views) / count(), sum(duration) / count(), ${reaches}, ${revenue},
  100 * uniqExactIf(visitor_id, hasAny(goal_ids, ${goals})) / uniqExact(visitor_id)
FROM ${visits}
WHERE ${OF_VISITS}
GROUP BY GROUPING SETS ((one, two, three, four, url), ())`,
  ),
  table(
    'day × source chart',
    {
      dimensions: 'ym:s:lastsignTrafficSource',
      metrics: 'ym:s:visits,ym:s:users,ym:s:pageviews,ym:s:bounceRate',
      group: 'day',
    },
    (
      visits,
    ) => `SELECT toDate(started_at, 'UTC') AS day, significant_traffic_source AS source, count(), uniqExact(visitor_id), sum(page_views), ${bounceRate}
FROM ${visits}
WHERE ${OF_VISITS} AND source != ''
GROUP BY GROUPING SETS ((day, source), (day))`,
    '/stat/v1/data/bytime',
  ),
  table(
    'goal by source',
    {
      dimensions: 'ym:s:lastsignTrafficSource',
      metrics: 'ym:s:visits,ym:s:goal3reaches,ym:s:goal3users,ym:s:goal3conversionRate',
    },
    (
      visits,
    ) => `SELECT significant_traffic_source AS source, count(), sum(countEqual(goal_ids, 3)), uniqExactIf(visitor_id, has(goal_ids, 3)),
  100 * countIf(has(goal_ids, 3)) / count()
FROM ${visits}
WHERE ${OF_VISITS} AND source != ''
GROUP BY GROUPING SETS ((source), ())`,
  ),
  table(
    'pages by views, beside a bare scan',
    { dimensions: 'ym:pv:URLPath', metrics: 'ym:pv:pageviews,ym:pv:users' },
    () => `SELECT path(url) AS page, count(), uniqExact(visitor_id)
FROM hits
WHERE ${OF_HITS} AND kind = 'view'
GROUP BY GROUPING SETS ((page), ())
ORDER BY count() DESC LIMIT 100`,
  ),
  table(
    'filtered: phones with Chrome',
    {
      dimensions: 'ym:s:lastsignTrafficSource',
      metrics: 'ym:s:visits,ym:s:users,ym:s:bounceRate',
      filters: `ym:s:browser=='Chrome' AND ym:s:deviceCategory=='mobile'`,
    },
    (visits) => `SELECT significant_traffic_source AS source, count(), uniqExact(visitor_id), ${bounceRate}
FROM ${visits}
WHERE ${OF_VISITS} AND browser = 'Chrome' AND device_category = 'mobile' AND source != ''
GROUP BY GROUPING SETS ((source), ())`,
  ),
  table(
    'segment of users',
    {
      dimensions: 'ym:s:lastsignTrafficSource',
      metrics: 'ym:s:visits,ym:s:users',
      filters: 'EXISTS ym:u:userID WITH (ym:s:goal==3)',
    },
    (visits) => `SELECT significant_traffic_source AS source, count(), uniqExact(visitor_id)
FROM ${visits}
WHERE ${OF_VISITS} AND source != ''
  AND visitor_id IN (SELECT visitor_id FROM ${visits} WHERE ${OF_VISITS} AND has(goal_ids, 3))
GROUP BY GROUPING SETS ((source), ())`,
  ),
  table(
    'funnel of three steps',
    {
      steps: JSON.stringify([
        { type: 'page', filter: `ym:pv:URLPath=='/'` },
        { type: 'page', filter: `ym:pv:URLPath=*'/catalogue/*'` },
        { type: 'page', filter: `ym:pv:URLPath=*'/catalogue/section-1*'` },
      ]),
      window: '7d',
    },
    () => `SELECT countIf(steps >= 1), countIf(steps >= 2), countIf(steps >= 3)
FROM (
  SELECT visitor_id, windowFunnel(604800)(at, path(url) = '/', path(url) LIKE '/catalogue/%', path(url) LIKE '/catalogue/section-1%') AS steps
  FROM hits
  WHERE ${OF_HITS} AND kind = 'view'
  GROUP BY visitor_id
)`,
    '/api/v1/funnels',
  ),
];
