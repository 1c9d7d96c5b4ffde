/** Visitors' pasts, from the analytics store. */
import type { PastVisits, Source, TrafficSource, VisitorHistory } from '../collect/ports.ts';
import type { Olap } from '../kit/olap.ts';

/** Visitors asked for in one query; they travel in its address. */
const CHUNK = 2_000;

const SOURCE_COLUMNS = [
  'traffic_source',
  'source_engine',
  'search_phrase',
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_content',
  'utm_term',
  'from_tag',
  'openstat',
  'profile',
  'gclid',
] as const;
type SourceValues = [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  boolean,
];

const source = (prefix: string): string =>
  `tuple(${SOURCE_COLUMNS.map((column) => prefix + column).join(', ')})`;

/**
 * The visitor's latest visit tells the whole past. Its newest row is chosen among all rows rather than with
 * FINAL, and down to the visit's id, so that two equal numbers cannot make two answers [V17].
 */
const LOOKUP = `
SELECT
  visitor_id AS visitor,
  argMax(
    tuple(
      visit_number,
      toUnixTimestamp(first_visit_at),
      toUnixTimestamp(started_at),
      toUnixTimestamp(significant_at),
      ${source('first_')},
      ${source('significant_')}
    ),
    (visit_number, version, visit_id)
  ) AS latest
FROM visits
WHERE counter_id = {counter:UInt32} AND segment < {before:UInt64} AND visitor_id IN {visitors:Array(UInt64)}
GROUP BY visitor_id`;

interface Row {
  readonly visitor: string;
  readonly latest: [number, number, number, number, SourceValues, SourceValues];
}

function toSource(values: SourceValues): Source {
  return {
    trafficSource: values[0] as TrafficSource,
    sourceEngine: values[1],
    searchPhrase: values[2],
    utmSource: values[3],
    utmMedium: values[4],
    utmCampaign: values[5],
    utmContent: values[6],
    utmTerm: values[7],
    from: values[8],
    openstat: values[9],
    profile: values[10],
    gclid: values[11],
  };
}

function toPast([
  visits,
  firstVisitAt,
  lastVisitAt,
  significantAt,
  first,
  significant,
]: Row['latest']): PastVisits {
  return {
    visits,
    firstVisitAt,
    lastVisitAt,
    first: toSource(first),
    significant: toSource(significant),
    significantAt,
  };
}

export function createVisitorHistory(olap: Olap): VisitorHistory {
  return {
    async lookup(counterId, visitors, beforeSegment) {
      const found = new Map<string, PastVisits>();
      for (let at = 0; at < visitors.length; at += CHUNK) {
        const rows = await olap.query<Row>(LOOKUP, {
          counter: counterId,
          before: beforeSegment,
          // As numbers: a text within an array of numbers does not parse.
          visitors: visitors.slice(at, at + CHUNK).map(BigInt),
        });
        for (const row of rows) found.set(row.visitor, toPast(row.latest));
      }
      return found;
    },
  };
}
