/** Suggestions over HTTP. */
import { GoalSuggestions, MAX_PREVIEW_DAYS, PREVIEW_DAYS } from '@goalpost/contract/workbench';
import { z } from 'zod';
import type { GoalManagementDeps } from '../../counters/index.ts';
import type { Clock } from '../../kit/clock.ts';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import type { Olap } from '../../kit/olap.ts';
import { isProblem, problem } from '../../kit/problem.ts';
import { CounterParams } from '../../kit/schemas/counter-params.ts';
import { frequentHits } from './frequent-hits.ts';
import { suggest } from './suggest.ts';

const DAY_MS = 86_400_000;

export interface SuggestionDeps extends Pick<GoalManagementDeps, 'counters' | 'goals'> {
  readonly olap: Pick<Olap, 'query'>;
  readonly clock: Clock;
}

export function suggestionEndpoints({ counters, goals, olap, clock }: SuggestionDeps): Endpoint[] {
  return [
    defineEndpoint({
      method: 'GET',
      url: '/api/v1/counters/:counterId/goal-suggestions',
      summary: 'What happened in the last days and is counted by no goal of its own',
      tag: 'goals',
      auth: { counter: 'view' },
      params: CounterParams,
      query: z.object({ days: z.coerce.number().int().min(1).max(MAX_PREVIEW_DAYS).default(PREVIEW_DAYS) }),
      response: GoalSuggestions,
      async handle({ params: { counterId }, query: { days } }, { signal }) {
        const counter = await counters.get(counterId);
        if (counter?.status !== 'Active')
          return problem('not_found', `There is no counter ${counterId}.`, 'counterId');
        const since = clock.now() - days * DAY_MS;
        const found = await frequentHits(olap, { counterId, since }, signal);
        if (isProblem(found)) return found;
        const known = { goals: await goals.list(counterId, true), autogoals: counter.autogoals };
        return { days, ...(await suggest(found, known)) };
      },
    }),
  ];
}
