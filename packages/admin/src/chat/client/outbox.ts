/** Keeps messages that are not known to be stored, over a reload, and sends them again [C2]. */
import type { OperatorFrame } from '@goalpost/contract/chat';
import { storeName } from '../../api/address/address.ts';
import type { Outgoing } from './state.ts';

export interface OutboxKeeper {
  read(): readonly Outgoing[];
  write(outbox: readonly Outgoing[]): void;
}

export function outgoingFrame({ kind, conversationId, key, text, file }: Outgoing): OperatorFrame {
  return kind === 'note'
    ? { type: 'note', conversationId, key, text }
    : { type: 'message', conversationId, key, text, fileId: file?.id ?? null };
}

/** @param storage of this tab; whatever stands there and is not ours is passed over */
export function outboxIn(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): OutboxKeeper {
  const name = storeName('outbox');
  return {
    read: () => {
      try {
        const kept: unknown = JSON.parse(storage.getItem(name) ?? '[]');
        return Array.isArray(kept) ? kept.filter(isOutgoing) : [];
      } catch {
        return [];
      }
    },
    write: (outbox) => {
      try {
        if (outbox.length === 0) storage.removeItem(name);
        else storage.setItem(name, JSON.stringify(outbox));
      } catch {
        // Full or forbidden: the messages are still sent from memory.
      }
    },
  };
}

function isOutgoing(value: unknown): value is Outgoing {
  if (typeof value !== 'object' || value === null) return false;
  const { key, kind, conversationId, text } = value as Partial<Record<keyof Outgoing, unknown>>;
  return (
    typeof key === 'string' &&
    (kind === 'message' || kind === 'note') &&
    typeof conversationId === 'string' &&
    typeof text === 'string'
  );
}
