/** Visitors' pasts, from the analytics store. */
import type { PastVisits, Source, TrafficSource, VisitorHistory } from '../collect/ports.ts';
import type { Olap } from '../kit/olap.ts';

/** Visitors asked for in one query; they travel in its address. */
const CHUNK = 2_000;

/**
 * The visitor's latest visit tells the whole past, from a table that lies by visitors [M89]. Its newest row is chosen among all rows rather than with
 * FINAL, and down to the visit's id, so that two equal numbers cannot make two answers [V17].
 */
const LOOKUP = `
SELECT visitor_id AS visitor, argMax(past, (visit_number, version, visit_id)) AS latest
FROM pasts
WHERE counter_id = {counter:UInt32} AND segment < {before:UInt64} AND visitor_id IN {visitors:Array(UInt64)}
GROUP BY visitor_id`;

interface Row {
  readonly visitor: string;
  /** As `0011-pasts` writes it: the visit's number, three moments, the first and the significant source. */
  readonly latest: readonly string[];
}

const MOMENTS = 4;
const SOURCE_PARTS = 12;

function sourceOf(past: readonly string[], nth: number): Source {
  const from = MOMENTS + nth * SOURCE_PARTS;
  const part = (at: number): string => past[from + at] ?? '';
  return {
    trafficSource: part(0) as TrafficSource,
    sourceEngine: part(1),
    searchPhrase: part(2),
    utmSource: part(3),
    utmMedium: part(4),
    utmCampaign: part(5),
    utmContent: part(6),
    utmTerm: part(7),
    from: part(8),
    openstat: part(9),
    profile: part(10),
    gclid: part(11) === '1',
  };
}

function toPast(past: readonly string[]): PastVisits {
  const [visits = 0, firstVisitAt = 0, lastVisitAt = 0, significantAt = 0] = past
    .slice(0, MOMENTS)
    .map(Number);
  return {
    visits,
    firstVisitAt,
    lastVisitAt,
    first: sourceOf(past, 0),
    significant: sourceOf(past, 1),
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
