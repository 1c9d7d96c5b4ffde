/** The same goals, shared out by several models of attribution. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { languageNow } from '../../i18n/i18n.ts';
import { request, shaped } from '../http.ts';

export interface ModelsQuestion {
  readonly counterId: number;
  /** Absent: all goals. */
  readonly goalId?: string | undefined;
  readonly dimension: string;
  readonly windowDays: string;
  readonly from: string;
  readonly to: string;
  readonly filters?: string | undefined;
  readonly segment?: string | undefined;
  readonly limit: number;
}

export const modelsQuery = (question: ModelsQuestion) =>
  queryOptions({
    queryKey: ['stat', 'attribution', question],
    queryFn: ({ signal }) =>
      request('GET /api/v1/attribution', {
        signal,
        query: {
          ids: String(question.counterId),
          goal_id: question.goalId,
          dimensions: question.dimension,
          window: question.windowDays,
          date1: question.from,
          date2: question.to,
          filters: question.filters,
          segment: question.segment,
          limit: String(question.limit),
          lang: languageNow(),
        },
        read: shaped((shapes) => shapes.AttributionResponse),
      }),
    staleTime: 15_000,
    placeholderData: keepPreviousData,
  });
