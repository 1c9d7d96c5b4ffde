/** The request with its segments put in: those that its filters name, and those of the parameter `segment` [M65]. */
import { problem, isProblem, type Problem } from '../../kit/problem.ts';
import { FilterFault, type Filter } from '@goalpost/contract/reports/filters';
import { filterProblem, type ReportRequest, type SaidFilter } from '../parse/request.ts';
import { settleList } from '../parse/settle.ts';
import { expandSegments, namedSegments, SEGMENT_NAME } from './expand.ts';
import { loadSegments } from './load.ts';
import type { SegmentStore } from './port.ts';

export async function withSegments(
  request: ReportRequest,
  store: Pick<SegmentStore, 'find'>,
): Promise<ReportRequest | Problem> {
  const said = request.segments.flatMap(({ ids }) => ids);
  const ids = [...said, ...request.filters.flatMap(({ filter }) => namedSegments(filter))];
  if (ids.length === 0) return expanded(request, request.filters, new Map());
  const segments = await loadSegments(store, request.ids, ids);
  for (const { location, ids: ofOne } of request.segments) {
    const missing = ofOne.find((id) => !segments.has(id));
    if (missing === undefined) continue;
    return problem(
      'invalid_parameter',
      `${location}: there is no segment ${missing} of the counter`,
      location,
    );
  }
  const chosen = request.segments.flatMap(({ location, ids: ofOne }) =>
    ofOne.map((id): SaidFilter => ({ location, text: String(id), filter: named(id) })),
  );
  return expanded(request, [...request.filters, ...chosen], segments);
}

const named = (id: number): Filter => ({
  kind: 'condition',
  name: SEGMENT_NAME,
  operator: '==',
  values: [{ text: String(id), at: 1 }],
  at: 1,
});

function expanded(
  request: ReportRequest,
  filters: readonly SaidFilter[],
  segments: Parameters<typeof expandSegments>[1],
): ReportRequest | Problem {
  const list = settleList(
    filters.map((said): SaidFilter | Problem => {
      const filter = expandSegments(said.filter, segments);
      return filter instanceof FilterFault ? filterProblem(filter, said.location) : { ...said, filter };
    }),
  );
  return isProblem(list) ? list : { ...request, filters: list };
}
