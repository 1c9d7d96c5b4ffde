/** Who comes back after a first action, and how long after it. */
import type { RetentionAction, RetentionMode, RetentionUnit } from '@goalpost/contract/reports/retention';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from '../http.ts';

export interface RetentionQuestion {
  readonly counterId: number;
  readonly from: string;
  readonly to: string;
  readonly filters?: string | undefined;
  readonly segment?: string | undefined;
  readonly first: RetentionAction;
  readonly second: RetentionAction;
  readonly unit: RetentionUnit;
  readonly mode: RetentionMode;
}

export const retentionQuery = (question: RetentionQuestion) =>
  queryOptions({
    queryKey: ['retention', question],
    queryFn: ({ signal }) =>
      request('GET /api/v1/retention', {
        query: {
          ids: question.counterId,
          date1: question.from,
          date2: question.to,
          filters: question.filters,
          segment: question.segment,
          first: JSON.stringify(question.first),
          return: JSON.stringify(question.second),
          unit: question.unit,
          mode: question.mode,
        },
        signal,
        read: async (answer) => (await import('./shapes.ts')).RetentionResponse.parse(answer),
      }),
    staleTime: 15_000,
    placeholderData: keepPreviousData,
  });
