/** What a counter is receiving now, and what became of its hits. */
import type { LiveFeed } from '@goalpost/contract/collection';
import { queryOptions } from '@tanstack/react-query';
import { request, shaped } from './http.ts';

export type LiveHit = LiveFeed['hits'][number];

export const liveQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['live', counterId],
    queryFn: ({ signal }) =>
      request('GET /api/v1/counters/{counterId}/live', {
        params: { counterId },
        signal,
        read: shaped((shapes) => shapes.LiveFeed),
      }),
  });

export const healthQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['health', counterId],
    queryFn: ({ signal }) =>
      request('GET /api/v1/counters/{counterId}/health', {
        params: { counterId },
        signal,
        read: shaped((shapes) => shapes.CollectionHealth),
      }),
  });
