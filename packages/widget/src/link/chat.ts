/** The visitor's side of the chat: takes what the server says, keeps what must not be lost, tells the window. */
import { assign, named, namesOf } from '../shared/plain.ts';
import type { VisitorFrame } from '@goalpost/contract/chat';
import { bag } from '../shared/globals.ts';
import type { Shell } from '../shared/shell.ts';
import { createEmitter } from './emitter.ts';
import { createBook } from './keep/message-store.ts';
import type { Kept } from './keep/consent.ts';
import type { Memory } from './keep/memory.ts';
import { createOutbox } from './keep/outbox.ts';
import type { Chat } from './model.ts';
import { type ChatState, isOnScreen, type LinkEvents, type PageEvents } from './state.ts';
import { joined } from './joined.ts';
import { takeEvent } from './take-event.ts';
import { createUnread } from './unread.ts';

/** A message that is not stored after this has met a bad network, or none. */
const LATE_MS = 3_000;
const LOST_MS = 10_000;

/** What a page before this one heard of it. */
const readTo = (memory: Memory, conversationId: string | undefined): number => {
  const kept = bag(memory.read('read'));
  return kept['conversationId'] === conversationId ? Number(kept['seq']) || 0 : 0;
};

export function createChat(
  shell: Shell,
  { memory, keep }: Pick<Kept, 'memory' | 'keep'>,
  report: (event: string, conversationId: string) => void,
): Chat {
  const book = createBook(memory);
  const outbox = createOutbox(memory, (key) => book.all().some((message) => message.key === key));
  const inner = createEmitter<LinkEvents>();
  const page = createEmitter<PageEvents>();
  const last = book.all()[book.all().length - 1];
  const state: ChatState = {
    settings: shell.settings,
    connected: false,
    late: false,
    online: shell.online,
    departments: undefined,
    department: null,
    conversation: last ? { id: last.conversationId, state: 'open', operator: null } : null,
    invitation: null,
    contact: {},
    readByOperator: readTo(memory, last?.conversationId),
    unread: 0,
    open: false,
    phone: shell.phone,
  };
  let isReady = false;
  let waiting: number | undefined;
  const unsaid = named<VisitorFrame>();

  const chat: Chat = {
    shell,
    memory,
    state,
    book,
    outbox,
    inner,
    page,
    unread: createUnread(() => chat),
    numbers: createEmitter(),
    isReady: () => isReady,
    ready: () => {
      isReady = true;
      page.emit('ready', null);
    },
    unsaid,
    line: undefined,
    flying: null,
    asked: null,
    report,
    secret: () => {
      const secret = memory.read('secret');
      return typeof secret === 'string' ? secret : null;
    },
    change: (changes) => {
      assign(state, changes);
      inner.emit('state', null);
    },
    add: (messages) => {
      const fresh = book.add(messages);
      for (const { key } of messages) outbox.take(key);
      if (fresh.length === 0) return;
      inner.emit('messages', fresh);
      inner.emit('outbox', null);
      chat.unread.count(fresh);
    },
    keep: () => {
      const had = chat.secret();
      keep();
      // Another tab has been given one: this is the same visitor from now on.
      if (chat.secret() !== had) chat.line?.again();
    },
    consent: () => (shell.asks === 'ask' ? !!shell.agreed : undefined),
    write: (text, file, contact) => {
      chat.keep();
      outbox.put({ text, file, contact, department: state.department });
      page.emit('message', { from: 'visitor', text });
      inner.emit('outbox', null);
      chat.line?.hurry();
      chat.pump();
    },
    pump: () => {
      if (chat.flying !== null) return;
      const [next] = outbox.all();
      if (next === undefined) return;
      const { key, text, file, contact, department } = next;
      const standing = isOnScreen(state);
      const isSent = chat.line?.send(
        contact
          ? { type: 'offline', key, text, contact, department, standing }
          : { type: 'message', key, text, fileId: file?.id ?? null, department, standing },
      );
      if (!isSent) return;
      chat.flying = key;
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        chat.change({ late: true });
        chat.line?.doubt();
        // The connection is alive, and still no answer: it is sent again, by the same key.
        waiting = setTimeout(() => chat.line?.again(), LOST_MS);
      }, LATE_MS);
    },
    settled: () => {
      clearTimeout(waiting);
      if (state.late) chat.change({ late: false });
    },
    take: (event) => takeEvent(chat, event),
    say: (frame) => {
      if (chat.line?.send(frame)) return;
      const name = frame.type === 'invitation' ? `${frame.type}.${frame.event}` : frame.type;
      unsaid[name] = joined(unsaid[name], frame);
    },
  };
  inner.on('state', () => {
    if (!state.connected) return;
    for (const name of namesOf(unsaid)) {
      const frame = unsaid[name]!;
      delete unsaid[name];
      chat.line?.send(frame);
    }
  });
  return chat;
}
