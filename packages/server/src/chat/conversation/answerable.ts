/** The invitation that a visitor can answer now, and whether their conversation shows it already [C81, C83]. */
import type { CounterDirectory } from '../../collect/index.ts';
import type { Clock } from '../../kit/clock.ts';
import type { ChatStore } from '../port.ts';
import type { Entry } from '../presence/index.ts';
import type { ChatPerson } from '../records.ts';
import type { Answerable } from './command.ts';
import { standingIn } from './goal-of.ts';

interface Parts {
  readonly store: Pick<ChatStore, 'messageByKey' | 'messages'>;
  readonly directory: Pick<CounterDirectory, 'get'>;
  readonly clock: Clock;
}

export async function answerable(
  { store, directory, clock }: Parts,
  person: Pick<ChatPerson, 'id' | 'counterId' | 'invitation'> | null,
  { lastActivityAt }: Pick<Entry, 'lastActivityAt'>,
  isOnScreen: boolean,
): Promise<Answerable | null> {
  if (person === null) return null;
  const visitTimeoutSeconds = directory.get(person.counterId)?.visitTimeout ?? 0;
  const scope = { lastActivityAt, now: clock.now(), visitTimeoutSeconds, isOnScreen };
  const invitation = standingIn(person.invitation, scope);
  if (invitation === null) return null;
  const shown = await store.messageByKey(person.id, invitation.id);
  if (shown === null) return invitation;
  // Answered before, if the server ended before it had noted that.
  const after = await store.messages(shown.conversationId, shown.seq, AFTER);
  return after.some(({ kind }) => kind === 'visitor') ? null : { ...invitation, isInLog: true };
}

/** An operator may have written a few times before the visitor did. */
const AFTER = 50;
