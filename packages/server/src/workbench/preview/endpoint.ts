/** The preview over HTTP: so many at once, so that what people try out never slows the taking of hits. */
import { GoalPreview, GoalPreviewInput } from '@goalpost/contract/workbench';
import { z } from 'zod';
import { createGoalManagement, type GoalManagementDeps } from '../../counters/index.ts';
import { warningItems } from '../../goals/index.ts';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import { createConcurrencyLimit } from '../../kit/limits/concurrency.ts';
import { isProblem, problem } from '../../kit/problem.ts';
import { preview, type PreviewDeps } from './preview.ts';

/** On the whole server. */
const AT_ONCE = 2;
const MOST_WAITING = 16;
/** Of one person for one counter: one that is called off may not have ended when the next comes. */
const AT_ONCE_EACH = 2;

const tooMany = () =>
  problem('quota_requests_by_uid', 'Too many previews at once: wait for those under way.');

export type PreviewEndpointDeps = PreviewDeps & GoalManagementDeps;

export function previewEndpoints(deps: PreviewEndpointDeps): Endpoint[] {
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

  return [
    defineEndpoint({
      method: 'POST',
      asks: true,
      url: '/api/v1/counters/:counterId/goal-preview',
      summary: 'What a goal would have counted in the last days, before it is made or changed',
      tag: 'goals',
      auth: { counter: 'view' },
      params: z.object({ counterId: z.coerce.number().int() }),
      body: GoalPreviewInput,
      response: GoalPreview,
      async handle({ params: { counterId }, body }, { caller, signal }) {
        const goal = await management.consider(counterId, body.goal, body.goal_id);
        if (isProblem(goal)) return goal;
        const counter = await counters.get(counterId);
        if (counter === null) return problem('not_found', `There is no counter ${counterId}.`, 'counterId');
        const { autogoals, currency, timeZone, site, mirrors } = counter;
        const others = await goals.list(counterId, true);
        const asked = { goal, others, autogoals, currency, timeZone, days: body.days };
        const found = await oneOfFew(`${caller?.accountId ?? ''} ${counterId}`, () =>
          preview(deps, asked, signal),
        );
        if (isProblem(found)) return found;
        return {
          ...found,
          days: body.days,
          sampled: found.share < 1,
          warnings: warningItems(goal, [site, ...mirrors]),
        };
      },
    }),
  ];
}
