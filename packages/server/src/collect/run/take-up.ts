/**
 * Takes up visits again, from the store, of visitors that memory had no room for [V24].
 */
import type { PipelineState } from '../state/pipeline-state.ts';
import type { SegmentWork } from './prepare.ts';
import type { RestingVisitor, RestingVisitors } from '../ports.ts';
import { readResting } from '../visits/resting.ts';

/** Asks the store about visitors that it may have and memory has not. */
export async function findResting(
  { segment, hits, state, slices }: SegmentWork,
  resting: RestingVisitors,
): Promise<readonly RestingVisitor[]> {
  const visitors = new Set<string>();
  const counters = new Map<number, number>();
  for (const { hit } of hits.values()) {
    if (slices.due()) await slices.rest();
    const visits = state.counters.get(hit.counterId)?.visits;
    if (!visits?.mayRest) continue;
    if (visits.holds(hit.visitor, false) && (!hit.robot || visits.holds(hit.visitor, true))) continue;
    visitors.add(hit.visitor);
    counters.set(hit.counterId, visits.bound);
  }
  if (visitors.size === 0) return [];
  const since = Math.min(...counters.values());
  return resting.lookup([...counters.keys()], [...visitors], segment.number, since);
}

export function takeUp(found: readonly RestingVisitor[], state: PipelineState): void {
  for (const { counterId, lastArrival, state: text } of found) {
    const visits = state.counters.get(counterId)?.visits;
    if (visits === undefined || lastArrival < visits.bound) continue;
    const latest = readResting(text);
    if (latest !== null) visits.takeUp(latest);
  }
}
