/** Whether visitors are told that an operator is online, as their widget hears it. */
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../api/http.ts';
import { shapedChat } from './shaped-chat.ts';

/** Hours begin and end on the minute. */
const EVERY_MS = 60_000;

export const answersQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['chat', 'answers', counterId],
    queryFn: ({ signal }): Promise<boolean> =>
      request('GET /chat/v1/settings/{counterId}', {
        params: { counterId },
        signal,
        query: { language: 'en' },
        read: async (answer) => (await shapedChat((known) => known.PublicChatSettings)(answer)).online,
      }),
    refetchInterval: EVERY_MS,
  });
