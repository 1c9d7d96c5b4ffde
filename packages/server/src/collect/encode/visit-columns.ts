/** What the table `visits` is told of a visit as it is now. */
import { pathOf } from '../sources/index.ts';
import { significantOf } from '../visits/past.ts';
import { durationOf, isBounce, type Visit } from '../visits/visit.ts';
import { type Column, column, encodedPart, partOf } from './columns.ts';
import { AGENT_COLUMNS, CLIENT_COLUMNS } from './agent-columns.ts';
import { DEVICE_COLUMNS, REACH_COLUMNS, sourceColumns } from './shared-columns.ts';
import { BOOL, DATE, ID, SECONDS, TEXT, UINT32, UINT64 } from './types.ts';

export interface CountersVisit {
  readonly counterId: number;
  readonly visit: Visit;
}

const OF_VISIT: readonly Column<Visit>[] = [
  column('opened_on', DATE, ({ openedOn }) => openedOn),
  column('visit_id', ID, ({ id }) => id),
  column('visitor_id', ID, ({ visitor }) => visitor),
  column('version', UINT32, ({ version }) => version),
  column('segment', UINT64, ({ segment }) => segment),
  column('started_at', SECONDS, ({ startedAt }) => startedAt),
  column('ended_at', SECONDS, ({ endedAt }) => endedAt),
  column('duration', UINT32, durationOf),
  column('hits', UINT32, ({ hits }) => hits),
  column('page_views', UINT32, ({ views }) => views),
  column('is_bounce', BOOL, isBounce),
  column('visit_number', UINT32, ({ past }) => (past?.visits ?? 0) + 1),
  column('first_visit_at', SECONDS, ({ past, startedAt }) => past?.firstVisitAt ?? startedAt),
  column('previous_visit_at', SECONDS, ({ past }) => past?.lastVisitAt ?? 0),
  column('significant_at', SECONDS, (visit) => significantOf(visit)[1]),
  column('start_url', TEXT, ({ startUrl }) => startUrl),
  column('start_path', TEXT, ({ startUrl }) => pathOf(startUrl)),
  column('end_url', TEXT, ({ endUrl }) => endUrl),
  column('referrer', TEXT, ({ referrer }) => referrer),
  column('user_id', TEXT, ({ userId }) => userId),
  column('params', TEXT, ({ params }) => (params === '' ? '' : `[${params}]`)),
  partOf(sourceColumns(''), ({ source }) => source),
  partOf(sourceColumns('first_'), ({ past, source }) => past?.first ?? source),
  partOf(sourceColumns('significant_'), (visit) => significantOf(visit)[0]),
  encodedPart(AGENT_COLUMNS, ({ agent }) => agent.encoded),
  partOf(DEVICE_COLUMNS, (visit) => visit),
  column('is_robot', BOOL, ({ robot }) => robot),
  encodedPart(CLIENT_COLUMNS, ({ client }) => client.encoded),
  partOf(REACH_COLUMNS, ({ reaches }) => reaches ?? []),
];

export const VISIT_COLUMNS: readonly Column<CountersVisit>[] = [
  column('counter_id', UINT32, ({ counterId }) => counterId),
  partOf(OF_VISIT, ({ visit }) => visit),
];
