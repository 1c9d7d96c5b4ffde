/** Making, changing and deleting segments: what the endpoints do, without HTTP. */
import { MAX_SEGMENTS, type SegmentInput } from '@goalpost/contract/management';
import type { CounterStore, GoalStore } from '../../counters/index.ts';
import type { Clock } from '../../kit/clock.ts';
import { isProblem, problem, type Problem } from '../../kit/problem.ts';
import { FilterFault, parseFilter } from '@goalpost/contract/reports/filters';
import { filterProblem, parseRequest } from '../parse/request.ts';
import { buildPlan } from '../plan/build.ts';
import { registry } from '../registry.ts';
import { expandSegments, namedSegments } from './expand.ts';
import { loadSegments } from './load.ts';
import type { SavedSegment, SegmentStore } from './port.ts';

export interface SegmentDeps {
  readonly segments: SegmentStore;
  readonly counters: Pick<CounterStore, 'get'>;
  readonly goals: Pick<GoalStore, 'list'>;
  readonly clock: Clock;
}

const noSegment = (id: number): Problem =>
  problem('not_found', `The counter has no segment ${id}.`, 'segmentId');

const notYours = (): Problem =>
  problem('access_denied', 'Its owner alone changes a private segment.', 'segmentId');

const isFor = ({ privateOf }: SavedSegment, accountId: string): boolean =>
  privateOf === null || privateOf === accountId;

const textOf = ({ name, expression, private: isPrivate }: SegmentInput, accountId: string) => ({
  name,
  expression,
  privateOf: isPrivate ? accountId : null,
});

const EXPRESSION = 'segment.expression';

export function createSegmentManagement({ segments, counters, goals, clock }: SegmentDeps) {
  async function get(counterId: number, id: number): Promise<SavedSegment | Problem> {
    const [found] = await segments.find([id]);
    return found?.counterId === counterId ? found : noSegment(id);
  }

  /** Whether a report could be asked with it. @param id the segment that it is to be; null: a new one */
  async function refusal(counterId: number, id: number | null, expression: string): Promise<Problem | null> {
    const counter = await counters.get(counterId);
    if (counter === null || counter.status === 'Deleted') {
      return problem('not_found', `There is no counter ${counterId}.`, 'counterId');
    }
    const filter = parseFilter(expression);
    if (filter instanceof FilterFault) return filterProblem(filter, EXPRESSION);
    const named = await loadSegments(segments, [counterId], namedSegments(filter));
    const expanded = expandSegments(filter, named, id === null ? [] : [id]);
    if (expanded instanceof FilterFault) return filterProblem(expanded, EXPRESSION);
    const request = parseRequest({ ids: String(counterId), metrics: 'ym:s:visits' }, []);
    if (isProblem(request)) return request;
    const asked = { ...request, filters: [{ location: EXPRESSION, text: expression, filter: expanded }] };
    const subject = { counters: [counter], goals: await goals.list(counterId, false), now: clock.now() };
    const plan = buildPlan(asked, subject, registry);
    if (isProblem(plan)) return plan;
    return plan.having.length === 0
      ? null
      : problem('invalid_parameter', `${EXPRESSION}: a segment has no conditions on metrics`, EXPRESSION);
  }

  return {
    get,
    /** Private ones of others are left out [M144]. */
    list: async (counterId: number, accountId: string) =>
      (await segments.list(counterId)).filter((one) => isFor(one, accountId)),
    async create(counterId: number, input: SegmentInput, accountId: string): Promise<SavedSegment | Problem> {
      const refused = await refusal(counterId, null, input.expression);
      if (refused !== null) return refused;
      const made = await segments.create(counterId, textOf(input, accountId));
      return made === 'limit_exceeded'
        ? problem('limit_exceeded', `A counter has at most ${MAX_SEGMENTS} segments.`, 'segment')
        : made;
    },
    async replace(
      counterId: number,
      id: number,
      input: SegmentInput,
      accountId: string,
    ): Promise<SavedSegment | Problem> {
      const standing = await get(counterId, id);
      if (isProblem(standing)) return standing;
      if (!isFor(standing, accountId)) return notYours();
      const refused = await refusal(counterId, id, input.expression);
      if (refused !== null) return refused;
      const written = await segments.replace(counterId, id, textOf(input, accountId));
      return written === 'not_found' ? noSegment(id) : written;
    },
    async remove(counterId: number, id: number, accountId: string): Promise<Problem | null> {
      const standing = await get(counterId, id);
      if (isProblem(standing)) return standing;
      if (!isFor(standing, accountId)) return notYours();
      return (await segments.remove(counterId, id)) ? null : noSegment(id);
    },
  };
}
