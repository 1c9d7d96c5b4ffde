/** The chat's settings of a counter, and its canned replies. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CannedReply, ChatSettings } from '@goalpost/contract/chat';
import { request } from '../../api/http.ts';
import { shapedChat } from './shaped-chat.ts';

const readSettings = async (answer: unknown): Promise<ChatSettings> =>
  (await shapedChat((known) => known.ChatSettingsAnswer)(answer)).settings;
const readCanned = async (answer: unknown): Promise<CannedReply[]> =>
  (await shapedChat((known) => known.CannedReplies)(answer)).canned;

export const chatSettingsQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['chat', 'settings', counterId],
    queryFn: ({ signal }) =>
      request('GET /api/v1/counters/{counterId}/chat/settings', {
        params: { counterId },
        signal,
        read: readSettings,
      }),
    staleTime: 30_000,
  });

/** While this is on screen, pages are being given the chat's snippet: asked until one has shown it. */
const UNTIL_SEEN_MS = 5_000;

const readSeen = async (answer: unknown): Promise<boolean> =>
  (await shapedChat((known) => known.ChatSettingsAnswer)(answer)).seen ?? true;

/** Whether any page has shown the chat: until then, its line is not on the site. */
export const chatSeenQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['chat', 'seen', counterId],
    queryFn: ({ signal }) =>
      request('GET /api/v1/counters/{counterId}/chat/settings', {
        params: { counterId },
        signal,
        read: readSeen,
      }),
    refetchInterval: ({ state }) => (state.data === false ? UNTIL_SEEN_MS : false),
  });

export function useSaveChatSettings(counterId: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (settings: ChatSettings) =>
      request('PUT /api/v1/counters/{counterId}/chat/settings', {
        params: { counterId },
        body: { settings },
        read: readSettings,
      }),
    onSuccess: async (settings) => {
      queries.setQueryData(chatSettingsQuery(counterId).queryKey, settings);
      // The snippet has the chat's line only while the chat is on.
      await queries.invalidateQueries({ queryKey: ['counter', counterId, 'code'] });
    },
  });
}

export const cannedQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['chat', 'canned', counterId],
    queryFn: ({ signal }) =>
      request('GET /api/v1/counters/{counterId}/chat/canned', {
        params: { counterId },
        signal,
        read: readCanned,
      }),
    staleTime: 60_000,
  });

export function useSaveCanned(counterId: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (canned: readonly CannedReply[]) =>
      request('PUT /api/v1/counters/{counterId}/chat/canned', {
        params: { counterId },
        body: { canned },
        read: readCanned,
      }),
    onSuccess: (canned) => queries.setQueryData(cannedQuery(counterId).queryKey, canned),
  });
}
