/** A rule that asks for a goal fires on the page that reaches it, not on the next one. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Visitor, visit } from '../../packages/server/test/chat-client.ts';
import { startServer, type TestServer } from '../../packages/server/test/start-server.ts';
import { type Api, createApi } from './api.ts';
import { reach } from './wire.ts';

let server: TestServer;
let api: Api;
beforeAll(async () => {
  server = await startServer();
  api = createApi(server.url, server.token);
});
afterAll(() => server.close());

async function counterWithRule(reached: boolean): Promise<number> {
  const counter = await api.createCounter();
  await api.call('PUT', `/api/v1/counters/${counter}/chat/settings`, { settings: { enabled: true } });
  const { body } = await api.call<{ goal: { id: number } }>(
    'POST',
    `/management/v1/counter/${counter}/goals`,
    {
      goal: { name: 'Cart', type: 'action', conditions: [{ type: 'exact', url: 'cart' }] },
    },
  );
  const rule = {
    name: 'Cart',
    conditions: [{ on: 'goal', goalId: body.goal.id, reached }],
    texts: ['Shall we pack it?'],
    controlPercent: 0,
  };
  const made = await api.call('POST', `/api/v1/counters/${counter}/chat/rules`, { rule });
  expect(made.status).toBe(200);
  return counter;
}

const rulesOf = async (tab: Visitor) => (await tab.next('rules')).rules.map(({ text }) => text);

it('[C49] it has been reached', async () => {
  const counter = await counterWithRule(true);
  const { tab, visitor, welcome } = await visit(server.url, counter);
  expect(welcome.rules).toEqual([]);
  await reach(server.url, { counter, visitor }, 'cart');
  expect(await rulesOf(tab)).toEqual(['Shall we pack it?']);
  await tab.close();
});

it('[C49] it has not', async () => {
  const counter = await counterWithRule(false);
  const { tab, visitor, welcome } = await visit(server.url, counter);
  expect(welcome.rules.map(({ text }) => text)).toEqual(['Shall we pack it?']);
  await reach(server.url, { counter, visitor }, 'cart');
  expect(await rulesOf(tab)).toEqual([]);
  await tab.close();
});
