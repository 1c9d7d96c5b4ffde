import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newConversation, newMessage, newPerson } from '../../stores/records/chat/test-chat.ts';
import type { ConversationRecord, StoredHappening, ChatHappening } from '../records.ts';
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

describe('what is stored with its conversation [C50]', () => {
  async function step(...events: ChatHappening[]) {
    const happenings = events.map((event) => ({ event, at: test.clock.now() }));
    const written = await test.store.write({
      conversation,
      opened: false,
      messages: [],
      goal: null,
      happenings,
    });
    return written.happenings;
  }
  const untold = () => test.store.happenings.due(test.clock.now(), 100, 'one');
  const tell = (one: StoredHappening, outbox = test.outbox) =>
    outbox.happened(one.event, one.conversationId, one);

  it('is forgotten when it is written down, also where nobody wants it', async () => {
    for (const one of await step('chat_accepted', 'chat_finished')) tell(one);
    await writtenDown();
    expect(await told()).toEqual(['chat_accepted a.example', 'chat_accepted b.example']);
    expect(await untold()).toEqual([]);
  });

  it('is written down by the next run where a crash came before, once for each address', async () => {
    await step('chat_accepted', 'chat_updated', 'chat_updated');
    const next = test.restart();
    await next.outbox.resume();
    await next.outbox.close();
    // Changes are told together.
    const all = ['chat_accepted a.example', 'chat_accepted b.example', 'chat_updated a.example'];
    expect(await told()).toEqual(all);
    expect(await untold()).toEqual([]);
  });

  it('is not told again where the crash came after', async () => {
    const stored = await step('chat_accepted', 'chat_updated');
    test.store.happenings.done = () => Promise.reject(new Error('the disk is full'));
    for (const one of stored) tell(one);
    await writtenDown();
    const ids = async () => (await test.deliveries.recent(COUNTER, 100)).map(({ id }) => id);
    const before = await ids();
    expect(before).toHaveLength(3);
    const next = test.restart();
    await next.outbox.resume();
    await next.outbox.close();
    expect(await ids()).toEqual(before);
  });

  it('waits with changes that come too fast, and for a log that takes nothing', async () => {
    const changes = await step(...Array<'chat_updated'>(13).fill('chat_updated'));
    for (const one of changes) tell(one);
    const left = async () => (await untold()).length;
    await expect.poll(left).toBe(3);
    test.logFails = true;
    await writtenDown();
    expect([await left(), test.logged.some((line) => line.includes('could not be written'))]).toEqual([
      3,
      false,
    ]);
    const next = test.restart();
    await next.outbox.resume();
    await next.outbox.close();
    expect([await left(), (await told()).length]).toEqual([0, 11]);
  });
});
