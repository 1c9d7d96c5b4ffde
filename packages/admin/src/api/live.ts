/** What a counter is receiving now, and what became of its hits. */
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { request, shaped } from './http.ts';
import type * as shapes from './shapes.ts';

export type Live = z.output<typeof shapes.Live>;
export type LiveHit = z.output<typeof shapes.LiveHit>;
export type Health = z.output<typeof shapes.Health>;

export const liveQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['live', counterId],
    queryFn: ({ signal }) =>
      request(`/api/v1/counters/${counterId}/live`, { signal, read: shaped((known) => known.Live) }),
  });

export const healthQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['health', counterId],
    queryFn: ({ signal }) =>
      request(`/api/v1/counters/${counterId}/health`, { signal, read: shaped((known) => known.Health) }),
  });
