/** A row of `visits` as a line of JSONEachRow; column for column `VisitRow`. */
import { pathOf } from '../sources/index.ts';
import { deviceColumns, goalColumns, sourceColumns, text } from './columns.ts';
import { significantOf } from './past.ts';
import { durationOf, isBounce, type Visit } from './visit.ts';

const DAY_MS = 86_400_000;

export function visitLine(counterId: number, visit: Visit): string {
  const { past, source } = visit;
  const [significant, significantAt] = significantOf(visit);
  return (
    `{"counter_id":${counterId},"opened_on":"${dateOf(visit.openedOn)}","visit_id":"${visit.id}",` +
    `"visitor_id":"${visit.visitor}","version":${visit.version},"segment":${visit.segment},` +
    `"started_at":${visit.startedAt},"ended_at":${visit.endedAt},"duration":${durationOf(visit)},` +
    `"hits":${visit.hits},"page_views":${visit.views},"is_bounce":${isBounce(visit)},` +
    `"visit_number":${(past?.visits ?? 0) + 1},"first_visit_at":${past?.firstVisitAt ?? visit.startedAt},` +
    `"previous_visit_at":${past?.lastVisitAt ?? 0},"significant_at":${significantAt},` +
    `"start_url":${text(visit.startUrl)},"start_path":${text(pathOf(visit.startUrl))},` +
    `"end_url":${text(visit.endUrl)},"referrer":${text(visit.referrer)},"user_id":${text(visit.userId)},` +
    `"params":${visit.params === '' ? '""' : text(`[${visit.params}]`)},` +
    `${sourceColumns('', source)},${sourceColumns('first_', past?.first ?? source)},` +
    `${sourceColumns('significant_', significant)},` +
    `${deviceColumns(visit.agent, visit.client, visit, visit.robot)},${goalColumns(visit.reaches)}}\n`
  );
}

function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
