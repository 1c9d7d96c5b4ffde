/** The visit log, and one visitor's timeline, a page at a time. */
import { infiniteQueryOptions } from '@tanstack/react-query';
import { languageNow } from '../../i18n/i18n.ts';
import { request } from '../http.ts';

export interface VisitQuestion {
  readonly counterId: number;
  readonly from: string;
  readonly to: string;
  readonly filters?: string | undefined;
  readonly segment?: string | undefined;
}

const shapes = () => import('./visit-shapes.ts');

export const visitLogQuery = ({ counterId, from, to, filters, segment }: VisitQuestion) =>
  infiniteQueryOptions({
    queryKey: ['visits', counterId, from, to, filters, segment],
    queryFn: ({ signal, pageParam }) =>
      request('GET /api/v1/counters/{counterId}/visits', {
        params: { counterId },
        query: { date1: from, date2: to, filters, segment, lang: languageNow(), after: pageParam },
        signal,
        read: async (answer) => (await shapes()).VisitLog.parse(answer),
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 15_000,
  });

export const timelineQuery = (counterId: number, visitor: string) =>
  infiniteQueryOptions({
    queryKey: ['timeline', counterId, visitor],
    queryFn: ({ signal, pageParam }) =>
      request('GET /api/v1/counters/{counterId}/visitors/{visitor}/timeline', {
        params: { counterId, visitor },
        query: { lang: languageNow(), after: pageParam },
        signal,
        read: async (answer) => (await shapes()).VisitorTimeline.parse(answer),
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 5_000,
  });
