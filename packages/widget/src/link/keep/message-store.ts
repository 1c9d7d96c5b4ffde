/** The messages that this browser has, so that a page shows them before the server has answered. */
import { named } from '../../shared/plain.ts';
import type { ChatMessage } from '@goalpost/contract/chat';
import { bag } from '../../shared/globals.ts';
import type { Memory } from './memory.ts';

export interface Book {
  /** Conversation after conversation, each by number [C1]. */
  all(): readonly ChatMessage[];
  /** @returns those that were not there yet */
  add(messages: readonly ChatMessage[]): ChatMessage[];
  of(conversationId: string): readonly ChatMessage[];
  /** 0 where there is none. */
  lastSeq(conversationId: string): number;
  clear(): void;
}

/** As many as are kept; the server has them all. */
const KEPT = 200;

const isMessage = (value: unknown): value is ChatMessage => {
  const { conversationId, seq, text, key, kind } = bag(value);
  return (
    [conversationId, text, key, kind].every((part) => typeof part === 'string') && typeof seq === 'number'
  );
};

export const createBook = (memory: Memory): Book => {
  let messages: ChatMessage[] = [];

  const merge = (more: readonly ChatMessage[]): ChatMessage[] => {
    const have = named<true>();
    const isNew = ({ conversationId, seq }: ChatMessage): boolean => {
      const id = `${conversationId}:${seq}`;
      return !have[id] && (have[id] = true);
    };
    messages.forEach(isNew);
    const fresh = more.filter(isNew);
    if (fresh.length === 0) return fresh;
    const begun = named<number>();
    for (const { conversationId, at } of [...messages, ...fresh])
      begun[conversationId] = Math.min(begun[conversationId] ?? Infinity, at);
    const place = (message: ChatMessage): number => begun[message.conversationId] ?? 0;
    // oxlint-disable-next-line unicorn/no-array-sort -- ES2020 has no toSorted, and the list is new
    messages = [...messages, ...fresh].sort(
      (one, other) =>
        place(one) - place(other) ||
        (one.conversationId < other.conversationId ? -1 : +(one.conversationId > other.conversationId)) ||
        one.seq - other.seq,
    );
    return fresh;
  };
  const kept = (): ChatMessage[] => {
    const list = memory.read('log');
    return Array.isArray(list) ? list.filter(isMessage) : [];
  };
  const of = (conversationId: string): ChatMessage[] =>
    messages.filter((message) => message.conversationId === conversationId);

  merge(kept());
  return {
    all: () => messages,
    add: (more) => {
      const fresh = merge(more);
      // Another tab may have written what this one has not got yet.
      if (fresh.length > 0) {
        merge(kept());
        memory.write('log', messages.slice(-KEPT));
      }
      return fresh;
    },
    of,
    lastSeq: (conversationId) => of(conversationId).pop()?.seq ?? 0,
    clear: () => {
      messages = [];
      memory.write('log', undefined);
    },
  };
};
