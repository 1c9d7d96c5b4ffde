/** What the addresses of funnels, retention and journeys ask of the server, for screens and for boards. Pure. */
import type { FunnelQuestion } from '../api/funnels/funnels.ts';
import type { JourneyQuestion } from '../api/journeys/journeys.ts';
import type { RetentionQuestion } from '../api/retention/retention.ts';
import type { Report } from '../report/use-report.ts';
import { FEWEST_STEPS, isWhole, stepOf } from './draft.ts';
import { aboutOf, USUAL_DEPTH, type JourneySearch } from './journeys/search.ts';
import { actionOf, type RetentionSearch } from './retention/search.ts';
import type { DraftStep, FunnelSearch } from './search.ts';

type Asked = Pick<Report, 'counterId' | 'days' | 'within'>;

const common = ({ counterId, days, within }: Asked) => ({
  counterId,
  ...days,
  filters: within.filters,
  segment: within.segment,
});

/** @returns null while the steps do not say enough */
export function funnelQuestion(
  report: Asked,
  { whose = 'visitor', window }: FunnelSearch,
  steps: readonly DraftStep[],
): FunnelQuestion | null {
  if (steps.length < FEWEST_STEPS || !steps.every(isWhole)) return null;
  return {
    ...common(report),
    steps: steps.map((step, index) => stepOf(step, index === 0)),
    scope: whose,
    window,
  };
}

/** @returns null while an action does not say enough */
export function retentionQuestion(report: Asked, search: RetentionSearch): RetentionQuestion | null {
  const [first, second] = [actionOf(search.first), actionOf(search.back)];
  if (first === undefined || second === undefined) return null;
  const { unit = 'week', mode = 'calendar' } = search;
  return { ...common(report), first, second, unit, mode };
}

/** @returns null while the action does not say enough */
export function journeyQuestion(
  report: Asked,
  { about, whose = 'visit', depth = USUAL_DEPTH }: JourneySearch,
): JourneyQuestion | null {
  const action = aboutOf(about);
  return isWhole(action)
    ? { ...common(report), about: stepOf(action, true), scope: whose, depth: Number(depth) }
    : null;
}
