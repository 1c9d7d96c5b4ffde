/** Assistants at `/mcp` and on stdin. The official client, one caller who may all and one who may read one site. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../packages/server/test/start-server.ts';
import { createApi, type Api } from './api.ts';
import { newVisitorId, reach, sendHit } from './wire.ts';

let server: TestServer;
let api: Api;
let counter: number;
let other: number;
beforeAll(async () => {
  server = await startServer();
  api = createApi(server.url, server.token);
  counter = await api.createCounter({ name: 'Shop' });
  other = await api.createCounter({ name: 'Other' });
  const visitor = newVisitorId();
  await sendHit(server.url, { counter, visitor, pageUrl: 'https://shop.example/cart' });
  await reach(server.url, { counter, visitor }, 'order');
  await server.flushed();
});
afterAll(() => server.close());

async function connected(transport: Parameters<Client['connect']>[0]): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  return client;
}

const overHttp = (token: string) =>
  connected(
    new StreamableHTTPClientTransport(new URL('/mcp', server.url), {
      requestInit: { headers: { authorization: `Bearer ${token}` } },
    }),
  );

const overStdio = (environment: Record<string, string>) =>
  connected(
    new StdioClientTransport({
      command: process.execPath,
      args: ['packages/server/src/goalpost.ts', 'mcp'],
      env: { ...(process.env as Record<string, string>), ...environment },
      stderr: 'pipe',
    }),
  );

async function call(client: Client, name: string, given: Record<string, unknown> = {}) {
  const { content, isError = false } = await client.callTool({ name, arguments: given });
  const [first] = content as { text: string }[];
  return { isError, text: first?.text ?? '', json: () => JSON.parse(first?.text ?? '') };
}

const ways: [string, () => Promise<Client>][] = [
  ['streamable HTTP', () => overHttp(server.token)],
  ['stdio', () => overStdio({ GOALPOST_URL: server.url, GOALPOST_TOKEN: server.token })],
];

describe.each(ways)('[A40] over %s', (_way, connect) => {
  let client: Client;
  beforeAll(async () => {
    client = await connect();
  });
  afterAll(() => client.close());

  it('counters, goals, names and numbers are those of the API', async () => {
    const { tools } = await client.listTools();
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true);
    const list = (await call(client, 'list_counters')).json() as { counters: { id: number }[] };
    expect(list.counters.map(({ id }) => id).toSorted()).toEqual([counter, other].toSorted());
    const found = await call(client, 'list_names', { search: 'bounce', kind: 'metric' });
    expect(found.text).toContain('"ym:s:bounceRate"');
    const question = { metrics: ['ym:s:visits', 'ym:s:pageviews'], dimensions: ['ym:s:startURLPath'] };
    const told = await call(client, 'ask', { counters: [counter], ...question, date1: '2daysAgo' });
    const asked = await api.stat(counter, {
      metrics: question.metrics.join(),
      dimensions: 'ym:s:startURLPath',
    });
    expect(told.json().data).toEqual(asked.data);
    expect(told.json().totals).toEqual([1, 1]);
    expect((await call(client, 'list_goals', { counter })).json()).toHaveProperty('goals');
    expect((await call(client, 'list_conversations', { counter })).json()).toEqual({ conversations: [] });
    const change = {
      counters: [counter],
      date1_a: 'today',
      date2_a: 'today',
      dimensions: ['ym:s:startURLPath'],
    };
    expect((await call(client, 'explain_change', change)).json()).toMatchObject({
      total: { a: 1, b: 0, change: 1, clear: false },
      dimensions: [{ rows: [{ value: { name: '/cart' }, change: 1 }], rest: 0 }],
    });
  });

  it('says what is wrong with a question, in the words of the API', async () => {
    const wrong = await call(client, 'ask', { counters: [counter], metrics: ['ym:s:nothing'] });
    expect(wrong.isError).toBe(true);
    expect(wrong.json().errors[0]).toMatchObject({ location: 'metrics.0' });
    const shape = await call(client, 'ask', { counters: ['x'], metrics: [] });
    expect([shape.isError, shape.text]).toEqual([true, expect.stringContaining('counters')]);
    const path = await call(client, 'read_conversation', { counter, conversation: '../../../me' });
    expect([path.isError, path.json().code]).toEqual([true, 404]);
  });
});

describe('[A41] who may ask', () => {
  it('every call is authorised: a token that was revoked, and a counter of somebody else, answer nothing', async () => {
    const made = await api.call<{ token: { id: string; value: string } }>('POST', '/api/v1/tokens', {
      token: { name: 'assistant', scope: 'read' },
    });
    const client = await overHttp(made.body.token.value);
    expect((await call(client, 'list_goals', { counter })).isError).toBe(false);
    const none = await call(client, 'ask', { counters: [counter, 999_999], metrics: ['ym:s:visits'] });
    expect([none.isError, none.json().code]).toEqual([true, 404]);
    await api.call('DELETE', `/api/v1/tokens/${made.body.token.id}`);
    await expect(call(client, 'list_counters')).rejects.toThrow(/401|unauthorized/i);
    await client.close();
  });

  it('neither a session, nor a wrong token, nor no token opens it', async () => {
    const cookie = await fetch(`${server.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify(server.owner),
    }).then((answer) => answer.headers.getSetCookie().join('; '));
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
    for (const headers of [{ cookie }, { authorization: 'Bearer wrong' }, {}]) {
      const answer = await fetch(`${server.url}/mcp`, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
          ...headers,
        },
      });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    }
  });

  it.each<[string, unknown, number]>([
    ['no JSON-RPC', { hello: 'world' }, 400],
    ['an empty list', [], 400],
    [
      'too many messages',
      Array.from({ length: 11 }, (_none, id) => ({ jsonrpc: '2.0', id, method: 'ping' })),
      400,
    ],
    ['a text', 'x', 400],
  ])('%s is refused, and the server goes on', async (_what, body, status) => {
    const answer = await fetch(`${server.url}/mcp`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        authorization: `Bearer ${server.token}`,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      },
    });
    expect(answer.status).toBe(status);
    expect(
      (await fetch(`${server.url}/mcp`, { headers: { authorization: `Bearer ${server.token}` } })).status,
    ).toBe(405);
  });
});
