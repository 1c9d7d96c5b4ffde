/** Visitors as the chat knows them: found by their secret, and given a row when there is something to keep. */
import type { Contact } from '@goalpost/contract/chat';
import type { Clock } from '../../kit/clock.ts';
import type { ChatStore } from '../port.ts';
import type { ChatPerson } from '../records.ts';
import { personIdOf, secretHash, type Secrets } from './secrets.ts';

/** The holder of a secret, with or without a row. */
export interface Holder {
  readonly personId: string;
  readonly counterId: number;
  readonly hash: string;
  /** Analytics visitor number, as the page says it now. */
  readonly visitor: string;
}

export interface Found {
  readonly holder: Holder;
  /** Null: nothing was to be kept of them yet. */
  readonly person: ChatPerson | null;
  /** To be given to them; null: the one that they have is good. */
  readonly newSecret: string | null;
}

export type PersonChanges = Parameters<ChatStore['updatePerson']>[1];

export interface People {
  find(counterId: number, visitor: string, secret: string | null): Promise<Found>;
  /** The holder's row, made now if need be. One at a time for each person. */
  ensure(holder: Holder): Promise<ChatPerson>;
  /** @returns null where there is no such person */
  byId(personId: string): Promise<ChatPerson | null>;
  update(personId: string, changes: PersonChanges): Promise<ChatPerson | null>;
  /** As they were when last looked at here, which every connection does when it comes; asks no store. */
  isBlocked(personId: string): boolean;
}

export interface PeopleDeps {
  readonly store: Pick<ChatStore, 'createPerson' | 'personBySecret' | 'person' | 'updatePerson'>;
  readonly secrets: Secrets;
  readonly clock: Clock;
}

export function createPeople({ store, secrets, clock }: PeopleDeps): People {
  const blocked = new Set<string>();

  function seen(person: ChatPerson | null): ChatPerson | null {
    if (person?.blocked === true) blocked.add(person.id);
    else if (person !== null) blocked.delete(person.id);
    return person;
  }

  return {
    async find(counterId, visitor, secret) {
      if (secret !== null) {
        const hash = secretHash(secret);
        const person = seen(await store.personBySecret(counterId, hash));
        if (person !== null)
          return { holder: { personId: person.id, counterId, hash, visitor }, person, newSecret: null };
        if (secrets.isOurs(counterId, secret)) {
          const holder = { personId: personIdOf(secret), counterId, hash, visitor };
          return { holder, person: null, newSecret: null };
        }
      }
      const made = secrets.issue(counterId);
      const holder = { personId: personIdOf(made), counterId, hash: secretHash(made), visitor };
      return { holder, person: null, newSecret: made };
    },
    async ensure({ personId, counterId, hash, visitor }) {
      const known = await store.person(personId);
      if (known === null) {
        return store.createPerson(
          {
            id: personId,
            counterId,
            visitor,
            contact: {},
            custom: [],
            attributes: {},
            userToken: '',
            blocked: false,
            createdAt: clock.now(),
            invitation: null,
          },
          hash,
        );
      }
      if (known.visitor === visitor) return known;
      return (await store.updatePerson(personId, { visitor })) ?? known;
    },
    byId: (personId) => store.person(personId),
    update: async (personId, changes) => seen(await store.updatePerson(personId, changes)),
    isBlocked: (personId) => blocked.has(personId),
  };
}

/** What is said later wins, field by field; an empty field takes nothing back. */
export function mergedContact(before: Contact, said: Contact): Contact {
  const kept = Object.entries(said).filter(([, value]) => value !== undefined && value !== '');
  return { ...before, ...Object.fromEntries(kept) };
}
