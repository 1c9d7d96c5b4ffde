import { ChatSettings } from '@goalpost/contract/chat';
import { beforeEach, describe, expect, it } from 'vitest';
import { CHAT_GOALS } from '../records.ts';
import { COUNTER, startTestChat, type TestChat } from '../test-chat.ts';
import { arrive, attend, closeForGood, exchange, type TestVisitor } from '../test-people.ts';
import { settle } from '../test-wire.ts';

const WEEKEND = { timeZone: 'UTC', spans: [{ days: [6, 7], from: '00:00', to: '23:59' }] };
const DEPARTMENTS = [
  { id: 'sales', name: 'Sales', members: ['ann'] },
  { id: 'repairs', name: 'Repairs', members: ['bob'] },
  { id: 'weekend', name: 'Weekend', hours: WEEKEND },
];

let test: TestChat;
beforeEach(async () => {
  test = await startTestChat();
  await set({ departments: DEPARTMENTS });
});

async function set(settings: object): Promise<void> {
  await test.chat.settings.save(COUNTER, ChatSettings.parse({ enabled: true, ...settings }));
}

const told = (visitor: TestVisitor) =>
  visitor.wire?.received.flatMap((event) =>
    event.type === 'welcome' || event.type === 'online'
      ? [[event.type, event.online, event.departments?.join()]]
      : [],
  );

describe('which departments answer [C46]', () => {
  it('is told at the welcome and whenever it changes', async () => {
    const ann = await attend(test);
    const visitor = await arrive(test);
    const bob = await attend(test, 'bob');
    ann.frame({ type: 'status', online: false });
    await exchange(ann);
    await closeForGood(test, bob);
    await exchange(visitor);
    expect(told(visitor)).toEqual([
      ['welcome', true, 'sales'],
      ['online', true, 'sales,repairs'],
      ['online', true, 'repairs'],
      ['online', false, ''],
    ]);
  });

  it('is told once only while it stays the same', async () => {
    const visitor = await arrive(test);
    const ann = await attend(test);
    const tab = await attend(test);
    await closeForGood(test, ann);
    await test.tick('hours');
    await exchange(visitor, tab);
    expect(told(visitor)).toEqual([
      ['welcome', false, ''],
      ['online', true, 'sales'],
    ]);
  });

  it('can be asked of each; one that is not there any more is as none', async () => {
    await attend(test);
    const asked = ['sales', 'repairs', 'gone', null, undefined];
    const answers = await Promise.all(asked.map((department) => test.chat.isOnline(COUNTER, department)));
    expect(answers).toEqual([true, false, true, true, true]);
  });

  it('changes with their own hours', async () => {
    const visitor = await arrive(test);
    await attend(test);
    await exchange(visitor);
    test.pass(2 * 24 * 3_600_000);
    await test.tick('hours');
    await exchange(visitor);
    expect(told(visitor)?.at(-1)).toEqual(['online', true, 'sales,weekend']);
  });

  it('changes when the owner changes them', async () => {
    const visitor = await arrive(test);
    await attend(test);
    await set({ departments: DEPARTMENTS.slice(1), hours: WEEKEND });
    await test.tick('hours');
    await exchange(visitor);
    await set({});
    await test.tick('hours');
    await exchange(visitor);
    expect(told(visitor)).toEqual([
      ['welcome', false, ''],
      ['online', true, 'sales'],
      ['online', false, ''],
      ['online', true, undefined],
    ]);
  });

  it('is not missed by a tab that comes while it changes', async () => {
    const visitor = await arrive(test);
    const rules = Promise.withResolvers<void>();
    test.rulesReady = rules.promise;
    visitor.connect();
    visitor.wire?.deliverUp();
    await settle();
    await attend(test);
    rules.resolve();
    await exchange(visitor);
    expect(told(visitor)).toEqual([
      ['welcome', false, ''],
      ['online', true, 'sales'],
    ]);
  });
});

describe('a visitor who asks for a department', () => {
  const wrote = async (department: string | null, type = 'message') => {
    const visitor = await arrive(test);
    const more = type === 'offline' ? { contact: {} } : { fileId: null };
    visitor.frame({ type, key: 'key-00001', text: 'Hello', department, ...more });
    await exchange(visitor);
    const { department: kept, goal } = test.store.all.conversations.get(visitor.conversationId ?? '') ?? {};
    return [kept, goal, visitor.events.includes(goal ?? '')];
  };

  it.each([
    ['one of its members is there', 'sales', 'sales', CHAT_GOALS.customer],
    ['only others are there', 'repairs', 'repairs', CHAT_GOALS.offline],
    ['its hours are over', 'weekend', 'weekend', CHAT_GOALS.offline],
    ['there is no such department any more', 'gone', null, CHAT_GOALS.customer],
    ['they asked for none', null, null, CHAT_GOALS.customer],
  ])('is held to it for the goal: %s [C23, C24, C46]', async (_name, asked, kept, goal) => {
    await attend(test);
    expect(await wrote(asked)).toEqual([kept, goal, true]);
    expect(await wrote(asked, 'offline')).toEqual([kept, goal, true]);
  });

  it('keeps the one that the conversation was opened with', async () => {
    const ann = await attend(test);
    const visitor = await arrive(test);
    for (const [key, department] of [
      ['key-00001', 'sales'],
      ['key-00002', 'repairs'],
    ])
      visitor.frame({ type: 'message', key, text: 'Hello', fileId: null, department });
    await exchange(visitor, ann);
    const view = ann.conversations.get(visitor.conversationId ?? '');
    expect(view).toMatchObject({ department: 'sales', offline: false, goal: CHAT_GOALS.customer });
  });

  it('is seen by everyone who may read the counter, and handed to another by its name [C9]', async () => {
    const ann = await attend(test);
    const bob = await attend(test, 'bob');
    const visitor = await arrive(test);
    visitor.frame({ type: 'message', key: 'key-00001', text: 'Hello', fileId: null, department: 'sales' });
    await exchange(visitor, ann, bob);
    const id = visitor.conversationId ?? '';
    expect(bob.conversations.get(id)?.department).toBe('sales');
    ann.write('key-00002', id, 'One moment');
    await exchange(ann);
    ann.frame({ type: 'assign', conversationId: id, to: null, department: 'repairs' });
    await exchange(ann, bob, visitor);
    expect(bob.conversations.get(id)).toMatchObject({ department: 'repairs', assignedTo: null });
    expect(visitor.memory.messages(id).at(-1)).toMatchObject({
      kind: 'system',
      text: 'Ann handed the conversation over to the department Repairs',
    });
    expect(visitor.memory.messages(id)).toHaveLength(3);
    // The page is told who takes it up there; that the chat was established, it knows.
    bob.frame({ type: 'assign', conversationId: id, to: 'bob', department: null });
    await exchange(bob, visitor);
    expect(visitor.wire?.received).toContainEqual({ type: 'accepted', operator: 'Bob' });
    expect(visitor.events.filter((event) => event === 'Jivo_Chat_established')).toHaveLength(1);
  });
});
