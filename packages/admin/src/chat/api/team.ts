/** Who may answer on a counter, and who of them is there now. */
import type { ChatTeamMember } from '@goalpost/contract/chat';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../api/http.ts';
import { shapedChat } from './shaped-chat.ts';

export const teamQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['chat', 'team', counterId],
    queryFn: ({ signal }): Promise<ChatTeamMember[]> =>
      request('GET /api/v1/counters/{counterId}/chat/team', {
        params: { counterId },
        signal,
        read: async (answer) => (await shapedChat((known) => known.ChatTeam)(answer)).team,
      }),
    // The list should show who is online now.
    staleTime: 5_000,
  });
