import { ChatSettings } from '@goalpost/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { CHAT_GOALS } from '../records.ts';
import { COUNTER, startTestChat, type TestChat } from '../test-chat.ts';
import { arrive, attend, exchange, type TestOperator, type TestVisitor } from '../test-people.ts';
import { settle } from '../test-wire.ts';

let test: TestChat;
beforeEach(async () => {
  test = await startTestChat();
});

async function goalOf(visitor: TestVisitor): Promise<string | null | undefined> {
  visitor.write('key-00001', 'Hello');
  await exchange(visitor);
  return test.store.all.conversations.get(visitor.conversationId ?? '')?.goal;
}

async function close(console: TestOperator): Promise<void> {
  console.disconnect();
  await settle();
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
    await close(ann);
    await exchange(visitor);
    expect(visitor.wire?.received.map(({ type }) => type)).toEqual(['welcome']);
    await test.chat.close();
    await test.restart();
    expect(await test.chat.isOnline(COUNTER)).toBe(true);
  });

  it('those who closed their console are not', async () => {
    await close(await attend(test));
    await test.restart();
    expect(await test.chat.isOnline(COUNTER)).toBe(false);
  });

  it('those who come back and close their console are not any more', async () => {
    const ann = await attend(test);
    await test.restart();
    const visitor = await arrive(test);
    ann.connect();
    await exchange(ann);
    await close(ann);
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
    await close(ann);
    expect(isOnlineTo(await attend(test))).toEqual([false]);
    await test.restart();
    expect(isOnlineTo(await attend(test))).toEqual([false]);
  });
});
