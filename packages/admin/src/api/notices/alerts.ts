/** Alerts of a counter, and the channels that they are told by. */
import type { AlertInput, AlertTrial, ChannelInput } from '@goalpost/contract/notices';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../http.ts';

const shapes = () => import('./notice-shapes.ts');
/** What was told, and what became of it, shows by itself. */
const REFRESH_MS = 30_000;

export const channelsQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['notices', counterId, 'channels'],
    queryFn: ({ signal }) =>
      request('GET /api/v1/counters/{counterId}/channels', {
        params: { counterId },
        signal,
        read: async (answer) => (await shapes()).ChannelList.parse(answer),
      }),
    refetchInterval: REFRESH_MS,
  });

export const alertsQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['notices', counterId, 'alerts'],
    queryFn: ({ signal }) =>
      request('GET /api/v1/counters/{counterId}/alerts', {
        params: { counterId },
        signal,
        read: async (answer) => (await shapes()).AlertList.parse(answer).alerts,
      }),
    refetchInterval: REFRESH_MS,
  });

/** What the alert would have told, asked when a person wants to see it. */
export const replayQuery = (counterId: number, alert: AlertTrial) =>
  queryOptions({
    queryKey: ['alert-replay', counterId, alert],
    queryFn: ({ signal }) =>
      request('POST /api/v1/counters/{counterId}/alerts/replay', {
        params: { counterId },
        body: { alert },
        signal,
        read: async (answer) => (await shapes()).AlertReplay.parse(answer),
      }),
    retry: false,
    staleTime: 60_000,
  });

function useNoticeChange<V, R>(counterId: number, mutationFn: (value: V) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => queries.invalidateQueries({ queryKey: ['notices', counterId] }),
  });
}

export const useAddChannel = (counterId: number) =>
  useNoticeChange(counterId, (channel: ChannelInput) =>
    request('POST /api/v1/counters/{counterId}/channels', {
      params: { counterId },
      body: { channel },
      read: async (answer) => (await shapes()).ChannelMade.parse(answer),
    }),
  );

export const useRemoveChannel = (counterId: number) =>
  useNoticeChange(counterId, (channelId: string) =>
    request('DELETE /api/v1/counters/{counterId}/channels/{channelId}', {
      params: { counterId, channelId },
      read: () => channelId,
    }),
  );

export const useTestChannel = (counterId: number) =>
  useNoticeChange(counterId, (channelId: string) =>
    request('POST /api/v1/counters/{counterId}/channels/{channelId}/test', {
      params: { counterId, channelId },
      read: async (answer) => (await shapes()).ChannelMade.parse(answer).channel,
    }),
  );

/** @param id null: a new one */
export const useSaveAlert = (counterId: number, id: string | null) =>
  useNoticeChange(counterId, (alert: AlertInput) =>
    id === null
      ? request('POST /api/v1/counters/{counterId}/alerts', {
          params: { counterId },
          body: { alert },
          read: async (answer) => (await shapes()).AlertEnvelope.parse(answer).alert,
        })
      : request('PUT /api/v1/counters/{counterId}/alerts/{alertId}', {
          params: { counterId, alertId: id },
          body: { alert },
          read: async (answer) => (await shapes()).AlertEnvelope.parse(answer).alert,
        }),
  );

export const useRemoveAlert = (counterId: number) =>
  useNoticeChange(counterId, (alertId: string) =>
    request('DELETE /api/v1/counters/{counterId}/alerts/{alertId}', {
      params: { counterId, alertId },
      read: () => alertId,
    }),
  );
