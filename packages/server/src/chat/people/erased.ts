/** What consoles and lists of those who are there show of a person who was erased: nothing more [P51]. */
import type { Channel } from '../../kit/nodes/bus.ts';
import type { Hub } from '../hub.ts';
import type { Presence } from '../presence/index.ts';

/** Ids of the chat. */
export interface Erased {
  readonly people: readonly string[];
  readonly conversations: readonly string[];
}

/** What one node tells all, itself too: each knows who is there by its own sockets. */
export type ErasedSignal = Pick<Erased, 'people'>;

export interface ErasedDeps {
  readonly signals: Channel<ErasedSignal>;
  readonly hub: Pick<Hub, 'toOperators'>;
  readonly presence: Pick<Presence, 'forgetSaid'>;
}

/** @returns tells that they were erased, on whichever node their tabs and the consoles are */
export function createErased({ signals, hub, presence }: ErasedDeps) {
  signals.subscribe((counterId, { people }) => presence.forgetSaid(counterId ?? 0, new Set(people)));
  return (counterId: number, { people, conversations }: Erased): void => {
    for (const conversationId of conversations) hub.toOperators(counterId, { type: 'gone', conversationId });
    if (people.length > 0) signals.publish(counterId, { people });
  };
}
