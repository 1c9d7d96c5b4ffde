/** Whether the server sends e-mail at all, and a letter to see that it does. */
import type { ChatMailTest } from '@goalpost/contract/chat';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { request } from '../../api/http.ts';
import { shapedChat } from './shaped-chat.ts';

const readAvailable = async (answer: unknown): Promise<boolean> =>
  (await shapedChat((known) => known.ChatSettingsAnswer)(answer)).mail?.available ?? false;

export const mailAvailableQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['chat', 'mail', counterId],
    queryFn: ({ signal }) =>
      request('GET /api/v1/counters/{counterId}/chat/settings', {
        params: { counterId },
        signal,
        read: readAvailable,
      }),
    staleTime: 60_000,
  });

/** Goes to the team's address as it is saved. */
export const useTestMail = (counterId: number) =>
  useMutation({
    mutationFn: (): Promise<ChatMailTest> =>
      request('POST /api/v1/counters/{counterId}/chat/mail/test', {
        params: { counterId },
        read: shapedChat((known) => known.ChatMailTest),
      }),
  });
