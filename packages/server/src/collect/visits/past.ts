/** What a visit knows of the visitor's visits before it [V15, V16]. */
import type { PastVisits, Source } from '../ports.ts';
import type { Visit } from './visit.ts';

/** How long a significant source is remembered. */
const SIGNIFICANT_SECONDS = 90 * 86_400;

function isSignificant({ trafficSource }: Source): boolean {
  return trafficSource !== 'direct' && trafficSource !== 'internal' && trafficSource !== 'undefined';
}

/** The past of the visit that follows. */
export function pastAfter(visit: Visit): PastVisits {
  const { past, source, startedAt } = visit;
  const own = isSignificant(source) || past === null || !isSignificant(past.significant);
  return {
    visits: (past?.visits ?? 0) + 1,
    firstVisitAt: past?.firstVisitAt ?? startedAt,
    lastVisitAt: startedAt,
    first: past?.first ?? source,
    significant: own ? source : past.significant,
    significantAt: own ? startedAt : past.significantAt,
  };
}

/** The source that `lastsign` credits, and the start of the visit it is from. */
export function significantOf(visit: Visit): readonly [Source, number] {
  const { past, source, startedAt } = visit;
  const remembered =
    past !== null &&
    !isSignificant(source) &&
    isSignificant(past.significant) &&
    past.significantAt >= startedAt - SIGNIFICANT_SECONDS;
  return remembered ? [past.significant, past.significantAt] : [source, startedAt];
}
