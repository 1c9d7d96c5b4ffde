/** Conversations that the socket does not bring: closed ones, and open ones beyond its first list. */
import { useEffect, useState } from 'react';
import type { ConversationView } from '@goalpost/contract/chat';
import { listConversations } from '../api/conversations.ts';
import { useDesk, useDeskState } from '../client-scope.tsx';

const PAGE = 50;
/** What the socket begins with, at most. */
const FIRST_OPEN = 500;

interface Older {
  readonly hasMore: boolean;
  readonly isFetching: boolean;
  more(): void;
}

export function useOlder(kind: ConversationView['state'], counters: readonly number[]): Older {
  const desk = useDesk();
  const open = useDeskState((state) => state.conversations.size);
  const [isFetching, setFetching] = useState(false);
  const [ended, setEnded] = useState<Readonly<Record<string, boolean>>>({});
  const name = `${kind} ${counters.join(',')}`;

  const fetchFrom = async (before: number | undefined): Promise<void> => {
    setFetching(true);
    try {
      const pages = await Promise.all(
        counters.map((counterId) => listConversations({ counterId, state: kind, before, limit: PAGE })),
      );
      desk.take({ type: 'listed', conversations: pages.flat() });
      setEnded((all) => ({ ...all, [name]: pages.every((page) => page.length < PAGE) }));
    } catch {
      // The button stays, and asks again.
    } finally {
      setFetching(false);
    }
  };

  useEffect(() => {
    if (kind === 'closed' && counters.length > 0) void fetchFrom(undefined);
    // Asked again for other counters or another state, not for a new function.
  }, [name]);

  const oldest = (): number | undefined => {
    const times = [...desk.get().conversations.values()]
      .filter((view) => view.state === kind && counters.includes(view.counterId))
      .map((view) => view.lastMessageAt);
    return times.length === 0 ? undefined : Math.min(...times);
  };
  const worthAsking = kind === 'closed' || open >= FIRST_OPEN;
  return {
    hasMore: worthAsking && ended[name] !== true && open > 0,
    isFetching,
    more: () => void fetchFrom(oldest()),
  };
}
