/** A person is erased while their tab is open and consoles show them: these show nothing of them any more. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeCounter, ownerOf, type Someone } from './access/people.ts';
import { attend, newKey, visit, visitorNumber } from './chat-client.ts';
import { startServer, type TestServer } from './start-server.ts';

let server: TestServer;
let owner: Someone;
let counterId: number;
beforeAll(async () => {
  server = await startServer();
  owner = await ownerOf(server);
  counterId = await makeCounter(owner);
  const settings = { enabled: true };
  await owner.call('PUT', `/api/v1/counters/${counterId}/chat/settings`, { settings });
});
afterAll(() => server.close());

it('[P51] consoles lose the conversation and the name, and others keep theirs', async () => {
  const { console: desk } = await attend(server.url, server.token);
  const come = async (name: string) => {
    const visitor = visitorNumber();
    const { tab } = await visit(server.url, counterId, { visitor });
    tab.send({ type: 'contact', contact: { email: `${name}@shop.example`, name } });
    tab.send({ type: 'message', key: newKey(), text: 'Hello', fileId: null });
    const { message } = await tab.next('stored');
    await desk.next('people', ({ changed }) => changed.some((one) => one.name === name));
    return { tab, visitor, conversationId: message.conversationId };
  };
  const [gone, stays] = [await come('zelda-quirk'), await come('ivo-stays')];
  const heard = desk.events.length;
  const asked = await owner.call('POST', `/api/v1/counters/${counterId}/people/erasures`, {
    by: 'email',
    value: 'zelda-quirk@shop.example',
  });
  expect(asked.status).toBe(200);
  await desk.next('gone', ({ conversationId }) => conversationId === gone.conversationId);
  await desk.next('people', ({ changed }) =>
    changed.some((one) => one.visitor === gone.visitor && one.name === ''),
  );
  expect(desk.events.slice(heard).filter(({ type }) => type === 'gone').length).toBe(1);

  // Also of who looks later, while the tab is open; what is written from then on is a new visitor's.
  const { console: later, welcome } = await attend(server.url, server.token);
  expect(JSON.stringify(later.events)).not.toContain('zelda-quirk');
  expect(welcome.people.map(({ visitor, name }) => [visitor, name]).toSorted()).toEqual(
    [
      [gone.visitor, ''],
      [stays.visitor, 'ivo-stays'],
    ].toSorted(),
  );
  expect(welcome.conversations.map(({ id }) => id)).toEqual([stays.conversationId]);
  gone.tab.send({ type: 'message', key: newKey(), text: 'Hello again', fileId: null });
  const { conversation } = await later.next(
    'conversation',
    ({ conversation: one }) => one.visitor === gone.visitor,
  );
  expect([conversation.contact, conversation.id === gone.conversationId]).toEqual([{}, false]);
  for (const one of [gone.tab, stays.tab, desk, later]) await one.close();
});
