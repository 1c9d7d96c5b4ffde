/** The conversation as a pure state machine: a state and a command in, what to store and to tell out. */
import { MAX_MESSAGE_LENGTH, type ChatRefusalReason } from '@goalpost/contract/chat';
import type { ConversationRecord } from '../records.ts';
import { change } from './change.ts';
import type { Command, Content, Effect, Given, Step } from './command.ts';
import { assign, invite, note, operatorWrites, reopen } from './operator-steps.ts';
import { visitorWrites } from './visitor-writes.ts';

/** Without a message for so long, a conversation closes by itself [C6]. */
export const SILENCE_MS = 24 * 3_600_000;

const NOTHING: Step = { write: null, effects: [], refusal: null };
const refused = (refusal: ChatRefusalReason): Step => ({ write: null, effects: [], refusal });

/** @param state the person's open conversation, or the one that the command names; null: there is none */
export function step(state: ConversationRecord | null, command: Command, given: Given): Step {
  const fault = 'content' in command ? faultOf(command.content) : null;
  if (fault !== null) return refused(fault);
  if (command.type === 'visitor_writes') return visitorWrites(state, command, given);
  if (command.type === 'invite') return invite(state, command, given);
  if (state === null) return refused('not_found');
  if (state.state === 'closed' && !WORKS_ON_CLOSED.has(command.type)) return refused('closed');
  return within(state, command, given);
}

const WORKS_ON_CLOSED: ReadonlySet<Command['type']> = new Set([
  'note',
  'tags',
  'rate',
  'reopen',
  'visitor_read',
  'operator_read',
  'time_passes',
]);

type Within = Exclude<Command, { type: 'visitor_writes' | 'invite' }>;

function within(state: ConversationRecord, command: Within, given: Given): Step {
  switch (command.type) {
    case 'operator_writes':
      return operatorWrites(state, command, given);
    case 'note':
      return note(state, command, given);
    case 'assign':
      return assign(state, command, given);
    case 'tags':
      return tagged(state, [...new Set(command.tags)]);
    case 'visitor_read':
      return readTo(state, command.seq);
    case 'operator_read':
      return operatorRead(state, command);
    case 'rate':
      return changed(state, { rating: command.rating, ratingComment: command.comment }, [UPDATED]);
    case 'close':
      return close(state, given.now);
    case 'reopen':
      return reopen(state, command, given);
    case 'time_passes':
      return state.state === 'open' && given.now - state.lastMessageAt >= SILENCE_MS
        ? close(state, given.now)
        : NOTHING;
  }
}

function changed(
  state: ConversationRecord,
  changes: Partial<ConversationRecord>,
  effects: readonly Effect[] = [],
): Step {
  return { write: change({ ...state, ...changes }), effects, refusal: null };
}

const UPDATED: Effect = { type: 'happening', event: 'chat_updated' };

function tagged(state: ConversationRecord, tags: readonly string[]): Step {
  const isSame = tags.length === state.tags.length && tags.every((tag) => state.tags.includes(tag));
  return changed(state, { tags }, isSame ? [] : [UPDATED]);
}

function close(state: ConversationRecord, now: number): Step {
  return {
    write: {
      ...change({ ...state, state: 'closed', closedAt: now, waitingSince: null }),
      calls: { accountIds: [], at: now },
    },
    effects: [{ type: 'closed' }, { type: 'happening', event: 'chat_finished' }],
    refusal: null,
  };
}

function readTo(state: ConversationRecord, seq: number): Step {
  const read = Math.min(seq, state.lastSeq);
  return read > state.readByVisitor ? changed(state, { readByVisitor: read }) : NOTHING;
}

/** Their own mark is kept, whatever others have read [C90]. */
function operatorRead(
  state: ConversationRecord,
  { by, seq }: Extract<Command, { type: 'operator_read' }>,
): Step {
  const read = Math.min(seq, state.lastSeq);
  const conversation = { ...state, readByOperator: Math.max(read, state.readByOperator) };
  return {
    write: { ...change(conversation), reads: [{ accountId: by.id, seq: read }] },
    effects: [],
    refusal: null,
  };
}

/** [C10] */
function faultOf({ text, file }: Content): ChatRefusalReason | null {
  if (text.length > MAX_MESSAGE_LENGTH) return 'too_long';
  return text.trim() === '' && file === null ? 'malformed' : null;
}
