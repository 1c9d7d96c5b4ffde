/** Visitors that memory has no room for, as rows of the store, from which they are taken up again [V24]. */
import { createVisitReader, createVisitWriter, DUMP_VERSION, type VisitLine } from './visit-dump.ts';
import { withEarlier, type Visit } from './visit.ts';

/** A row of `resting_visitors`; column for column, as a line of JSONEachRow. */
export function restingLine(counterId: number, latest: Visit, lastArrival: number, segment: number): string {
  return (
    `{"counter_id":${counterId},"visitor_id":"${latest.visitor}","is_robot":${latest.robot},` +
    `"segment":${segment},"last_arrival":${lastArrival},"state":${JSON.stringify(stateOf(counterId, latest))}}\n`
  );
}

function stateOf(counterId: number, latest: Visit): string {
  const write = createVisitWriter();
  const visits = [...withEarlier(latest)].toReversed();
  return JSON.stringify([DUMP_VERSION, ...visits.flatMap((visit) => [...write(counterId, visit)])]);
}

/** @returns the latest opened visit, with those kept with it; null: the row says nothing */
export function readResting(state: string): Visit | null {
  const [version, ...lines] = JSON.parse(state) as [number, ...VisitLine[]];
  const read = createVisitReader(version);
  let latest: Visit | null = null;
  for (const line of lines) {
    const visit = read(line)?.visit;
    if (visit === undefined) continue;
    visit.earlier = latest;
    latest = visit;
  }
  return latest;
}
