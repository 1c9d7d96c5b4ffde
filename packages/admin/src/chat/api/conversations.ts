/** Conversations over HTTP: those that the socket does not bring, and the visitor's story. */
import { queryOptions } from '@tanstack/react-query';
import type { ConversationView, VisitorStoryAnswer } from '@goalpost/contract/chat';
import { request } from '../../api/http.ts';
import { languageNow } from '../../i18n/i18n.ts';
import { shapedChat } from './shaped-chat.ts';

export interface ListQuestion {
  readonly counterId: number;
  readonly state: ConversationView['state'];
  /** Older than this. */
  readonly before?: number | undefined;
  readonly limit: number;
}

export function listConversations(
  { counterId, state, before, limit }: ListQuestion,
  signal?: AbortSignal,
): Promise<ConversationView[]> {
  return request('GET /api/v1/counters/{counterId}/chat/conversations', {
    params: { counterId },
    signal,
    query: { state, before, limit },
    read: async (answer) => (await shapedChat((known) => known.ConversationList)(answer)).conversations,
  });
}

export const storyQuery = (counterId: number, visitor: string) =>
  queryOptions({
    queryKey: ['chat', 'story', counterId, visitor],
    queryFn: ({ signal }): Promise<VisitorStoryAnswer> =>
      request('GET /api/v1/counters/{counterId}/chat/people/{visitor}/story', {
        params: { counterId, visitor },
        signal,
        query: { lang: languageNow() },
        read: shapedChat((known) => known.VisitorStoryAnswer),
      }),
    staleTime: 5_000,
  });

/** Looks for a conversation on each counter in turn; null: none has it. */
export async function findConversation(
  counters: readonly number[],
  id: string,
  signal: AbortSignal,
): Promise<ConversationView | null> {
  for (const counterId of counters) {
    try {
      return await request('GET /api/v1/counters/{counterId}/chat/conversations/{conversationId}', {
        params: { counterId, conversationId: id },
        signal,
        query: { after: 1_000_000_000, limit: 1 },
        read: async (answer) =>
          (await shapedChat((known) => known.ConversationWithMessages)(answer)).conversation,
      });
    } catch {
      if (signal.aborted) return null;
    }
  }
  return null;
}
