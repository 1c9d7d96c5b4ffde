/** How the console's knowledge changes with what the server says and what the operator does. Pure. */
import type { ChatMessage, ConversationView, OperatorEvent, Person } from '@goalpost/contract/chat';
import { merged } from './message-log.ts';
import {
  EMPTY_DESK,
  personKey,
  type ConnectionState,
  type DeskState,
  type InvitationSent,
  type Outgoing,
} from './state.ts';

/** What happens on this side. */
export type LocalEvent =
  | { readonly type: 'connection'; readonly connection: ConnectionState }
  | { readonly type: 'held'; readonly conversationId: string }
  | { readonly type: 'released'; readonly conversationId: string }
  /** Conversations read over HTTP. */
  | { readonly type: 'listed'; readonly conversations: readonly ConversationView[] }
  | { readonly type: 'queued'; readonly outgoing: Outgoing }
  | { readonly type: 'dropped'; readonly key: string }
  | { readonly type: 'inviting'; readonly invitation: InvitationSent }
  | { readonly type: 'seen'; readonly conversationId: string };

export type DeskEvent = OperatorEvent | LocalEvent;

export function reduce(state: DeskState, event: DeskEvent): DeskState {
  switch (event.type) {
    case 'welcome':
      return welcomed(state, event);
    case 'conversation':
      return { ...state, conversations: put(state.conversations, event.conversation) };
    case 'gone':
      return gone(state, event.conversationId);
    case 'listed':
      return { ...state, conversations: listed(state.conversations, event.conversations) };
    case 'called':
      // The conversation itself has come before, with the call in it.
      return state;
    case 'history':
      return withMessages(state, event.conversationId, event.messages);
    case 'message':
      return arrived(state, event.message);
    case 'stored':
      return stored(state, event.key, event.message);
    case 'typing':
      return { ...state, typing: withTyping(state.typing, event.conversationId, event.text) };
    case 'read':
      return { ...state, readTo: new Map(state.readTo).set(event.conversationId, event.seq) };
    case 'people':
      return moved(state, event);
    case 'status':
      return { ...state, online: event.online };
    case 'refused':
      return refused(state, event);
    case 'pong':
      return state;
    default:
      return locally(state, event);
  }
}

function locally(state: DeskState, event: LocalEvent): DeskState {
  switch (event.type) {
    case 'connection':
      // Who was cut off is shown nothing of it any more; what they have written and is not sent stays theirs.
      if (event.connection === 'denied') return { ...EMPTY_DESK, connection: 'denied', outbox: state.outbox };
      return { ...state, connection: event.connection, typing: new Map() };
    case 'held':
      return state.logs.has(event.conversationId)
        ? state
        : { ...state, logs: new Map(state.logs).set(event.conversationId, []) };
    case 'released': {
      const logs = new Map(state.logs);
      logs.delete(event.conversationId);
      return { ...state, logs };
    }
    case 'queued':
      return { ...state, outbox: [...without(state.outbox, event.outgoing.key), event.outgoing] };
    case 'dropped':
      return { ...state, outbox: without(state.outbox, event.key) };
    case 'inviting':
      return {
        ...state,
        invitations: new Map(state.invitations).set(event.invitation.key, event.invitation),
      };
    case 'seen': {
      const view = state.conversations.get(event.conversationId);
      return view === undefined || (view.unread === 0 && (view.calledAt ?? null) === null)
        ? state
        : { ...state, conversations: put(state.conversations, { ...view, unread: 0, calledAt: null }) };
    }
    default:
      // Something a later server says.
      return state;
  }
}

type Of<T extends OperatorEvent['type']> = Extract<OperatorEvent, { type: T }>;

function welcomed(state: DeskState, { me, counters, conversations, people }: Of<'welcome'>): DeskState {
  // Closed ones came over HTTP; what was open and is not named any more was closed since, or is not ours.
  const closed = [...state.conversations.values()].filter(
    (known) => known.state === 'closed' && counters.includes(known.counterId),
  );
  const views = new Map([...closed, ...conversations].map((view) => [view.id, view] as const));
  return {
    ...state,
    connection: 'open',
    known: true,
    me: { id: me.id, name: me.name },
    online: me.online,
    counters,
    conversations: views,
    typing: new Map(),
    people: new Map(people.map((person) => [personKey(person.counterId, person.visitor), person])),
  };
}

function gone(state: DeskState, id: string): DeskState {
  const [conversations, logs, typing] = [
    new Map(state.conversations),
    new Map(state.logs),
    new Map(state.typing),
  ];
  for (const known of [conversations, logs, typing]) known.delete(id);
  return { ...state, conversations, logs, typing };
}

const put = (views: DeskState['conversations'], view: ConversationView): DeskState['conversations'] =>
  new Map(views).set(view.id, view);

/** What came over the socket is newer than a list that was asked for before. */
function listed(
  views: DeskState['conversations'],
  found: readonly ConversationView[],
): DeskState['conversations'] {
  const all = new Map(views);
  for (const view of found) {
    const known = all.get(view.id);
    if (known === undefined || known.lastSeq <= view.lastSeq) all.set(view.id, view);
  }
  return all;
}

function withMessages(state: DeskState, id: string, messages: readonly ChatMessage[]): DeskState {
  const log = state.logs.get(id);
  if (log === undefined) return state;
  const keys = new Set(messages.map(({ key }) => key));
  const outbox = state.outbox.filter((one) => one.conversationId !== id || !keys.has(one.key));
  return { ...state, outbox, logs: new Map(state.logs).set(id, merged(log, messages)) };
}

function arrived(state: DeskState, message: ChatMessage): DeskState {
  const next = withMessages(state, message.conversationId, [message]);
  if (message.kind !== 'visitor') return next;
  return { ...next, typing: withTyping(next.typing, message.conversationId, '') };
}

function stored(state: DeskState, key: string, message: ChatMessage): DeskState {
  const invitation = state.invitations.get(key);
  const next = withMessages(state, message.conversationId, [message]);
  const outbox = without(next.outbox, key);
  if (invitation === undefined) return { ...next, outbox };
  const outcome = { kind: 'stored', conversationId: message.conversationId } as const;
  return { ...next, outbox, invitations: new Map(state.invitations).set(key, { ...invitation, outcome }) };
}

function refused(state: DeskState, { reason, key }: Of<'refused'>): DeskState {
  const invitation = key === null ? undefined : state.invitations.get(key);
  if (invitation !== undefined) {
    const outcome = { kind: 'refused', reason } as const;
    const invitations = new Map(state.invitations).set(invitation.key, { ...invitation, outcome });
    return { ...state, invitations };
  }
  if (state.outbox.some((one) => one.key === key)) {
    const outbox = state.outbox.map((one) => (one.key === key ? { ...one, refused: reason } : one));
    return { ...state, outbox };
  }
  return { ...state, refusal: { reason, n: (state.refusal?.n ?? 0) + 1 } };
}

const without = (outbox: readonly Outgoing[], key: string): readonly Outgoing[] =>
  outbox.filter((one) => one.key !== key);

function withTyping(
  typing: ReadonlyMap<string, string>,
  id: string,
  text: string,
): ReadonlyMap<string, string> {
  if (text === '' && !typing.has(id)) return typing;
  const next = new Map(typing);
  if (text === '') next.delete(id);
  else next.set(id, text);
  return next;
}

/** Pages remembered of one person. */
const TRAIL = 50;

function moved(state: DeskState, { counterId, changed, left }: Of<'people'>): DeskState {
  const people = new Map<string, Person>(state.people);
  const trails = new Map(state.trails);
  for (const visitor of left) {
    people.delete(personKey(counterId, visitor));
    trails.delete(personKey(counterId, visitor));
  }
  for (const person of changed) {
    const key = personKey(counterId, person.visitor);
    const before = people.get(key);
    people.set(key, person);
    if (before === undefined || before.url === person.url) continue;
    const { url, title } = before;
    trails.set(key, [...(trails.get(key) ?? []), { url, title }].slice(-TRAIL));
  }
  return { ...state, people, trails };
}
