/** Departments, the team and what outlives a restart, through the real server. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApi, type Api } from '../../../e2e/path/api.ts';
import { attend, newKey, visit } from './chat-client.ts';
import { startServer, type TestServer } from './start-server.ts';
import { REMOVE } from './remove.ts';

let dataDir: string;
let server: TestServer;
let api: Api;
let counter: number;
let base: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'goalpost-team-'));
  await start();
  counter = await api.createCounter();
  base = `/api/v1/counters/${counter}/chat`;
});
afterAll(async () => {
  await server.close();
  await rm(dataDir, REMOVE);
});

async function start(): Promise<void> {
  server = await startServer({ dataDir });
  api = createApi(server.url, server.token);
}

async function restart(): Promise<void> {
  await server.close();
  await start();
}

const SALES = { id: 'sales', name: 'Sales', members: ['somebody-else'] };
const REPAIRS = { id: 'repairs', name: 'Repairs' };

async function settings(more: object): Promise<void> {
  expect((await api.call('PUT', `${base}/settings`, { settings: { enabled: true, ...more } })).status).toBe(
    200,
  );
}

async function team() {
  const answer = await api.call<{ team: { state: string; email: string; departments: string[] }[] }>(
    'GET',
    `${base}/team`,
  );
  return answer.body.team;
}

it('[C46] shows the team and holds a visitor to the department that they ask for', async () => {
  await settings({ departments: [SALES, REPAIRS] });
  expect(await team()).toMatchObject([{ state: 'offline', departments: ['repairs'] }]);
  const { console } = await attend(server.url, server.token);
  expect(await team()).toMatchObject([{ state: 'online', email: expect.stringContaining('@') }]);
  const { tab, welcome } = await visit(server.url, counter);
  expect(welcome).toMatchObject({ online: true, departments: ['repairs'] });

  const about = { fileId: null, department: 'sales' };
  tab.send({ type: 'attributes', attributes: { plan: '<b>gold</b>', orders: 3 } });
  tab.send({ type: 'message', key: newKey(), text: 'Discount?', ...about });
  const { message, event } = await tab.next('stored');
  expect(event).toBe('Jivo_Offline_message_sent');
  const { body } = await api.call('GET', `${base}/conversations/${message.conversationId}`);
  expect(body).toMatchObject({
    conversation: {
      department: 'sales',
      offline: true,
      attributes: { plan: '<b>gold</b>', orders: 3 },
      readByVisitor: 1,
    },
  });

  await settings({ departments: [SALES] });
  expect(await tab.next('online')).toEqual({ type: 'online', online: true, departments: [] });
  console.send({ type: 'status', online: false });
  expect(await tab.next('online')).toEqual({ type: 'online', online: false, departments: [] });
  expect(await team()).toMatchObject([{ state: 'away' }]);
  await console.close();
  await tab.close();
});

it('[C47, C48] remembers over a restart who is away and who was there', async () => {
  await settings({});
  await restart();
  const away = await attend(server.url, server.token);
  expect(away.welcome.me.online).toBe(false);
  away.console.send({ type: 'status', online: true });
  expect((await away.console.next('status')).online).toBe(true);

  // The console is there when the server ends, and does not come back before the visitor does.
  await restart();
  const { tab, welcome } = await visit(server.url, counter);
  expect(welcome.online).toBe(true);
  tab.send({ type: 'message', key: newKey(), text: 'Hello', fileId: null });
  expect((await tab.next('stored')).event).toBe('Jivo_Client_initiate_chat');
  expect(await team()).toMatchObject([{ state: 'online' }]);

  const back = await attend(server.url, server.token);
  await back.console.close();
  expect(await tab.next('online')).toEqual({ type: 'online', online: false });
  await tab.close();
  await restart();
  expect((await visit(server.url, counter)).welcome.online).toBe(false);
});
