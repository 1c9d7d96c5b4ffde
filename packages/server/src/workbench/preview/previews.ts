/** Previews of goals, so many at once that they never slow the taking of hits. */
import { GoalPreview, type GoalPreviewInput } from '@goalpost/contract/workbench';
import { createGoalManagement, hostsOf, type GoalManagementDeps } from '../../counters/index.ts';
import { warningItems } from '../../goals/index.ts';
import { createConcurrencyLimit } from '../../kit/limits/concurrency.ts';
import { isProblem, problem, type Problem } from '../../kit/problem.ts';
import { preview, type PreviewDeps } from './preview.ts';

/** On the whole server. */
const AT_ONCE = 2;
const MOST_WAITING = 16;
/** Of one person for one counter: one that is called off may not have ended when the next comes. */
const AT_ONCE_EACH = 2;

const tooMany = () =>
  problem('quota_requests_by_uid', 'Too many previews at once: wait for those under way.');

/** @param who asks, by whatever tells them apart */
export type PreviewGoal = (
  who: string,
  counterId: number,
  input: GoalPreviewInput,
  signal: AbortSignal,
) => Promise<GoalPreview | Problem>;

export type PreviewsDeps = PreviewDeps & GoalManagementDeps;

export function createPreviews(deps: PreviewsDeps): PreviewGoal {
  const { counters, goals } = deps;
  const management = createGoalManagement(deps);
  const limit = createConcurrencyLimit(AT_ONCE, MOST_WAITING);
  const underWay = new Map<string, number>();

  async function oneOfFew<T>(key: string, work: () => Promise<T>) {
    const before = underWay.get(key) ?? 0;
    if (before >= AT_ONCE_EACH) return tooMany();
    underWay.set(key, before + 1);
    try {
      return (await limit(work)) ?? tooMany();
    } finally {
      const left = (underWay.get(key) ?? 1) - 1;
      if (left === 0) underWay.delete(key);
      else underWay.set(key, left);
    }
  }

  return async (who, counterId, input, signal) => {
    const goal = await management.consider(counterId, input.goal, input.goal_id);
    if (isProblem(goal)) return goal;
    const counter = await counters.get(counterId);
    if (counter === null) return problem('not_found', `There is no counter ${counterId}.`, 'counterId');
    const { autogoals, currency, timeZone, site, mirrors } = counter;
    const others = await goals.list(counterId, true);
    const asked = { goal, others, autogoals, currency, timeZone, hosts: hostsOf(counter), days: input.days };
    const found = await oneOfFew(`${who} ${counterId}`, () => preview(deps, asked, signal));
    if (isProblem(found)) return found;
    return {
      ...found,
      points: [...found.points],
      examples: [...found.examples],
      days: input.days,
      sampled: found.share < 1,
      warnings: warningItems(goal, [site, ...mirrors]),
    };
  };
}
