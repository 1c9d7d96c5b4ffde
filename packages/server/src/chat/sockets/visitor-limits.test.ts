import { beforeEach, describe, expect, it } from 'vitest';
import { startTestChat, type TestChat } from '../test-chat.ts';
import { arrive, attend, exchange, TestVisitor } from '../test-people.ts';
import { settle } from '../test-wire.ts';
import { FRAME_LIMITS } from './frames.ts';
import { MAX_BUFFERED } from './base-connection.ts';
import { CLOSE } from './socket.ts';

let test: TestChat;
beforeEach(async () => {
  test = await startTestChat();
});

const message = (key: string, text: string) => ({ type: 'message', key, text, fileId: null });

describe('limits', () => {
  it('a socket that says far too much is limited, then cut off; others go on unharmed', async () => {
    const limited = await startTestChat(FRAME_LIMITS);
    const loud = await arrive(limited);
    const quiet = await arrive(limited);
    for (let index = 0; index < 1_000; index++) loud.frame(message(`loud-${index}-key`, 'x'));
    loud.wire?.deliverUp();
    quiet.write('key-00001', 'Hello');
    await exchange(quiet);
    expect(quiet.acked.size).toBe(1);
    await settle();
    loud.wire?.deliverDown();
    const stored = loud.wire?.received.filter(({ type }) => type === 'stored').length ?? 0;
    expect(stored).toBeLessThanOrEqual(FRAME_LIMITS.atOnce);
    expect(stored).toBeGreaterThan(FRAME_LIMITS.atOnce / 2);
    expect(loud.refused.filter((reason) => reason === 'too_fast')).toHaveLength(1_000 - stored);

    for (let index = 0; index < FRAME_LIMITS.abuse; index++) loud.frame({ type: 'ping' });
    loud.wire?.deliverUp();
    expect(loud.wire?.closedWith()).toBe(CLOSE.policy);
  });

  it('a refused frame says which message it was', async () => {
    const limited = await startTestChat({ ...FRAME_LIMITS, atOnce: 2 });
    const one = await arrive(limited);
    one.frame({ type: 'ping' });
    one.frame(message('key-00009', 'Hello'));
    await exchange(one);
    expect(one.wire?.received).toContainEqual({ type: 'refused', reason: 'too_fast', key: 'key-00009' });
    expect(one.acked.size).toBe(0);
    limited.pass(1_000);
    one.frame(message('key-00009', 'Hello'));
    await exchange(one);
    expect(one.acked.has('key-00009')).toBe(true);
  });

  it('a reader who does not keep up is sent away, and gets the rest on return [C7]', async () => {
    const one = await arrive(test);
    const ann = await attend(test);
    one.write('key-00001', 'Hello');
    await exchange(one, ann);
    one.wire?.setBuffered(MAX_BUFFERED + 1);
    ann.write('key-00002', one.conversationId ?? '', 'Hello');
    await exchange(ann);
    expect(one.wire?.closedWith()).toBe(CLOSE.tryAgain);
    one.connect();
    await exchange(one);
    expect(one.memory.messages(one.conversationId ?? '')).toHaveLength(2);
  });
});

describe('what the page tells', () => {
  it('of contacts reaches operators, and is an event once a conversation', async () => {
    const one = await arrive(test);
    const ann = await attend(test);
    one.frame({ type: 'contact', contact: { name: '<b>Eve</b>' } });
    one.write('key-00001', 'Hello');
    one.frame({ type: 'contact', contact: { email: 'eve@example.com' } });
    one.frame({ type: 'contact', contact: { name: '', phone: '123' } });
    await exchange(one, ann);
    expect(ann.conversations.get(one.conversationId ?? '')?.contact).toEqual({
      name: '<b>Eve</b>',
      email: 'eve@example.com',
      phone: '123',
    });
    expect(one.events.filter((event) => event === 'Jivo_User_gave_contacts_during_chat')).toHaveLength(1);
    expect(
      test.journaled.filter(({ event }) => event === 'Jivo_User_gave_contacts_during_chat'),
    ).toHaveLength(1);
  });

  it('of custom data reaches operators', async () => {
    const one = await arrive(test);
    const ann = await attend(test);
    one.write('key-00001', 'Hello');
    one.frame({ type: 'custom', fields: [{ title: 'Cart', content: '3 items' }] });
    await exchange(one, ann);
    expect(ann.conversations.get(one.conversationId ?? '')?.custom).toEqual([
      { title: 'Cart', content: '3 items' },
    ]);
  });

  it('of attributes joins what is known, reaches operators, and is told to whoever listens', async () => {
    const one = await arrive(test);
    const ann = await attend(test);
    one.frame({ type: 'attributes', attributes: { plan: 'trial', orders: 1 } });
    one.write('key-00001', 'Hello');
    await exchange(one, ann);
    one.frame({ type: 'attributes', attributes: { orders: 2.5, city: '<b>Graz</b>' } });
    await exchange(one, ann);
    const id = one.conversationId ?? '';
    expect(ann.conversations.get(id)?.attributes).toEqual({
      plan: 'trial',
      orders: 2.5,
      city: '<b>Graz</b>',
    });
    expect(test.happenings).toContainEqual(['chat_updated', id]);
  });

  it('of attributes is heard ten times an hour of each person, whatever the tab', async () => {
    const one = await arrive(test);
    const tab = new TestVisitor(test, one.visitor, one.jar);
    tab.connect();
    await exchange(tab);
    const other = await arrive(test);
    for (let n = 0; n < 6; n++) {
      for (const two of [one, tab]) two.frame({ type: 'attributes', attributes: { [`a${n}`]: n } });
      await exchange(one, tab);
    }
    expect([...one.refused, ...tab.refused]).toEqual(['too_fast', 'too_fast']);
    other.frame({ type: 'attributes', attributes: { a: 1 } });
    test.pass(3_600_000);
    one.frame({ type: 'attributes', attributes: { a5: 5 } });
    await exchange(one, other);
    expect([one.refused.length + tab.refused.length, other.refused]).toEqual([2, []]);
    const kept = [...test.store.all.people.values()].map(({ attributes }) => attributes);
    expect(kept).toEqual([{ a0: 0, a1: 1, a2: 2, a3: 3, a4: 4, a5: 5 }, { a: 1 }]);
  });

  it('of more attributes than a person may have is refused, and takes nothing away', async () => {
    const one = await arrive(test);
    const named = (from: number, to: number) =>
      Object.fromEntries(Array.from({ length: to - from }, (_, n) => [`a${from + n}`, n]));
    for (const attributes of [named(0, 40), named(40, 51), named(30, 50), named(0, 51)])
      one.frame({ type: 'attributes', attributes });
    await exchange(one);
    expect(one.refused).toEqual(['too_large', 'malformed']);
    const [person] = test.store.all.people.values();
    expect(Object.keys(person?.attributes ?? {})).toHaveLength(50);
  });

  it('gives a number when it is asked for, the same each time', async () => {
    const one = await arrive(test);
    const other = await arrive(test);
    for (const visitor of [one, one, other]) visitor.frame({ type: 'number' });
    await exchange(one, other);
    const numbers = (visitor: TestVisitor) =>
      visitor.wire?.received.flatMap((event) => (event.type === 'number' ? [event.number] : []));
    expect([numbers(one), numbers(other)]).toEqual([[1, 1], [2]]);
  });

  it('rates the conversation, also when it is closed', async () => {
    const one = await arrive(test);
    const ann = await attend(test);
    one.write('key-00001', 'Hello');
    await exchange(one, ann);
    ann.frame({ type: 'close', conversationId: one.conversationId });
    await exchange(ann, one);
    one.frame({ type: 'rate', rating: 4, comment: 'Quick' });
    await exchange(one, ann);
    expect(ann.conversations.get(one.conversationId ?? '')).toMatchObject({
      rating: 4,
      ratingComment: 'Quick',
      state: 'closed',
    });
    one.frame({ type: 'rate', rating: 5, comment: '' });
    await exchange(one, ann);
    const view = ann.conversations.get(one.conversationId ?? '');
    expect([view?.rating, view !== undefined && 'ratingComment' in view]).toEqual([5, false]);
  });
});
