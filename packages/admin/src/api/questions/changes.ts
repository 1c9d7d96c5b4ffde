/** Which rows made the change of a number between two periods. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { languageNow } from '../../i18n/i18n.ts';
import { request, shaped } from '../http.ts';

interface Days {
  readonly from: string;
  readonly to: string;
}

export interface ChangesQuestion {
  readonly counterId: number;
  readonly metric: string;
  readonly dimensions: readonly string[];
  readonly filters?: string | undefined;
  readonly segment?: string | undefined;
  readonly attribution?: string | undefined;
  readonly now: Days;
  readonly before: Days;
}

export const changesQuery = (question: ChangesQuestion) =>
  queryOptions({
    queryKey: ['stat', 'changes', question],
    queryFn: ({ signal }) =>
      request('GET /api/v1/changes', {
        signal,
        query: {
          ids: String(question.counterId),
          metric: question.metric,
          dimensions: question.dimensions.join(','),
          filters: question.filters,
          segment: question.segment,
          attribution: question.attribution,
          date1_a: question.now.from,
          date2_a: question.now.to,
          date1_b: question.before.from,
          date2_b: question.before.to,
          limit: '10',
          lang: languageNow(),
        },
        read: shaped((shapes) => shapes.ChangesResponse),
      }),
    staleTime: 600_000,
    placeholderData: keepPreviousData,
  });
