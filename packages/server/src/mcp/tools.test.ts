/** What tools do with arguments that they do not know, by the official client. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createMcpServer } from './server.ts';
import type { ApiQuestion } from './tool.ts';
import { TOOLS } from './tools.ts';

/** Of each tool what it needs at least. */
const ENOUGH: Readonly<Record<string, unknown>> = {
  counter: 1,
  counters: [1],
  metrics: ['ym:s:visits'],
  metric: 'ym:s:visits',
  conversation: 'x',
  date1_a: 'today',
  date2_a: 'today',
  date1_b: 'yesterday',
  date2_b: 'yesterday',
};

const asked: ApiQuestion[] = [];
const client = new Client({ name: 'test', version: '1' });
beforeAll(async () => {
  const [here, there] = InMemoryTransport.createLinkedPair();
  const ask = async (question: ApiQuestion) => {
    asked.push(question);
    return { status: 200, text: '{}' };
  };
  await createMcpServer(ask, '1').connect(there);
  await client.connect(here);
});
afterAll(() => client.close());

it.each(TOOLS.map(({ name, input }) => [name, Object.keys(input.shape)] as const))(
  '[A80] %s refuses an argument that it does not know, and asks nothing',
  async (name, known) => {
    const enough = Object.fromEntries(Object.entries(ENOUGH).filter(([key]) => known.includes(key)));
    const call = (more: Record<string, unknown>) =>
      client.callTool({ name, arguments: { ...enough, ...more } });
    expect((await call({})).isError ?? false).toBe(false);
    expect(asked.splice(0)).toHaveLength(1);
    const refused = await call({ filter: "ym:s:browser=='Chrome'" });
    expect(refused.isError).toBe(true);
    expect(JSON.stringify(refused.content)).toContain('filter');
    expect(asked.splice(0)).toEqual([]);
  },
);
