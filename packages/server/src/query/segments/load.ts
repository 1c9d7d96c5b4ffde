/** Reads the segments that filters name, and those that these name, of the counters of the question alone. */
import { type Filter, FilterFault, parseFilter } from '@goalpost/contract/reports/filters';
import { namedSegments } from './expand.ts';
import type { SavedSegment, SegmentStore } from './port.ts';

/** More than any filter can hold: a bound on reading, not on filters. */
const MAX_SEGMENTS = 1_000;

export async function loadSegments(
  store: Pick<SegmentStore, 'find'>,
  counterIds: readonly number[],
  ids: readonly number[],
): Promise<ReadonlyMap<number, SavedSegment>> {
  const found = new Map<number, SavedSegment>();
  const asked = new Set<number>();
  let next = [...new Set(ids)];
  while (next.length > 0 && asked.size < MAX_SEGMENTS) {
    for (const id of next) asked.add(id);
    const read = (await store.find(next)).filter(({ counterId }) => counterIds.includes(counterId));
    for (const segment of read) found.set(segment.id, segment);
    const within = read.map(({ expression }) => parseFilter(expression)).filter(isFilter);
    next = [...new Set(within.flatMap(namedSegments))].filter((id) => !asked.has(id));
  }
  return found;
}

const isFilter = (parsed: Filter | FilterFault): parsed is Filter => !(parsed instanceof FilterFault);
