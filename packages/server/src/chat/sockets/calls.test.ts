import { beforeEach, describe, expect, it } from 'vitest';
import { COUNTER, startTestChat, type TestChat } from '../test-chat.ts';
import { arrive, attend, exchange, type TestOperator } from '../test-people.ts';

let test: TestChat;
beforeEach(async () => {
  test = await startTestChat();
});

async function talking() {
  const visitor = await arrive(test);
  test.permissions.set('cat', new Map([[COUNTER, 'edit']]));
  const [ann, bob, cat] = [await attend(test), await attend(test, 'bob'), await attend(test, 'cat')];
  const all = [ann, bob, cat];
  visitor.write('key-00001', 'Hello');
  await exchange(visitor, ...all);
  return { visitor, ann, bob, cat, all, id: visitor.conversationId ?? '' };
}

const unread = (all: readonly TestOperator[], id: string) =>
  all.map((one) => one.conversations.get(id)?.unread);
const called = (all: readonly TestOperator[]) =>
  all.map((one) => one.wire?.received.filter(({ type }) => type === 'called').length);

describe('what operators have not read', () => {
  it('[C90] is each one’s own, over a new console too', async () => {
    const { all, ann, bob, id } = await talking();
    expect(unread(all, id)).toEqual([1, 1, 1]);
    ann.frame({ type: 'read', conversationId: id, seq: 1 });
    await exchange(...all);
    expect(unread(all, id)).toEqual([0, 1, 1]);
    const again = await attend(test, 'bob');
    expect(unread([again], id)).toEqual([1]);
    bob.write('key-00002', id, 'Good morning');
    await exchange(...all);
    expect(unread(all, id), 'what is answered waits for nobody').toEqual([0, 0, 0]);
  });

  it('[C90] is not lessened by reading less, nor by more than there is', async () => {
    const { all, ann, visitor, id } = await talking();
    visitor.write('key-00003', 'Anybody?');
    await exchange(visitor, ...all);
    for (const seq of [99, 1]) ann.frame({ type: 'read', conversationId: id, seq });
    await exchange(...all);
    expect(unread(all, id)).toEqual([0, 2, 2]);
  });
});

describe('a conversation that is handed over', () => {
  const hand = async (all: readonly TestOperator[], by: TestOperator, frame: Record<string, unknown>) => {
    by.frame({ type: 'assign', department: null, ...frame });
    await exchange(...all);
  };

  it('[C91] calls whoever it is for, and only them, until they look', async () => {
    const { all, ann, bob, id } = await talking();
    await hand(all, ann, { conversationId: id, to: 'bob' });
    expect(called(all)).toEqual([0, 1, 0]);
    expect(all.map((one) => (one.conversations.get(id)?.calledAt ?? null) !== null)).toEqual([
      false,
      true,
      false,
    ]);
    expect(all.map((one) => one.conversations.get(id)?.concerns)).toEqual([false, true, false]);
    bob.frame({ type: 'read', conversationId: id, seq: 1 });
    await exchange(...all);
    expect(bob.conversations.get(id)?.calledAt).toBeNull();
  });

  it('[C91] calls nobody who takes it themselves, and again who was given it anew', async () => {
    const { all, ann, bob, id } = await talking();
    await hand(all, ann, { conversationId: id, to: 'ann' });
    expect(called(all)).toEqual([0, 0, 0]);
    await hand(all, ann, { conversationId: id, to: 'bob' });
    await hand(all, bob, { conversationId: id, to: 'cat' });
    expect(called(all)).toEqual([0, 1, 1]);
    expect(bob.conversations.get(id)?.calledAt).toBeNull();
    expect(unread(all, id), 'nobody has read the message, nor what the server added').toEqual([3, 3, 3]);
  });

  it('[C91] calls everybody else when it is put back', async () => {
    const { all, ann, id } = await talking();
    await hand(all, ann, { conversationId: id, to: 'ann' });
    await hand(all, ann, { conversationId: id, to: null });
    expect(called(all)).toEqual([0, 1, 1]);
  });
});

describe('a closed conversation', () => {
  it('[C92] is reopened, and the visitor waits as before', async () => {
    const { all, ann, visitor, id } = await talking();
    const waited = ann.conversations.get(id)?.waitingSince;
    ann.frame({ type: 'close', conversationId: id });
    ann.frame({ type: 'reopen', conversationId: id });
    await exchange(visitor, ...all);
    expect(ann.conversations.get(id)).toMatchObject({ state: 'open', waitingSince: waited });
    visitor.write('key-00004', 'Still here');
    await exchange(visitor, ...all);
    expect(visitor.conversationId).toBe(id);
    expect(test.store.all.conversations.size).toBe(1);
  });

  it('[C92] is not reopened beside another of the same visitor', async () => {
    const { all, ann, visitor, id } = await talking();
    ann.frame({ type: 'close', conversationId: id });
    await exchange(visitor, ...all);
    visitor.write('key-00005', 'A new question');
    await exchange(visitor, ...all);
    ann.frame({ type: 'reopen', conversationId: id });
    await exchange(...all);
    expect(ann.refused).toEqual(['already_open']);
    expect(ann.conversations.get(id)?.state).toBe('closed');
  });
});
