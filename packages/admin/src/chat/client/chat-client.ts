/** The console behind its screens: one connection, what it knows, what is still to be sent. Outlives screens. */
import type { ChatFile, Contact, OperatorEvent, OperatorFrame } from '@goalpost/contract/chat';
import { createLine, type Line, type LineOptions } from '../socket.ts';
import { completeTo } from './message-log.ts';
import { outgoingFrame, type OutboxKeeper } from './outbox.ts';
import { reduce, type DeskEvent } from './reduce.ts';
import { EMPTY_DESK, type DeskState, type Outgoing } from './state.ts';
import { createStore, type Store } from './store.ts';

export interface Desk extends Store<DeskState> {
  /** Everything the server says, after the state has changed. */
  onServer(listener: (event: OperatorEvent, before: DeskState) => void): () => void;
  setOnline(online: boolean): void;
  /** Holds a conversation's messages from now on. */
  hold(conversationId: string): void;
  write(to: { conversationId: string; kind: Outgoing['kind']; text: string; file: ChatFile | null }): void;
  retry(key: string): void;
  drop(key: string): void;
  /** @returns the key under which `invitations` tells what became of it */
  invite(counterId: number, visitor: string, text: string): string;
  typing(conversationId: string): void;
  /** Everything shown so far has been read. */
  read(conversationId: string): void;
  assign(conversationId: string, to: string | null, department?: string | null): void;
  tag(conversationId: string, tags: readonly string[]): void;
  contact(conversationId: string, contact: Contact): void;
  block(conversationId: string, blocked: boolean): void;
  end(conversationId: string): void;
  /** A closed one goes on. */
  reopen(conversationId: string): void;
  watchPeople(people: boolean): void;
  /** Takes in conversations read over HTTP. */
  take(event: Extract<DeskEvent, { type: 'listed' }>): void;
  wake(): void;
  close(): void;
}

export interface DeskOptions {
  connect: LineOptions['connect'];
  newKey(): string;
  now(): number;
  keeper: OutboxKeeper;
}

/** Logs kept beside the one on screen; the oldest is dropped, and read again when it is opened. */
const HELD_LOGS = 30;
const TYPING_EVERY_MS = 3_000;
/** A message may be a moment behind the conversation that counts it. */
const GAP_MS = 1_000;

export function createDesk(options: DeskOptions): Desk {
  const store = createStore<DeskState>({ ...EMPTY_DESK, outbox: options.keeper.read() });
  const listeners = new Set<(event: OperatorEvent, before: DeskState) => void>();
  const held: string[] = [];
  const readSent = new Map<string, number>();
  let typedAt = 0;
  /** What the operator chose and the server has not heard yet; it keeps what it has heard [C48]. */
  let unsaid: boolean | null = null;
  let wantsPeople = true;
  let gapCheck: ReturnType<typeof setTimeout> | undefined;

  function apply(event: DeskEvent): void {
    const before = store.get();
    const next = reduce(before, event);
    store.set(next);
    if (next.outbox !== before.outbox) options.keeper.write(next.outbox);
  }

  function onEvent(event: OperatorEvent): void {
    const before = store.get();
    apply(event);
    if (event.type === 'welcome') {
      letGo(before, event.counters);
      returned();
    }
    if (event.type === 'message' || event.type === 'conversation' || event.type === 'history') watchGaps();
    for (const listener of listeners) listener(event, before);
  }

  const line: Line = createLine({
    connect: options.connect,
    onEvent,
    onState: (connection) => {
      if (connection === 'denied') held.length = 0;
      apply({ type: 'connection', connection });
    },
  });
  const send = (frame: OperatorFrame): boolean => line.send(frame);

  /** Connected, for the first time or again: says what was chosen, gets what was missed, sends what waits. */
  function returned(): void {
    if (unsaid !== null && unsaid !== store.get().online) say(unsaid);
    unsaid = null;
    if (!wantsPeople) send({ type: 'watch', people: false });
    readSent.clear();
    for (const id of held) ask(id);
    for (const one of store.get().outbox) if (one.refused === null) send(outgoingFrame(one));
    for (const one of store.get().invitations.values()) {
      const { key, counterId, visitor, text, outcome } = one;
      if (outcome.kind === 'waiting') send({ type: 'invite', key, counterId, visitor, text });
    }
  }

  /** Data of counters that were taken away is not asked for any more. */
  function letGo({ conversations }: DeskState, counters: readonly number[]): void {
    for (const id of held.slice()) {
      const counterId = conversations.get(id)?.counterId;
      if (counterId === undefined || counters.includes(counterId)) continue;
      held.splice(held.indexOf(id), 1);
      apply({ type: 'released', conversationId: id });
    }
  }

  function say(online: boolean): void {
    apply({ type: 'status', online });
    if (!send({ type: 'status', online })) unsaid = online;
  }

  function ask(conversationId: string): void {
    const log = store.get().logs.get(conversationId) ?? [];
    send({ type: 'open', conversationId, lastSeq: completeTo(log) });
  }

  /** Asks for what a log is missing, if it is still missing in a moment [C7]. */
  function watchGaps(): void {
    gapCheck ??= setTimeout(() => {
      gapCheck = undefined;
      const { logs, conversations } = store.get();
      for (const [id, log] of logs) {
        const last = Math.max(conversations.get(id)?.lastSeq ?? 0, log.at(-1)?.seq ?? 0);
        if (completeTo(log) < last) ask(id);
      }
    }, GAP_MS);
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    onServer: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setOnline: (online) => {
      say(online);
    },
    hold: (id) => {
      const at = held.indexOf(id);
      if (at >= 0) held.splice(at, 1);
      held.push(id);
      if (held.length > HELD_LOGS) apply({ type: 'released', conversationId: held.shift() ?? '' });
      if (at >= 0) return;
      apply({ type: 'held', conversationId: id });
      ask(id);
    },
    write: ({ conversationId, kind, text, file }) => {
      const key = options.newKey();
      const outgoing = { key, kind, conversationId, text, file, at: options.now(), refused: null };
      apply({ type: 'queued', outgoing });
      send(outgoingFrame(outgoing));
    },
    retry: (key) => {
      const outgoing = store.get().outbox.find((one) => one.key === key);
      if (outgoing === undefined) return;
      apply({ type: 'queued', outgoing: { ...outgoing, refused: null } });
      send(outgoingFrame(outgoing));
    },
    drop: (key) => apply({ type: 'dropped', key }),
    invite: (counterId, visitor, text) => {
      const key = options.newKey();
      const invitation = { key, counterId, visitor, text, outcome: { kind: 'waiting' } } as const;
      apply({ type: 'inviting', invitation });
      send({ type: 'invite', key, counterId, visitor, text });
      return key;
    },
    typing: (conversationId) => {
      if (options.now() - typedAt < TYPING_EVERY_MS) return;
      typedAt = options.now();
      send({ type: 'typing', conversationId });
    },
    read: (id) => {
      const seq = completeTo(store.get().logs.get(id) ?? []);
      const isCalled = (store.get().conversations.get(id)?.calledAt ?? null) !== null;
      if (seq === 0 || (seq <= (readSent.get(id) ?? 0) && !isCalled)) return;
      if (!send({ type: 'read', conversationId: id, seq })) return;
      readSent.set(id, seq);
      apply({ type: 'seen', conversationId: id });
    },
    assign: (conversationId, to, department = null) =>
      void send({ type: 'assign', conversationId, to, department }),
    tag: (conversationId, tags) => void send({ type: 'tags', conversationId, tags: [...tags] }),
    contact: (conversationId, contact) => void send({ type: 'contact', conversationId, contact }),
    block: (conversationId, blocked) => void send({ type: 'block', conversationId, blocked }),
    end: (conversationId) => void send({ type: 'close', conversationId }),
    reopen: (conversationId) => void send({ type: 'reopen', conversationId }),
    watchPeople: (people) => {
      if (people === wantsPeople) return;
      wantsPeople = people;
      send({ type: 'watch', people });
    },
    take: apply,
    wake: () => line.wake(),
    close: () => {
      clearTimeout(gapCheck);
      line.close();
      listeners.clear();
    },
  };
}
