/** Gives conversations of an operator who may not answer any more back to the team [C53]. */
import { may } from '@goalpost/contract/management';
import type { CounterDirectory } from '../../collect/index.ts';
import type { Conversations } from '../conversation/conversations.ts';
import type { OperatorAccess } from '../outward.ts';
import type { ChatStore } from '../port.ts';
import type { ConversationRecord } from '../records.ts';
import { anybody } from '../sockets/operator-assign.ts';

interface ReleaseDeps {
  readonly store: Pick<ChatStore, 'conversation' | 'conversations'>;
  readonly access: Pick<OperatorAccess, 'countersOf' | 'whoAnswers'>;
  readonly directory: Pick<CounterDirectory, 'all'>;
  readonly conversations: Pick<Conversations, 'inTurn' | 'carryOut'>;
}

/** Asked for at once; more of one person's open conversations follow in the next go. */
const AT_ONCE = 200;

/** Works also for who is not connected. */
export async function releaseConversations(deps: ReleaseDeps, accountId: string): Promise<void> {
  const { store, access, directory } = deps;
  const rights = await access.countersOf(accountId);
  const counterIds = [...directory.all()]
    .map(({ counterId }) => counterId)
    .filter((counterId) => !may(rights.get(counterId), 'chat:answer'));
  if (counterIds.length === 0) return;
  for (;;) {
    const held = await store.conversations({
      counterIds,
      state: 'open',
      assignedTo: accountId,
      limit: AT_ONCE,
    });
    let released = 0;
    for (const conversation of held) if (await release(deps, conversation, accountId)) released++;
    // What cannot be given back now would be asked for again and again.
    if (held.length < AT_ONCE || released === 0) return;
  }
}

async function release(
  { store, conversations, access }: ReleaseDeps,
  { id, counterId, personId, assignedTo }: ConversationRecord,
  accountId: string,
): Promise<boolean> {
  return conversations.inTurn(personId, async () => {
    const state = await store.conversation(id);
    if (state?.state !== 'open' || state.assignedTo?.id !== accountId) return false;
    const by = { id: accountId, name: assignedTo?.name ?? '' };
    const calls = await anybody(access, counterId, { members: [], but: accountId });
    const outcome = await conversations.carryOut(state, {
      type: 'assign',
      by,
      to: null,
      department: null,
      calls,
    });
    return outcome.ok;
  });
}
