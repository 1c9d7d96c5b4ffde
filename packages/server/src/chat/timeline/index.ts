/** One visitor's timeline over HTTP. */
import { VisitorNumber, VisitorTimeline } from '@goalpost/contract/chat';
import { z } from 'zod';
import { defineEndpoint, type Endpoint, type EndpointContext } from '../../kit/endpoint.ts';
import { isProblem } from '../../kit/problem.ts';
import { OlapTimeout, OlapUnavailable } from '../../kit/olap.ts';
import { problem } from '../../kit/problem.ts';
import { CounterParams } from '../../kit/schemas/counter-params.ts';
import { askTimeline, type TimelineDeps } from './timeline.ts';

export interface TimelineEndpointDeps extends TimelineDeps {
  /** Whether the caller may read the counter's conversations. */
  readsChat(counterId: number, context: EndpointContext): Promise<boolean>;
}

const MAX_VISITS = 50;

export function timelineEndpoints(deps: TimelineEndpointDeps): Endpoint[] {
  return [
    defineEndpoint({
      method: 'GET',
      url: '/api/v1/counters/:counterId/visitors/:visitor/timeline',
      summary: "A visitor's visits with all that happened in them, newest first",
      tag: 'visits',
      auth: { counter: 'view' },
      params: CounterParams.extend({ visitor: VisitorNumber }),
      query: z.object({
        lang: z.enum(['en', 'ru']).default('en'),
        after: z.string().max(64).optional().describe('`next` of the page before.'),
        limit: z.coerce.number().int().min(1).max(MAX_VISITS).default(20).describe('Visits, at most 50.'),
      }),
      response: VisitorTimeline,
      async handle({ params: { counterId, visitor }, query: { lang, after, limit } }, context) {
        const readsChat = await deps.readsChat(counterId, context);
        try {
          const question = { counterId, visitor, after, limit, language: lang, readsChat };
          const found = await askTimeline(deps, question, context.signal);
          if (isProblem(found)) return found;
          const isKnown = found.visits_total > 0 || found.before_visits.length > 0 || found.contact !== null;
          return isKnown || after !== undefined
            ? found
            : problem('not_found', 'There is no such visitor here.', 'visitor');
        } catch (error) {
          if (error instanceof OlapTimeout) return problem('timeout', 'The timeline took too long.');
          if (error instanceof OlapUnavailable)
            return problem('backend_error', 'The analytics store does not answer now.');
          throw error;
        }
      },
    }),
  ];
}
