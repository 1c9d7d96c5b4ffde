/** Adding messages to a conversation: what every step that writes has in common. */
import type { MessageKind } from '@goalpost/contract';
import type { ConversationWrite } from '../port.ts';
import type { ConversationRecord, NewMessage } from '../records.ts';
import type { Content, Operator } from './command.ts';

/** Characters of the latest message that lists show. */
const EXCERPT = 200;

export function message(
  kind: MessageKind,
  by: Operator | null,
  { key, text, file }: Content,
  at: number,
): NewMessage {
  return { kind, author: by?.name ?? '', authorId: by?.id ?? null, text, key, at, file };
}

/** @param opened the conversation begins with these messages */
export function append(
  conversation: ConversationRecord,
  messages: readonly NewMessage[],
  opened = false,
): ConversationWrite {
  const last = messages.findLast((one) => one.kind !== 'note');
  return {
    conversation: {
      ...conversation,
      lastMessageAt: messages.at(-1)?.at ?? conversation.lastMessageAt,
      lastText: last === undefined ? conversation.lastText : excerpt(last),
    },
    opened,
    messages,
    goal: null,
  };
}

/** What is kept without a message. */
export function change(conversation: ConversationRecord): ConversationWrite {
  return { conversation, opened: false, messages: [], goal: null };
}

function excerpt({ text, file }: NewMessage): string {
  return (text || (file?.name ?? '')).slice(0, EXCERPT);
}
