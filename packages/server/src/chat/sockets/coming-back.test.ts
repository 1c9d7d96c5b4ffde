import { ChatSettings } from '@goalpost/contract/chat';
import { beforeEach, describe, expect, it } from 'vitest';
import { CHAT_GOALS } from '../records.ts';
import { COUNTER, startTestChat, type TestChat } from '../test-chat.ts';
import {
  arrive,
  attend,
  closeForGood,
  exchange,
  type TestOperator,
  type TestVisitor,
} from '../test-people.ts';

let test: TestChat;
beforeEach(async () => {
  test = await startTestChat();
});

async function goalOf(visitor: TestVisitor): Promise<string | null | undefined> {
  visitor.write('key-00001', 'Hello');
  await exchange(visitor);
  return test.store.all.conversations.get(visitor.conversationId ?? '')?.goal;
}

describe('after a restart [C47]', () => {
  it('operators whose consoles were connected are online for 30 s', async () => {
    await attend(test);
    await test.restart();
    const visitor = await arrive(test);
    expect([visitor.online, await goalOf(visitor)]).toEqual([true, CHAT_GOALS.customer]);
    test.pass(29_999);
    expect(await test.chat.isOnline(COUNTER)).toBe(true);
    test.pass(1);
    expect(await goalOf(await arrive(test))).toBe(CHAT_GOALS.offline);
    await test.tick('operators');
    await exchange(visitor);
    expect(visitor.online).toBe(false);
    await test.restart();
    expect(await test.chat.isOnline(COUNTER)).toBe(false);
  });

  it('they are so also for the departments that name them', async () => {
    const departments = [
      { id: 'sales', name: 'Sales', members: ['ann'] },
      { id: 'repairs', name: 'Repairs', members: ['bob'] },
    ];
    await test.chat.settings.save(COUNTER, ChatSettings.parse({ enabled: true, departments }));
    await attend(test);
    await test.restart();
    const visitor = await arrive(test);
    expect(visitor.wire?.received).toMatchObject([{ type: 'welcome', online: true, departments: ['sales'] }]);
  });

  it('it is the same after an orderly end', async () => {
    const ann = await attend(test);
    const visitor = await arrive(test);
    test.chat.ending();
    await closeForGood(test, ann);
    await exchange(visitor);
    expect(visitor.wire?.received.map(({ type }) => type)).toEqual(['welcome']);
    await test.chat.close();
    await test.restart();
    expect(await test.chat.isOnline(COUNTER)).toBe(true);
  });

  it('those who closed their console are not', async () => {
    await closeForGood(test, await attend(test));
    await test.restart();
    expect(await test.chat.isOnline(COUNTER)).toBe(false);
  });

  it('those who come back and close their console are not any more', async () => {
    const ann = await attend(test);
    await test.restart();
    const visitor = await arrive(test);
    ann.connect();
    await exchange(ann);
    await closeForGood(test, ann);
    await exchange(visitor);
    expect([visitor.online, await test.chat.isOnline(COUNTER)]).toEqual([false, false]);
  });

  it('those who lost their permission are not, within a second', async () => {
    await attend(test);
    await test.restart();
    const visitor = await arrive(test);
    test.permissions.delete('ann');
    await test.tick('operators');
    await exchange(visitor);
    expect([visitor.online, await test.chat.isOnline(COUNTER)]).toEqual([false, false]);
  });
});

describe('an operator whose console was lost without a word [C47]', () => {
  const told = (visitor: TestVisitor) =>
    visitor.wire?.received.flatMap((event) => (event.type === 'online' ? [event.online] : []));

  async function lost() {
    const ann = await attend(test);
    const visitor = await arrive(test);
    ann.disconnect();
    await exchange(visitor);
    return { ann, visitor };
  }

  it('is online for 3 s more, and visitors hear nothing of a page load', async () => {
    const { ann, visitor } = await lost();
    test.pass(2_999);
    await test.tick('operators');
    expect(await goalOf(visitor)).toBe(CHAT_GOALS.customer);
    ann.connect();
    await exchange(ann);
    test.pass(1);
    await test.tick('operators');
    await exchange(visitor);
    expect([told(visitor), await test.chat.isOnline(COUNTER)]).toEqual([[], true]);
  });

  it('is offline after them, and visitors are told', async () => {
    const { visitor } = await lost();
    test.pass(3_000);
    expect(await test.chat.isOnline(COUNTER)).toBe(false);
    await test.tick('operators');
    await exchange(visitor);
    expect([told(visitor), await goalOf(visitor)]).toEqual([[false], CHAT_GOALS.offline]);
  });

  it('is offline at once where they signed out or were removed', async () => {
    const ann = await attend(test);
    const visitor = await arrive(test);
    test.permissions.delete('ann');
    ann.disconnect();
    await exchange(visitor);
    expect([told(visitor), await goalOf(visitor)]).toEqual([[false], CHAT_GOALS.offline]);
  });

  it('is offline within a second where they sign out meanwhile', async () => {
    const { visitor } = await lost();
    test.permissions.delete('ann');
    await test.tick('operators');
    await exchange(visitor);
    expect(told(visitor)).toEqual([false]);
  });

  it('is offline at once where they are cut off', async () => {
    await attend(test);
    const visitor = await arrive(test);
    test.permissions.set('ann', new Map());
    await test.tick('operators');
    await exchange(visitor);
    expect(told(visitor)).toEqual([false]);
  });

  it('stays offline where they had said so', async () => {
    const ann = await attend(test);
    const visitor = await arrive(test);
    ann.frame({ type: 'status', online: false });
    await exchange(ann);
    ann.disconnect();
    await exchange(visitor);
    expect(told(visitor)).toEqual([false]);
  });
});

describe('an operator who said "offline" [C48]', () => {
  const isOnlineTo = (console: TestOperator) =>
    console.wire?.received.flatMap((event) => (event.type === 'welcome' ? [event.me.online] : []));

  it('stays so over restarts, until they say otherwise', async () => {
    const ann = await attend(test);
    ann.frame({ type: 'status', online: false });
    await exchange(ann);
    await test.restart();
    expect(await test.chat.isOnline(COUNTER)).toBe(false);
    const again = await attend(test);
    expect([isOnlineTo(again), await test.chat.isOnline(COUNTER)]).toEqual([[false], false]);
    again.frame({ type: 'status', online: true });
    await exchange(again);
    await test.restart();
    expect(await test.chat.isOnline(COUNTER)).toBe(true);
    expect(isOnlineTo(await attend(test))).toEqual([true]);
  });

  it('stays so after closing the console, too', async () => {
    const ann = await attend(test);
    ann.frame({ type: 'status', online: false });
    await exchange(ann);
    await closeForGood(test, ann);
    expect(isOnlineTo(await attend(test))).toEqual([false]);
    await test.restart();
    expect(isOnlineTo(await attend(test))).toEqual([false]);
  });
});
