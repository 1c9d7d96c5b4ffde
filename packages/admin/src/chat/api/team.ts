/** Who may answer on a counter, and who of them is there now. */
import type { ChatTeamMember } from '@goalpost/contract/chat';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../api/http.ts';
import { chatPath, shapedChat } from './path.ts';

export const teamQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['chat', 'team', counterId],
    queryFn: ({ signal }): Promise<ChatTeamMember[]> =>
      request(`${chatPath(counterId)}/team`, {
        signal,
        read: async (answer) => (await shapedChat((known) => known.ChatTeam)(answer)).team,
      }),
    // The list should show who is online now.
    staleTime: 5_000,
  });
