import { beforeEach, describe, expect, it } from 'vitest';
import { COUNTER, OTHER_COUNTER, startTestChat, type TestChat } from '../test-chat.ts';
import { arrive, attend, closeForGood, exchange, TestOperator, type TestVisitor } from '../test-people.ts';
import { CLOSE } from './socket.ts';

let test: TestChat;
beforeEach(async () => {
  test = await startTestChat();
});

/** A visitor with a conversation, and an operator who sees it. */
async function talking() {
  const visitor = await arrive(test);
  const ann = await attend(test);
  visitor.write('key-00001', 'Hello');
  await exchange(visitor, ann);
  return { visitor, ann, id: visitor.conversationId ?? '' };
}

describe('an operator', () => {
  it('who is nobody is turned away', async () => {
    const stranger = new TestOperator(test, 'stranger');
    stranger.connect();
    await exchange(stranger);
    expect(stranger.wire?.received).toEqual([{ type: 'refused', reason: 'denied', key: null }]);
    expect(stranger.wire?.closedWith()).toBe(CLOSE.denied);
  });

  it('sees the conversations and people of their counters, and of no others', async () => {
    const { visitor, id } = await talking();
    test.permissions.set('cat', new Map([[OTHER_COUNTER, 'own']]));
    const cat = await attend(test, 'cat');
    const bob = await attend(test, 'bob');
    expect([...bob.conversations.keys()]).toEqual([id]);
    expect([...bob.people]).toEqual([visitor.visitor]);
    visitor.write('key-00002', 'A secret');
    await test.tick('people');
    await exchange(visitor, cat);
    expect(cat.wire?.received).toEqual([
      expect.objectContaining({ type: 'welcome', counters: [OTHER_COUNTER], conversations: [], people: [] }),
    ]);
  });

  it.each([
    ['message', { key: 'key-00009', text: 'Hello', fileId: null }],
    ['note', { key: 'key-00009', text: 'Hello' }],
    ['open', { lastSeq: 0 }],
    ['typing', {}],
    ['read', { seq: 1 }],
    ['assign', { to: null, department: null }],
    ['tags', { tags: ['x'] }],
    ['contact', { contact: { name: 'X' } }],
    ['block', { blocked: true }],
    ['close', {}],
  ])('[C4] has a %s for somebody else’s conversation refused, and it is logged', async (type, rest) => {
    const { visitor, id } = await talking();
    test.permissions.set('cat', new Map([[OTHER_COUNTER, 'own']]));
    const cat = await attend(test, 'cat');
    const before = JSON.stringify([[...test.store.all.conversations], [...test.store.all.people]]);
    cat.frame({ type, conversationId: id, ...rest });
    await exchange(cat, visitor);
    expect(cat.refused).toEqual(['denied']);
    expect(test.logged.join()).toContain('"accountId":"cat"');
    expect(JSON.stringify([[...test.store.all.conversations], [...test.store.all.people]])).toBe(before);
    expect(visitor.wire?.received.map((event) => event.type)).not.toContain('typing');
  });

  it('[C4] may not invite to another counter', async () => {
    const { visitor } = await talking();
    test.permissions.set('cat', new Map([[OTHER_COUNTER, 'own']]));
    const cat = await attend(test, 'cat');
    cat.invite('key-00009', visitor.visitor, 'Hello');
    await exchange(cat);
    expect(cat.refused).toEqual(['denied']);
  });

  it('who may only look, looks only, and makes nothing online [C41]', async () => {
    test.permissions.set('bob', new Map([[COUNTER, 'view']]));
    const bob = await attend(test, 'bob');
    const visitor = await arrive(test);
    expect(visitor.online).toBe(false);
    visitor.write('key-00001', 'Hello');
    await exchange(visitor, bob);
    const id = visitor.conversationId ?? '';
    bob.open(id);
    bob.write('key-00002', id, 'Hello');
    await exchange(bob);
    expect(bob.memory.messages(id)).toHaveLength(1);
    expect(bob.refused).toEqual(['denied']);
  });

  it.each([
    ['at the next frame', async (ann: TestOperator) => ann.frame({ type: 'status', online: true })],
    ['without saying a word', async () => test.tick('operators')],
  ])('who is removed while connected is cut off %s', async (_name, happens) => {
    const { visitor, ann } = await talking();
    test.permissions.delete('ann');
    await happens(ann);
    await exchange(ann);
    expect(ann.wire?.closedWith()).toBe(CLOSE.denied);
    visitor.write('key-00002', 'A secret');
    await exchange(visitor, ann);
    expect(JSON.stringify(ann.wire?.received)).not.toContain('A secret');
    expect(visitor.online).toBe(false);
  });

  it.each([
    ['removed', []],
    ['let look only', [[COUNTER, 'view' as const]] as const],
  ])('[C53] who is %s leaves their open conversations to everyone', async (_name, rights) => {
    const bob = await attend(test, 'bob');
    const { ann, id } = await talking();
    ann.write('key-00003', id, 'Hello');
    await exchange(ann, bob);
    expect(bob.conversations.get(id)?.assignedTo).toMatchObject({ id: 'ann' });
    test.permissions.set('ann', new Map(rights));
    await test.chat.accessChanged('ann');
    await exchange(bob);
    expect(bob.conversations.get(id)?.assignedTo).toBeNull();
    bob.write('key-00004', id, 'I go on');
    await exchange(bob);
    expect(bob.conversations.get(id)?.assignedTo).toMatchObject({ id: 'bob' });
  });

  it('[C84] who is there is online on a counter from its making on, whatever was asked before', async () => {
    test.permissions.set('ann', new Map([[OTHER_COUNTER, 'own']]));
    const ann = await attend(test);
    const visitor = await arrive(test);
    expect(visitor.online).toBe(false);
    // Asked before the counter was made, and answered after.
    const early = Promise.withResolvers<void>();
    test.rightsReady = early.promise;
    const asking = test.tick('operators');
    test.rightsReady = Promise.resolve();
    test.permissions.set(
      'ann',
      new Map([
        [OTHER_COUNTER, 'own'],
        [COUNTER, 'own'],
      ]),
    );
    await test.chat.counterChanged(COUNTER);
    early.resolve();
    await asking;
    visitor.write('key-00001', 'Hello');
    await exchange(visitor, ann);
    expect(visitor.events).toContain('Jivo_Client_initiate_chat');
  });

  it('[C53] who keeps the right keeps their conversations', async () => {
    const { ann, id } = await talking();
    ann.write('key-00003', id, 'Hello');
    await exchange(ann);
    await test.chat.accessChanged('ann');
    await exchange(ann);
    expect(ann.conversations.get(id)?.assignedTo).toMatchObject({ id: 'ann' });
  });

  it('who loses one counter of two goes on with the other', async () => {
    test.permissions.set(
      'ann',
      new Map([
        [COUNTER, 'own'],
        [OTHER_COUNTER, 'own'],
      ]),
    );
    const { visitor, ann, id } = await talking();
    test.permissions.set('ann', new Map([[OTHER_COUNTER, 'own']]));
    await test.tick('operators');
    visitor.write('key-00002', 'A secret');
    ann.write('key-00003', id, 'Hello');
    await exchange(visitor, ann);
    expect(ann.wire?.closedWith()).toBeNull();
    expect(new Set(ann.refused)).toEqual(new Set(['denied']));
    expect(JSON.stringify(ann.wire?.received)).not.toContain('A secret');
    expect(ann.wire?.received.findLast(({ type }) => type === 'welcome')).toMatchObject({
      counters: [OTHER_COUNTER],
      conversations: [],
      people: [],
    });
  });

  it('who is let into another counter sees it within a second', async () => {
    const { visitor, ann, id } = await talking();
    test.permissions.set('cat', new Map([[OTHER_COUNTER, 'own']]));
    const cat = await attend(test, 'cat');
    test.permissions.set(
      'cat',
      new Map([
        [OTHER_COUNTER, 'own'],
        [COUNTER, 'edit'],
      ]),
    );
    await test.tick('operators');
    visitor.write('key-00002', 'For everybody');
    cat.write('key-00003', id, 'Hello from Cat');
    await exchange(visitor, ann, cat);
    expect([...cat.conversations.keys()]).toEqual([id]);
    expect(cat.refused).toEqual([]);
    expect(JSON.stringify(cat.wire?.received)).toContain('For everybody');
  });
});

describe('several operators', () => {
  it('and tabs stay in step, with the visitor too', async () => {
    const { visitor, ann, id } = await talking();
    const bob = await attend(test, 'bob');
    const tab = await attend(test, 'ann');
    ann.write('key-00002', id, 'Hello');
    bob.note('key-00003', id, 'I know them');
    tab.write('key-00004', id, 'How can I help?');
    visitor.write('key-00005', 'Boots');
    await exchange(ann, bob, tab, visitor);
    for (const one of [bob, tab]) one.open(id);
    await exchange(bob, tab);
    const all = ann.memory.messages(id);
    expect(all.map(({ kind }) => kind).toSorted()).toEqual([
      'note',
      'operator',
      'operator',
      'visitor',
      'visitor',
    ]);
    expect(bob.memory.messages(id)).toEqual(all);
    expect(tab.memory.messages(id)).toEqual(all);
    expect(visitor.memory.messages(id)).toEqual(all.filter(({ kind }) => kind !== 'note'));
  });

  it('[C9] hand a conversation to those who may answer, and to no others', async () => {
    const { ann, id } = await talking();
    test.permissions.set('cat', new Map([[COUNTER, 'view']]));
    for (const to of ['cat', 'nobody'])
      ann.frame({ type: 'assign', conversationId: id, to, department: null });
    ann.frame({ type: 'assign', conversationId: id, to: null, department: 'unknown' });
    await exchange(ann);
    expect(ann.refused).toEqual(['not_found', 'not_found', 'not_found']);
    ann.frame({ type: 'assign', conversationId: id, to: 'bob', department: null });
    await exchange(ann);
    expect(ann.conversations.get(id)?.assignedTo).toEqual({ id: 'bob', name: 'Bob' });
  });

  it('see how far each side has read', async () => {
    const { visitor, ann, id } = await talking();
    expect(ann.conversations.get(id)?.unread).toBe(1);
    ann.frame({ type: 'read', conversationId: id, seq: 1 });
    ann.write('key-00002', id, 'Hello');
    await exchange(ann, visitor);
    expect(ann.conversations.get(id)?.unread).toBe(0);
    expect(visitor.wire?.received).toContainEqual({ type: 'read', seq: 1 });
    visitor.frame({ type: 'read', seq: 2 });
    await exchange(visitor, ann);
    expect(ann.wire?.received).toContainEqual({ type: 'read', conversationId: id, seq: 2 });
    expect(ann.conversations.get(id)?.readByVisitor).toBe(2);
  });

  it('see what the visitor is typing, and the visitor that they are', async () => {
    const { visitor, ann, id } = await talking();
    visitor.frame({ type: 'typing', text: 'Do you ha' });
    ann.frame({ type: 'typing', conversationId: id });
    await exchange(visitor, ann);
    expect(ann.wire?.received).toContainEqual({ type: 'typing', conversationId: id, text: 'Do you ha' });
    expect(visitor.wire?.received).toContainEqual({ type: 'typing', author: 'Ann' });
  });
});

describe('a counter is online [C41]', () => {
  const onlineEvents = (visitor: TestVisitor) =>
    visitor.wire?.received.flatMap((event) => (event.type === 'online' ? [event.online] : []));

  it('while an operator is connected and has not said otherwise', async () => {
    const visitor = await arrive(test);
    expect(visitor.online).toBe(false);
    const ann = await attend(test);
    const bob = await attend(test, 'bob');
    ann.frame({ type: 'status', online: false });
    await exchange(ann, visitor);
    expect(onlineEvents(visitor)).toEqual([true]);
    await closeForGood(test, bob);
    await exchange(visitor);
    expect(onlineEvents(visitor)).toEqual([true, false]);
    ann.frame({ type: 'status', online: true });
    await exchange(ann, visitor);
    expect(onlineEvents(visitor)).toEqual([true, false, true]);
  });

  it('within its working hours', async () => {
    const visitor = await arrive(test);
    await attend(test);
    // It is Thursday, 9:00 in UTC.
    const hours = {
      timeZone: 'Europe/Berlin',
      spans: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '10:30' }],
    };
    await test.chat.settings.save(COUNTER, { ...(await test.chat.settings.get(COUNTER)), hours });
    await test.tick('hours');
    expect(await test.chat.isOnline(COUNTER)).toBe(true);
    test.pass(3_600_000);
    await test.tick('hours');
    await exchange(visitor);
    expect(visitor.online).toBe(false);
  });
});

describe('by the clock', () => {
  it('[C6] a conversation without a message for a day closes', async () => {
    const { visitor, ann, id } = await talking();
    test.pass(24 * 3_600_000 - 1);
    await test.tick('silence');
    expect(test.store.all.conversations.get(id)?.state).toBe('open');
    test.pass(2);
    await test.tick('silence');
    await exchange(visitor, ann);
    expect(visitor.wire?.received.at(-1)).toEqual({ type: 'closed' });
    expect(ann.conversations.get(id)?.state).toBe('closed');
    expect(test.happenings).toContainEqual(['chat_finished', id]);
  });
});
