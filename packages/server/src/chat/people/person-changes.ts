/** Tells those who listen that something about a visitor is different: during a conversation, or outside of one. */
import { isDeepStrictEqual } from 'node:util';
import type { ChatListener } from '../outward.ts';
import type { PersonChanges } from './people.ts';
import type { ChatPerson, ConversationRecord } from '../records.ts';

/**
 * Pages say the same of their visitors on every view: that is no change.
 * @param open the visitor's conversation that is not closed
 */
export function tellChanges(
  listener: ChatListener,
  before: ChatPerson,
  changes: PersonChanges,
  open: ConversationRecord | null,
): void {
  if (!isOther(before, changes)) return;
  if (open === null) listener.happened('client_updated', before.id);
  else listener.happened('chat_updated', open.id);
}

function isOther(before: ChatPerson, changes: PersonChanges): boolean {
  const known = { ...before, attributes: before.attributes ?? {} };
  const told = ['contact', 'custom', 'attributes', 'userToken'] as const;
  return told.some((name) => changes[name] !== undefined && !isDeepStrictEqual(known[name], changes[name]));
}
