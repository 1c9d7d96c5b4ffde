/** The conversation that the address names: from what the desk knows, else asked for. */
import type { ConversationView } from '@goalpost/contract/chat';
import { useEffect, useState } from 'react';
import { useDesk, useDeskState } from '../client-scope.tsx';
import { findConversation } from '../api/conversations.ts';

export interface Shown {
  readonly view: ConversationView | undefined;
  /** Looked for everywhere and not found. */
  readonly missing: boolean;
}

export function useShownConversation(id: string | undefined): Shown {
  const desk = useDesk();
  const view = useDeskState((state) => (id === undefined ? undefined : state.conversations.get(id)));
  const counters = useDeskState((state) => state.counters);
  const [missed, setMissed] = useState<string | null>(null);
  const wanted = id !== undefined && view === undefined ? id : null;
  useEffect(() => {
    const asking = new AbortController();
    const look = async (conversationId: string): Promise<void> => {
      const found = await findConversation(counters, conversationId, asking.signal);
      if (asking.signal.aborted) return;
      if (found === null) setMissed(conversationId);
      else desk.take({ type: 'listed', conversations: [found] });
    };
    if (wanted !== null && counters.length > 0) void look(wanted);
    return () => asking.abort();
  }, [wanted, counters, desk]);
  return { view, missing: id !== undefined && missed === id };
}
