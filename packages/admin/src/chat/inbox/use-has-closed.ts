/** Whether any conversation here was ever closed: one is asked of each counter, and only while none is open. */
import { useQuery } from '@tanstack/react-query';
import { listConversations } from '../api/conversations.ts';
import { useDeskState } from '../client-scope.tsx';
import { usePlace } from '../place.ts';

/** Counters asked at once; of more, those first in the list answer for all. */
const MAX_ASKED = 50;

/** Undefined: not known. */
export function useHasClosed(): boolean | undefined {
  const { counterId } = usePlace();
  const counters = useDeskState((state) => state.counters);
  const conversations = useDeskState((state) => state.conversations);
  const here = counterId === null ? counters : [counterId];
  const views = [...conversations.values()].filter((view) => here.includes(view.counterId));
  const known = views.some(({ state }) => state === 'closed');
  const isOpen = views.some(({ state }) => state === 'open');
  const query = useQuery({
    queryKey: ['chat', 'has-closed', here.slice(0, MAX_ASKED)],
    enabled: !known && !isOpen && here.length > 0,
    queryFn: async ({ signal }) => {
      const asked = here.slice(0, MAX_ASKED);
      const found = await Promise.all(
        asked.map((id) => listConversations({ counterId: id, state: 'closed', limit: 1 }, signal)),
      );
      return found.some((list) => list.length > 0);
    },
  });
  return known ? true : query.data;
}
