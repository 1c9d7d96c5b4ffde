/** What visitors do before an action, and what after it. */
import type { Action } from '@goalpost/contract/reports/actions';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { languageNow } from '../../i18n/i18n.ts';
import { request } from '../http.ts';

export interface JourneyQuestion {
  readonly counterId: number;
  readonly from: string;
  readonly to: string;
  readonly filters?: string | undefined;
  readonly segment?: string | undefined;
  readonly about: Action;
  readonly scope: 'visit' | 'visitor';
  readonly depth: number;
}

export const journeysQuery = (question: JourneyQuestion) =>
  queryOptions({
    queryKey: ['journeys', question],
    queryFn: ({ signal }) =>
      request('GET /api/v1/journeys', {
        query: {
          ids: question.counterId,
          date1: question.from,
          date2: question.to,
          filters: question.filters,
          segment: question.segment,
          about: JSON.stringify(question.about),
          scope: question.scope,
          depth: question.depth,
          lang: languageNow(),
        },
        signal,
        read: async (answer) => (await import('./shapes.ts')).JourneysResponse.parse(answer),
      }),
    staleTime: 15_000,
    placeholderData: keepPreviousData,
  });
