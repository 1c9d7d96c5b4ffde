import { MAX_MESSAGE_LENGTH, type VisitorEvent } from '@goalpost/contract/chat';
import { beforeEach, describe, expect, it } from 'vitest';
import { COUNTER, counterConfig, OTHER_COUNTER, startTestChat, type TestChat } from '../test-chat.ts';
import { arrive, attend, exchange, TestVisitor } from '../test-people.ts';
import { HELLO, settle, type TestWire } from '../test-wire.ts';
import { CLOSE } from './socket.ts';

let test: TestChat;
beforeEach(async () => {
  test = await startTestChat();
});

async function say(wire: TestWire<VisitorEvent>, ...frames: object[]): Promise<readonly VisitorEvent[]> {
  for (const frame of frames) wire.send(frame);
  wire.deliverUp();
  await settle();
  wire.deliverDown();
  return wire.received;
}

const message = (key: string, text: string) => ({ type: 'message', key, text, fileId: null });

describe('hello', () => {
  it('comes first: anything else ends the socket', async () => {
    const wire = test.visitor();
    expect(await say(wire, message('key-00001', 'Hello'))).toEqual([
      { type: 'refused', reason: 'malformed', key: null },
    ]);
    expect(wire.closedWith()).toBe(CLOSE.policy);
  });

  it.each([
    ['an unknown counter', 999, {}, 'unknown_counter', CLOSE.unknown],
    ['another version', COUNTER, { version: 2 }, 'version', CLOSE.policy],
    ['a visitor that is no number', COUNTER, { visitor: 'x' }, 'malformed', CLOSE.policy],
  ])('of %s is refused', async (_name, counter, changes, reason, code) => {
    const wire = test.visitor(counter);
    expect(await say(wire, { ...HELLO, ...changes })).toEqual([{ type: 'refused', reason, key: null }]);
    expect(wire.closedWith()).toBe(code);
  });

  it.each([
    `${COUNTER / 10}e1`,
    `0x${COUNTER.toString(16)}`,
    ` ${COUNTER}`,
    `${COUNTER}.0`,
    `+${COUNTER}`,
    '',
  ])('of a counter written as "%s" is refused', async (counter) => {
    expect(await say(test.visitor(counter), HELLO)).toMatchObject([{ reason: 'unknown_counter' }]);
  });

  it('of a deleted counter is refused, and of one whose chat is off', async () => {
    test.configs.set(COUNTER, counterConfig(COUNTER, { status: 'Deleted' }));
    expect(await say(test.visitor(), HELLO)).toMatchObject([{ reason: 'unknown_counter' }]);
    test.configs.set(OTHER_COUNTER + 1, counterConfig(OTHER_COUNTER + 1));
    expect(await say(test.visitor(OTHER_COUNTER + 1), HELLO)).toMatchObject([{ reason: 'disabled' }]);
  });

  it.each([
    ['https://www.shop.example/boots', null],
    ['https://evil.example/', 'denied'],
  ])('of a counter that takes hits of its own sites only, from %s', async (url, reason) => {
    test.configs.set(COUNTER, counterConfig(COUNTER, { onlyHosts: true }));
    const [first] = await say(test.visitor(), { ...HELLO, page: { ...HELLO.page, url } });
    expect(first).toMatchObject(reason === null ? { type: 'welcome' } : { type: 'refused', reason });
  });

  it('is not said twice', async () => {
    const events = await say(test.visitor(), HELLO, HELLO);
    expect(events.map(({ type }) => type)).toEqual(['welcome', 'refused']);
  });
});

describe('whose conversation it is', () => {
  it('[C4] is decided by the secret, not by the visitor’s number', async () => {
    const owner = await arrive(test);
    owner.write('key-00001', 'My card number is …');
    await exchange(owner);
    const thief = new TestVisitor(test, owner.visitor, { secret: null });
    thief.connect();
    await exchange(thief);
    expect(thief.conversationId).toBeNull();
    expect(thief.memory.conversations.size).toBe(0);
    thief.write('key-00002', 'What did I say?');
    await exchange(thief, owner);
    expect(thief.conversationId).not.toBe(owner.conversationId);
    expect(owner.memory.messages(owner.conversationId ?? '')).toHaveLength(1);
  });

  it.each([
    ['made up', () => 'x'.repeat(43)],
    ['made up, with a mark', () => `${'x'.repeat(43)}.${'y'.repeat(22)}`],
    ['of another counter', (secret: string) => secret],
  ])('[C4] a secret that is %s is replaced by a new one', async (name, forge) => {
    const owner = await arrive(test);
    const forged = forge(owner.jar.secret ?? '');
    const wire = test.visitor(name === 'of another counter' ? OTHER_COUNTER : COUNTER);
    const [welcome] = await say(wire, { ...HELLO, secret: forged });
    expect(welcome).toMatchObject({ type: 'welcome', conversation: null });
    expect(welcome?.type === 'welcome' && welcome.secret).not.toBe(forged);
    expect(welcome?.type === 'welcome' && welcome.secret).toEqual(expect.any(String));
  });

  it('is told with how far an operator has read it, and who takes it up before what they say', async () => {
    const one = await arrive(test);
    const ann = await attend(test);
    one.write('key-00001', 'Hello');
    await exchange(one, ann);
    const read = async () => {
      one.connect();
      await exchange(one);
      const [welcome] = one.wire?.received ?? [];
      return welcome?.type === 'welcome' ? welcome.readByOperator : null;
    };
    expect(await read()).toBe(0);
    ann.frame({ type: 'read', conversationId: one.conversationId ?? '', seq: 1 });
    await exchange(ann);
    expect(await read()).toBe(1);
    const told = one.wire?.received.length;
    ann.write('key-00002', one.conversationId ?? '', 'Hi');
    await exchange(ann, one);
    expect(one.wire?.received.slice(told)).toMatchObject([
      { type: 'accepted', operator: 'Ann' },
      { type: 'event', event: 'Jivo_Chat_established' },
      { type: 'message', message: { text: 'Hi' } },
    ]);
    expect(await read()).toBe(2);
  });

  it('[C7] is told whole to a tab that comes while another writes the very first message', async () => {
    const one = await arrive(test);
    const tab = new TestVisitor(test, one.visitor, one.jar);
    one.write('key-00001', 'Hello');
    tab.connect();
    for (const client of [one, tab]) client.wire?.deliverUp();
    await exchange(one, tab);
    one.write('key-00002', 'Anybody?');
    await exchange(one, tab);
    expect(tab.memory.messages(one.conversationId ?? '').map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('[C4] is good for as long as the browser keeps it, also before anything was written', async () => {
    const owner = await arrive(test);
    const { secret } = owner.jar;
    expect(test.store.all.people.size).toBe(0);
    await test.restart();
    owner.connect();
    await exchange(owner);
    expect(owner.jar.secret).toBe(secret);
    owner.write('key-00001', 'Hello');
    await exchange(owner);
    const again = new TestVisitor(test, owner.visitor, { secret });
    again.connect();
    await exchange(again);
    expect(again.memory.messages(again.conversationId ?? '').map(({ text }) => text)).toEqual(['Hello']);
    // Only its digest is kept.
    expect(JSON.stringify([...test.store.all.people])).not.toContain(secret?.slice(0, 20));
  });
});

describe('messages', () => {
  it('[C2] of the same key are one, and answered with the number that it got', async () => {
    const one = await arrive(test);
    for (let time = 0; time < 3; time++) one.frame(message('key-00001', 'Hello'));
    await exchange(one);
    const stored = one.wire?.received.filter(({ type }) => type === 'stored');
    expect(stored).toHaveLength(3);
    expect(new Set(stored?.map((event) => JSON.stringify(event))).size).toBe(1);
    expect(test.journaled).toHaveLength(1);
  });

  it('[C2] that come again after their conversation was closed open no other', async () => {
    const one = await arrive(test);
    const ann = await attend(test);
    one.frame(message('key-00001', 'Hello'));
    await exchange(one, ann);
    ann.frame({ type: 'close', conversationId: one.conversationId });
    await exchange(ann, one);
    one.frame(message('key-00001', 'Hello'));
    await exchange(one);
    expect(test.store.all.conversations.size).toBe(1);
  });

  it('[C2] whose key is that of somebody else’s message are refused', async () => {
    const one = await arrive(test);
    const ann = await attend(test);
    one.write('key-00001', 'Hello');
    await exchange(one, ann);
    ann.note('key-of-a-note', one.conversationId ?? '', 'A difficult one');
    await exchange(ann);
    one.write('key-of-a-note', 'What does it say?');
    await exchange(one);
    expect(one.refused).toEqual(['denied']);
    expect(JSON.stringify(one.wire?.received)).not.toContain('difficult');
  });

  it('[C7, C8] missed meanwhile are there on return, without notes', async () => {
    const one = await arrive(test);
    const ann = await attend(test);
    one.write('key-00001', 'Hello');
    await exchange(one, ann);
    one.disconnect();
    const id = one.conversationId ?? '';
    ann.write('key-00002', id, 'Hello');
    ann.note('key-00003', id, 'A difficult one');
    ann.write('key-00004', id, 'Still there?');
    await exchange(ann);
    one.connect();
    await exchange(one);
    const [welcome] = one.wire?.received ?? [];
    expect(welcome?.type === 'welcome' && welcome.messages.map(({ seq, text }) => [seq, text])).toEqual([
      [2, 'Hello'],
      [4, 'Still there?'],
    ]);
  });

  it('[C7] come whole and in order, whatever the gap', async () => {
    const one = await arrive(test);
    const ann = await attend(test);
    one.write('key-00001', 'Hello');
    await exchange(one, ann);
    one.disconnect();
    for (let index = 0; index < 450; index++)
      ann.write(`answer-${String(index).padStart(4, '0')}`, one.conversationId ?? '', String(index));
    // Of one sender's frames, others have their turn after each.
    for (let some = 0; some < 450; some += 50) await exchange(ann);
    one.connect();
    await exchange(one);
    expect(one.memory.order.get(one.conversationId ?? '')).toEqual(
      Array.from({ length: 451 }, (_, index) => index + 1),
    );
  });

  it('[C7] of a conversation that the client does not know of come from its beginning', async () => {
    const one = await arrive(test);
    const ann = await attend(test);
    for (const key of ['key-00001', 'key-00002', 'key-00003']) one.write(key, key);
    await exchange(one, ann);
    ann.frame({ type: 'close', conversationId: one.conversationId });
    await exchange(ann);
    const old = one.conversationId;
    one.disconnect();
    await test.tick('people');
    ann.invite('invite-0001', one.visitor, 'One more thing');
    await exchange(ann);
    one.connect();
    await exchange(one);
    expect(one.conversationId).not.toBe(old);
    expect(one.memory.messages(one.conversationId ?? '').map(({ text }) => text)).toEqual(['One more thing']);
  });

  it('of two tabs reach both, each its own as acknowledged', async () => {
    const one = await arrive(test);
    const tab = new TestVisitor(test, one.visitor, one.jar);
    tab.connect();
    await exchange(tab);
    one.write('key-00001', 'Hello');
    await exchange(one, tab);
    tab.write('key-00002', 'Hello from here');
    await exchange(one, tab);
    expect(tab.memory.messages(tab.conversationId ?? '')).toEqual(
      one.memory.messages(one.conversationId ?? ''),
    );
    expect(one.acked.size + tab.acked.size).toBe(2);
  });

  it('are stored although the page was closed at once', async () => {
    const one = await arrive(test);
    one.write('key-00001', 'Goodbye');
    one.wire?.deliverUp();
    one.disconnect();
    await settle();
    expect([...test.store.all.messages.values()].flat().map(({ text }) => text)).toEqual(['Goodbye']);
    expect(test.journaled).toHaveLength(1);
  });

  it.each([
    ['too long', { text: 'x'.repeat(MAX_MESSAGE_LENGTH + 1) }, 'too_long'],
    ['empty', { text: ' ' }, 'malformed'],
    ['without a key that is one', { text: 'Hello', key: 'short' }, 'malformed'],
    ['with a file that is not theirs', { text: '', fileId: 'unknown' }, 'not_found'],
  ])('[C10] that are %s are refused, and the socket goes on', async (_name, changes, reason) => {
    const one = await arrive(test);
    one.frame({ ...message('key-00001', ''), ...changes });
    one.frame({ type: 'ping' });
    await exchange(one);
    expect(one.refused).toEqual([reason]);
    expect(one.wire?.received.at(-1)).toEqual({ type: 'pong' });
    expect(test.store.all.messages.size).toBe(0);
  });

  it('of whoever is blocked are refused', async () => {
    const one = await arrive(test);
    const ann = await attend(test);
    one.write('key-00001', 'Spam');
    await exchange(one, ann);
    ann.frame({ type: 'block', conversationId: one.conversationId, blocked: true });
    await exchange(ann);
    one.write('key-00002', 'More spam');
    await exchange(one, ann);
    expect(one.refused).toEqual(['blocked']);
    expect(ann.conversations.get(one.conversationId ?? '')?.blocked).toBe(true);
  });
});
