/** Messages on their way: kept until the server has stored them, each under a name of its own [C2, C3]. */
import type { ChatFile, Contact } from '@goalpost/contract/chat';
import { newId } from '../../shared/chance.ts';
import { bag } from '../../shared/globals.ts';
import type { Memory } from './memory.ts';

export interface Outgoing {
  readonly key: string;
  readonly text: string;
  readonly file: ChatFile | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** From the offline form; null for the composer's. */
  readonly contact: Contact | null;
  /** Whom it is to, where it opens a conversation [C46]. */
  readonly department: string | null;
}

export interface Outbox {
  /** In order of writing. */
  all(): readonly Outgoing[];
  put(message: Omit<Outgoing, 'key' | 'at'>): Outgoing;
  /** @returns whether it was there */
  take(key: string): boolean;
}

const isOutgoing = (value: unknown): value is Outgoing =>
  typeof bag(value)['key'] === 'string' && typeof bag(value)['text'] === 'string';

/**
 * One name a message, not one list: two tabs would overwrite each other's list.
 * @param isStored of what another tab has sent, this one may hear from the server before the storage says that it waits
 */
export const createOutbox = (memory: Memory, isStored: (key: string) => boolean): Outbox => {
  let latest = 0;
  return {
    all: () =>
      memory
        .names('out.')
        // oxlint-disable-next-line unicorn/no-array-sort -- ES2020 has no toSorted, and the list is new
        .sort()
        .map((name) => memory.read(name))
        .filter(isOutgoing)
        .filter(({ key }) => !isStored(key))
        // What was kept by an older one knows of none.
        .map((one) => ({ ...one, department: one.department ?? null })),
    put: (message) => {
      const now = Date.now();
      const at = (latest = now > latest ? now : latest + 1);
      // Keys sort as their messages were written.
      const outgoing = { ...message, key: `${at.toString(36).padStart(9, '0')}-${newId(12)}`, at };
      memory.write(`out.${outgoing.key}`, outgoing);
      return outgoing;
    },
    take: (key) => {
      const name = `out.${key}`;
      const isThere = memory.read(name) !== undefined;
      memory.write(name, undefined);
      return isThere;
    },
  };
};
