/** What operators do with a conversation. */
import { EVERYONE } from '../port.ts';
import type { ConversationRecord } from '../records.ts';
import { append, change, invitationMessage, message, newConversation } from './change.ts';
import { CHAT_EVENTS, type Command, type Effect, type Given, type Operator, type Step } from './command.ts';
import { systemTexts } from './system-texts.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

export function operatorWrites(
  state: ConversationRecord,
  { by, content, invitation = null }: Of<'operator_writes'>,
  { now }: Given,
): Step {
  const messages = [...invitationMessage(invitation, now), message('operator', by, content, now)];
  const conversation = {
    ...state,
    waitingSince: null,
    assignedTo: state.assignedTo ?? by,
    readByOperator: state.lastSeq + messages.length,
  };
  return {
    write: {
      ...append(conversation, messages),
      reads: [{ accountId: EVERYONE, seq: state.lastSeq + messages.length }],
      calls: { accountIds: [], at: now },
    },
    effects: state.assignedTo === null ? acceptedBy(by) : [],
    refusal: null,
  };
}

export function note(state: ConversationRecord, { by, content }: Of<'note'>, { now }: Given): Step {
  const conversation = { ...state, readByOperator: state.lastSeq + 1 };
  return {
    write: {
      ...append(conversation, [message('note', by, content, now)]),
      reads: [{ accountId: by.id, seq: state.lastSeq + 1 }],
    },
    effects: [],
    refusal: null,
  };
}

/** The operator's first message to a visitor who has not written [C21]. */
export function invite(
  state: ConversationRecord | null,
  { by, visitor, content, invitation = null }: Of<'invite'>,
  given: Given,
): Step {
  if (state?.state === 'open')
    return operatorWrites(state, { type: 'operator_writes', by, content, invitation }, given);
  const messages = [...invitationMessage(invitation, given.now), message('operator', by, content, given.now)];
  const begun = newConversation(visitor, 'operator', given.newId(), given.now);
  const conversation: ConversationRecord = {
    ...begun,
    assignedTo: by,
    readByOperator: messages.length,
    invitation: { ruleId: null, variant: 0, text: content.text },
  };
  return {
    write: {
      ...append(conversation, messages, true),
      reads: [{ accountId: EVERYONE, seq: messages.length }],
    },
    effects: acceptedBy(by),
    refusal: null,
  };
}

/** Assignment, taking over, transfer [C9]. */
export function assign(
  state: ConversationRecord,
  { by, to, department, calls: accountIds = [] }: Of<'assign'>,
  { now, newId }: Given,
): Step {
  const conversation = { ...state, assignedTo: to, department: department?.id ?? state.department };
  const isAccepted = state.assignedTo === null && to !== null;
  const isOther = to?.id !== state.assignedTo?.id || conversation.department !== state.department;
  const updated: Effect[] = isOther ? [{ type: 'happening', event: 'chat_updated' }] : [];
  const effects = isAccepted ? acceptedBy(to) : updated;
  const text = saying(state, { by, to, department });
  const calls = isOther ? { calls: { accountIds, at: now } } : {};
  if (text === null) return { write: { ...change(conversation), ...calls }, effects, refusal: null };
  const messages = [message('system', by, { key: newId(), text, file: null }, now)];
  return {
    write: {
      ...append({ ...conversation, readByOperator: keptRead(state, messages.length) }, messages),
      ...calls,
    },
    effects,
    refusal: null,
  };
}

/** A closed conversation goes on, and lasts as if it had just been written in [C92, C6]. */
export function reopen(
  state: ConversationRecord,
  { by, waitingSince, hasOther }: Of<'reopen'>,
  { now, newId }: Given,
): Step {
  if (state.state === 'open') return { write: null, effects: [], refusal: null };
  if (hasOther) return { write: null, effects: [], refusal: 'already_open' };
  const text = systemTexts(state.context.language).reopened(by.name);
  const messages = [message('system', by, { key: newId(), text, file: null }, now)];
  const readByOperator = keptRead(state, messages.length);
  return {
    write: append({ ...state, state: 'open', closedAt: null, waitingSince, readByOperator }, messages),
    effects: [{ type: 'happening', event: 'chat_updated' }],
    refusal: null,
  };
}

/** A side that had read everything has read what the server adds, too. */
function keptRead({ readByOperator, lastSeq }: ConversationRecord, added: number): number {
  return readByOperator === lastSeq ? lastSeq + added : readByOperator;
}

function saying(
  state: ConversationRecord,
  { by, to, department }: Pick<Of<'assign'>, 'by' | 'to' | 'department'>,
): string | null {
  const texts = systemTexts(state.context.language);
  if (department !== null && department.id !== state.department)
    return texts.handedTo(by.name, department.name);
  if (to === null || state.assignedTo === null || to.id === state.assignedTo.id) return null;
  return to.id === by.id ? texts.tookOver(by.name) : texts.handedOver(by.name, to.name);
}

function acceptedBy(by: Operator): Effect[] {
  return [
    { type: 'accepted', by },
    { type: 'event', event: CHAT_EVENTS.established },
    { type: 'happening', event: 'chat_accepted' },
  ];
}
