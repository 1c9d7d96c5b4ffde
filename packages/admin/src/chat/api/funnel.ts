/** How visitors became conversations, goals and revenue in a period. */
import type { ChatFunnel } from '@goalpost/contract/chat';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from '../../api/http.ts';

/** Beside the reports, so that it is asked again when they are. */
export const funnelQuery = (counterId: number, days: { readonly from: string; readonly to: string }) =>
  queryOptions({
    queryKey: ['stat', 'funnel', counterId, days.from, days.to],
    queryFn: ({ signal }): Promise<ChatFunnel> =>
      request('GET /api/v1/counters/{counterId}/chat/funnel', {
        params: { counterId },
        signal,
        query: { date1: days.from, date2: days.to },
        read: async (answer) => (await import('./funnel-shapes.ts')).ChatFunnel.parse(answer),
      }),
    staleTime: 15_000,
    placeholderData: keepPreviousData,
  });
