import type { OperatorEvent, OperatorFrame } from '@goalpost/contract/chat';
import type { WireEvents } from '@goalpost/contract/chat/polling';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDesk } from './chat-client.ts';
import { outboxIn } from './outbox.ts';
import { conversation, message, welcome } from './test-client.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

function setUp(kept = storage()) {
  let events: WireEvents | undefined;
  let sent: OperatorFrame[] = [];
  let keys = 0;
  const desk = createDesk({
    connect: (on) => {
      events = on;
      return { send: (text) => void sent.push(JSON.parse(text) as OperatorFrame), close: () => undefined };
    },
    newKey: () => `own-key-${++keys}`,
    now: () => Date.now(),
    keeper: outboxIn(kept),
  });
  return {
    desk,
    say: (event: OperatorEvent) => events?.said(JSON.stringify(event)),
    drop: () => events?.closed(1006),
    cutOff: () => events?.closed(4401),
    /** Frames since the last time. */
    taken: () => {
      const frames = sent;
      sent = [];
      return frames;
    },
  };
}

it('[C2] sends what waits again under its key after coming back, and also after a reload', () => {
  const kept = storage();
  const { desk, say, drop, taken } = setUp(kept);
  say(welcome({ conversations: [conversation()] }));
  desk.write({ conversationId: 'c1', kind: 'message', text: 'one', file: null });
  const [first] = taken();
  drop();
  desk.write({ conversationId: 'c1', kind: 'note', text: 'two', file: null });
  vi.advanceTimersByTime(1_000);
  say(welcome());
  expect(taken()).toEqual([first, { type: 'note', conversationId: 'c1', key: 'own-key-2', text: 'two' }]);

  const again = setUp(kept);
  again.say(welcome());
  expect(again.taken()).toMatchObject([{ key: 'own-key-1' }, { key: 'own-key-2' }]);
  again.say({ type: 'stored', key: 'own-key-1', message: message(1, { key: 'own-key-1' }) });
  expect(outboxIn(kept).read()).toMatchObject([{ key: 'own-key-2' }]);
});

it('[C7] says the last number it has of each conversation it holds', () => {
  const { desk, say, drop, taken } = setUp();
  say(welcome());
  desk.hold('c1');
  desk.hold('c2');
  say({ type: 'history', conversationId: 'c1', messages: [message(1), message(2)] });
  taken();
  drop();
  vi.advanceTimersByTime(1_000);
  say(welcome());
  expect(taken()).toEqual([
    { type: 'open', conversationId: 'c1', lastSeq: 2 },
    { type: 'open', conversationId: 'c2', lastSeq: 0 },
  ]);
});

it('[C4] lets go of what belongs to a counter that was taken away', () => {
  const { desk, say, taken } = setUp();
  const others = { id: 'c2', counterId: 2 };
  say(welcome({ counters: [1, 2], conversations: [conversation(), conversation(others)] }));
  say({ type: 'conversation', conversation: conversation({ ...others, state: 'closed' }) });
  for (const id of ['c1', 'c2']) desk.hold(id);
  say({ type: 'history', conversationId: 'c2', messages: [message(1, { conversationId: 'c2' })] });
  taken();
  say(welcome({ counters: [1], conversations: [conversation()] }));
  expect(taken()).toEqual([{ type: 'open', conversationId: 'c1', lastSeq: 0 }]);
  expect([...desk.get().conversations.keys()]).toEqual(['c1']);
  expect(desk.get().logs.has('c2')).toBe(false);
});

it('[C4] shows nothing more to somebody who was cut off, and begins anew when let in again', () => {
  const { desk, say, cutOff, taken } = setUp();
  say(welcome({ conversations: [conversation()] }));
  desk.hold('c1');
  say({ type: 'history', conversationId: 'c1', messages: [message(1)] });
  desk.write({ conversationId: 'c1', kind: 'message', text: 'not sent', file: null });
  cutOff();
  const { connection, known, conversations, logs, people, outbox } = desk.get();
  expect({ connection, known }).toEqual({ connection: 'denied', known: false });
  expect([conversations.size, logs.size, people.size, outbox.length]).toEqual([0, 0, 0, 1]);
  taken();
  desk.wake();
  say(welcome({ conversations: [conversation()] }));
  desk.hold('c1');
  expect(taken()).toContainEqual({ type: 'open', conversationId: 'c1', lastSeq: 0 });
});

it('[C7] asks for what is missing from a log, but not for what is just on its way', () => {
  const { desk, say, taken } = setUp();
  say(welcome({ conversations: [conversation()] }));
  desk.hold('c1');
  taken();
  say({ type: 'conversation', conversation: conversation({ lastSeq: 1 }) });
  say({ type: 'message', message: message(1) });
  vi.advanceTimersByTime(2_000);
  expect(taken()).toEqual([]);
  say({ type: 'message', message: message(4) });
  vi.advanceTimersByTime(2_000);
  expect(taken()).toEqual([{ type: 'open', conversationId: 'c1', lastSeq: 1 }]);
});

it('[C48] takes from the server whether one is away, but for what was chosen without a line', () => {
  const { desk, say, drop, taken } = setUp();
  const away = { me: { id: 'me', name: 'Olga', online: false } };
  say(welcome(away));
  expect(desk.get().online).toBe(false);
  expect(taken()).toEqual([]);
  drop();
  desk.setOnline(true);
  expect(desk.get().online).toBe(true);
  vi.advanceTimersByTime(1_000);
  say(welcome(away));
  expect(taken()).toEqual([{ type: 'status', online: true }]);
  expect(desk.get().online).toBe(true);
  drop();
  vi.advanceTimersByTime(1_000);
  say(welcome(away));
  expect(taken()).toEqual([]);
  expect(desk.get().online).toBe(false);
});

it('says once that a message was read', () => {
  const { desk, say, taken } = setUp();
  say(welcome({ conversations: [conversation({ unread: 1, lastSeq: 1 })] }));
  desk.hold('c1');
  say({ type: 'history', conversationId: 'c1', messages: [message(1)] });
  taken();
  desk.read('c1');
  desk.read('c1');
  expect(taken()).toEqual([{ type: 'read', conversationId: 'c1', seq: 1 }]);
  expect(desk.get().conversations.get('c1')?.unread).toBe(0);
});

it('passes over an outbox that somebody else wrote', () => {
  const kept = storage();
  kept.setItem('goalpost.outbox', '[{"key":1},null,"x"]');
  expect(outboxIn(kept).read()).toEqual([]);
  kept.setItem('goalpost.outbox', '{');
  expect(outboxIn(kept).read()).toEqual([]);
});
