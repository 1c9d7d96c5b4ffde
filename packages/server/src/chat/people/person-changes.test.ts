import { beforeEach, describe, expect, it } from 'vitest';
import { startTestChat, type TestChat } from '../test-chat.ts';
import { arrive, attend, exchange, type TestOperator, type TestVisitor } from '../test-people.ts';

let test: TestChat;
let visitor: TestVisitor;
beforeEach(async () => {
  test = await startTestChat();
  visitor = await arrive(test);
});

async function say(frame: object): Promise<void> {
  visitor.frame(frame);
  await exchange(visitor);
}
const contact = (name: string) => ({ type: 'contact', contact: { name } });

it('outside of a conversation it is the client who is updated, with the person’s id', async () => {
  await say(contact('Ann'));
  await say({ type: 'custom', fields: [{ title: 'Plan', content: 'Pro' }] });
  await say({ type: 'attributes', attributes: { plan: 'pro' } });
  await say({ type: 'token', token: 'u-1' });
  const [, id] = test.happenings[0] ?? ['', ''];
  expect(test.happenings).toEqual(Array.from({ length: 4 }, () => ['client_updated', id]));
  expect(await test.store.person(id)).toMatchObject({ contact: { name: 'Ann' }, userToken: 'u-1' });
});

it('[C51] what is said again is no change', async () => {
  for (let view = 0; view < 3; view++) {
    await say(contact('Ann'));
    await say({ type: 'custom', fields: [{ title: 'Plan', content: 'Pro' }] });
    await say({ type: 'attributes', attributes: { plan: 'pro' } });
    await say({ type: 'token', token: 'u-1' });
  }
  expect(test.happenings).toHaveLength(4);
});

describe('during a conversation', () => {
  let operator: TestOperator;
  let id: string;
  beforeEach(async () => {
    operator = await attend(test);
    visitor.write('key-00001', 'Hello');
    await exchange(visitor, operator);
    id = visitor.conversationId ?? '';
    test.happenings.length = 0;
  });

  const act = async (frame: object): Promise<void> => {
    operator.frame({ conversationId: id, ...frame });
    await exchange(operator, visitor);
  };

  it('[C51] the chat is updated by the visitor’s page, by an operator, by tags and by transfer', async () => {
    await say(contact('Ann'));
    await act({ type: 'contact', contact: { phone: '1' } });
    await act({ type: 'contact', contact: { phone: '1' } });
    await act({ type: 'tags', tags: ['vip'] });
    await act({ type: 'tags', tags: ['vip'] });
    await act({ type: 'block', blocked: true });
    expect(test.happenings).toEqual([
      ['chat_updated', id],
      ['chat_updated', id],
      ['chat_updated', id],
    ]);
  });

  it('is accepted once, then updated by who takes it over', async () => {
    await act({ type: 'assign', to: 'ann', department: null });
    await act({ type: 'assign', to: 'bob', department: null });
    await act({ type: 'assign', to: 'bob', department: null });
    expect(test.happenings).toEqual([
      ['chat_accepted', id],
      ['chat_updated', id],
    ]);
  });

  it('a contact form left in it is told', async () => {
    visitor.frame({ type: 'offline', key: 'key-00002', text: 'Call me', contact: { phone: '2' } });
    await exchange(visitor, operator);
    expect(test.happenings).toEqual([['chat_updated', id]]);
  });

  it('once it is closed, the client is updated again', async () => {
    await act({ type: 'close' });
    await act({ type: 'contact', contact: { name: 'Ann' } });
    expect(test.happenings.map(([event]) => event)).toEqual(['chat_finished', 'client_updated']);
  });
});
