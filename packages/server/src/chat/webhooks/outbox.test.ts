import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newConversation, newMessage, newPerson } from '../../stores/records/test-chat.ts';
import type { ConversationRecord } from '../records.ts';
import { COUNTER, createTestWebhooks, type TestWebhooks } from './test-webhooks.ts';

const A = 'https://a.example/hook';
const B = 'https://b.example/hook';

let test: TestWebhooks;
let conversation: ConversationRecord;
beforeEach(async () => {
  test = await createTestWebhooks();
  const person = await test.store.createPerson(newPerson(COUNTER), 'hash');
  const opened = newConversation(person);
  ({ conversation } = await test.store.write({
    conversation: opened,
    opened: true,
    messages: [newMessage('Hello')],
    goal: null,
  }));
  await test.registry.add(COUNTER, { url: A, events: ['chat_accepted', 'chat_updated', 'client_updated'] });
  await test.registry.add(COUNTER, { url: B, events: ['chat_accepted'] });
});
afterEach(() => test.close());

const told = async () =>
  (await test.deliveries.recent(COUNTER, 100))
    .map(({ url, event }) => `${event} ${new URL(url).host}`)
    .toReversed();
const writtenDown = () => test.outbox.close();

it('writes one delivery for each webhook that wants the event, in order, and wakes the courier', async () => {
  test.outbox.happened('chat_accepted', conversation.id);
  test.outbox.happened('chat_updated', conversation.id);
  test.outbox.happened('chat_finished', conversation.id);
  await writtenDown();
  expect(await told()).toEqual([
    'chat_accepted a.example',
    'chat_accepted b.example',
    'chat_updated a.example',
  ]);
  await expect.poll(() => test.postings.length).toBe(2);
});

it('tells nobody of a conversation or a person that is not there', async () => {
  test.outbox.happened('chat_accepted', 'none');
  test.outbox.happened('client_updated', conversation.id);
  await writtenDown();
  expect(await told()).toEqual([]);
  expect(test.logged).toEqual([]);
});

it('tells of a person with their latest conversation', async () => {
  test.outbox.happened('client_updated', conversation.personId);
  await writtenDown();
  const [delivery] = await test.deliveries.recent(COUNTER, 1);
  expect(JSON.parse(delivery?.payload ?? '')).toMatchObject({
    event_name: 'client_updated',
    chat_id: conversation.id,
    visitor: { chats_count: 1 },
  });
});

it('what could not be written down is tried again, and not twice for anybody', async () => {
  const add = test.deliveries.add;
  let adding = 0;
  // The second of two fails.
  test.deliveries.add = (delivery) => (++adding === 2 ? Promise.reject(new Error('busy')) : add(delivery));
  test.outbox.happened('chat_accepted', conversation.id);
  await expect.poll(() => test.logged.length).toBe(1);
  expect(await told()).toEqual(['chat_accepted a.example']);
  test.outbox.again();
  await writtenDown();
  expect(await told()).toEqual(['chat_accepted a.example', 'chat_accepted b.example']);
});

it('says so when it ends and something is lost', async () => {
  test.logFails = true;
  test.outbox.happened('chat_accepted', conversation.id);
  await writtenDown();
  expect(test.logged.at(-1)).toBe('Webhooks could not be written down. {"count":1}');
});

describe('a page that changes its visitor without end', () => {
  const updates = async () => (await told()).filter((one) => one.startsWith('chat_updated')).length;

  it('is told of ten times at once, then once in a while, the last always', async () => {
    for (let change = 0; change < 200; change++) test.outbox.happened('chat_updated', conversation.id);
    test.outbox.happened('chat_accepted', conversation.id);
    await expect.poll(updates).toBe(10);
    expect(await told()).toContain('chat_accepted b.example');
    for (let round = 0; round < 3; round++) {
      test.pass(10_000);
      test.outbox.again();
    }
    await expect.poll(updates).toBe(11);
    test.outbox.happened('chat_updated', conversation.id);
    await expect.poll(updates).toBe(12);
  });

  it('also when the server ends', async () => {
    for (let change = 0; change < 12; change++) test.outbox.happened('chat_updated', conversation.id);
    await writtenDown();
    expect(await updates()).toBe(11);
  });
});
