/** A visitor's visits and pages, from the analytics store. */
import type { VisitorHistory } from '../collect/ports.ts';
import type { Olap } from '../kit/olap.ts';
import type { Story, VisitorStory } from './port.ts';

const VISITS = 30;
const PAGES = 200;
const TIMEOUT_SECONDS = 10;

/** Newest first. A visit has a row for each batch that changed it; the newest one tells. */
const STORY = `
SELECT
  toString(visit_id) AS visit,
  argMax(
    tuple(
      toUnixTimestamp(started_at),
      traffic_source,
      source_engine,
      utm_source,
      utm_medium,
      utm_campaign,
      utm_content,
      utm_term,
      referrer,
      start_url,
      page_views,
      duration,
      arrayMap(goal -> toString(goal), arrayDistinct(goal_ids)),
      country
    ),
    version
  ) AS latest
FROM visits
WHERE counter_id = {counter:UInt32} AND visitor_id = {visitor:UInt64} AND NOT is_robot
GROUP BY visit_id
ORDER BY latest.1 DESC
LIMIT {limit:UInt32}`;

const PAGES_OF_VISIT = `
SELECT toUnixTimestamp(at) AS at, url, title
FROM hits
WHERE counter_id = {counter:UInt32}
  AND visitor_id = {visitor:UInt64}
  AND visit_id = {visit:UInt64}
  AND kind = 'view'
  AND at >= {from:DateTime}
ORDER BY hits.at, arrived_at
LIMIT {limit:UInt32}`;

type VisitValues = [
  startedAt: number,
  trafficSource: string,
  sourceEngine: string,
  utmSource: string,
  utmMedium: string,
  utmCampaign: string,
  utmContent: string,
  utmTerm: string,
  referrer: string,
  startUrl: string,
  pageViews: number,
  duration: number,
  goalIds: string[],
  country: string,
];

interface VisitRow {
  readonly visit: string;
  readonly latest: VisitValues;
}

interface PageRow {
  readonly at: number;
  readonly url: string;
  readonly title: string;
}

/** Later than any journal segment: the whole past. */
const ALL_SEGMENTS = Number.MAX_SAFE_INTEGER;

export function createVisitorStory(olap: Olap, history: VisitorHistory): VisitorStory {
  return {
    async story(counterId, visitor, signal) {
      const options = { timeoutSeconds: TIMEOUT_SECONDS, ...(signal === undefined ? {} : { signal }) };
      const who = { counter: counterId, visitor };
      const visits = await olap.query<VisitRow>(STORY, { ...who, limit: VISITS }, options);
      const [latest] = visits;
      const pages =
        latest === undefined
          ? []
          : await olap.query<PageRow>(
              PAGES_OF_VISIT,
              { ...who, visit: latest.visit, from: latest.latest[0], limit: PAGES },
              options,
            );
      return {
        visits: visits.map((row) => toVisit(row.latest)),
        pages: pages.map(({ at, url, title }) => ({ at: at * 1_000, url, title })),
      };
    },
    async visitCounts(counterId, visitors) {
      const pasts = await history.lookup(counterId, visitors, ALL_SEGMENTS);
      return new Map([...pasts].map(([visitor, past]) => [visitor, past.visits]));
    },
  };
}

function toVisit(values: VisitValues): Story['visits'][number] {
  const [startedAt, trafficSource, sourceEngine, source, medium, campaign, content, term, ...rest] = values;
  const [referrer, startUrl, pageViews, duration, goalIds, country] = rest;
  return {
    startedAt: startedAt * 1_000,
    trafficSource,
    sourceEngine,
    utm: { source, medium, campaign, content, term },
    referrer,
    startUrl,
    pageViews,
    duration,
    goalIds: goalIds.map(Number),
    country,
  };
}
