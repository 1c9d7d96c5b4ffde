/**
 * The promise of the chat, from outside. The server is killed at random moments while visitors, every other one
 * over plain requests [C94], and operators talk, and at the end no acknowledged message is lost or doubled, each sender's order is kept, and every
 * conversation has made its goal exactly once. `KILL_ROUNDS` sets how often.
 */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { overRequests, overSocket } from '../../packages/server/test/carriers.ts';
import { limitOf, PATIENCE_MS } from '../../packages/server/test/eventually.ts';
import { seeded } from '../../packages/server/test/seeded.ts';
import { conversions, createApi, type Api } from './api.ts';
import { ChatOperator, ChatVisitor } from './chat-talk.ts';
import { type KillableServer, prepareServer } from './killable-server.ts';
import { newVisitorId } from './wire.ts';

const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 2);
const TOKEN = 'chat-kill-test-token-of-32-characters';
const VISITORS = 50;
const OPERATORS = 5;
/** A kill comes at a random one of so many acknowledged messages. */
const MOST_BEFORE_KILL = 400;

let server: KillableServer;
beforeAll(async () => {
  server = await prepareServer(TOKEN);
});
afterAll(() => server.close());

it(
  `${ROUNDS} times killed: no acknowledged message lost or doubled, every goal once`,
  async () => {
    const random = seeded(9);
    const { url } = server;
    await server.start();
    const api = createApi(url, TOKEN);
    const counter = await api.createCounter();
    await api.call('PUT', `/api/v1/counters/${counter}/chat/settings`, { settings: { enabled: true } });
    const operators = Array.from({ length: OPERATORS }, (_, nth) => new ChatOperator(url, TOKEN, nth));
    await Promise.all(operators.map(({ welcomed }) => welcomed));
    const all: ChatVisitor[] = [];

    for (let round = 0; round < ROUNDS; round++) {
      const visitors = Array.from(
        { length: VISITORS },
        (_, at) => new ChatVisitor(url, counter, newVisitorId(), at % 2 === 0 ? overSocket : overRequests),
      );
      all.push(...visitors);
      const talking = visitors.map((visitor) => visitor.talk());
      const wanted = 1 + Math.floor(random() * MOST_BEFORE_KILL);
      const acked = () => visitors.reduce((sum, visitor) => sum + visitor.acked.size, 0);
      await vi.waitUntil(() => acked() >= wanted, { timeout: PATIENCE_MS, interval: 5 });
      await server.kill('SIGKILL');
      await server.start();
      for (const visitor of visitors) visitor.finish();
      await Promise.all(talking);
    }
    for (const operator of operators) operator.finish();
    await Promise.all(operators.map((operator) => operator.finished));

    for (const visitor of all) await compare(api, counter, visitor, operators);
    await goalsOnce(api, counter, all.length);
    expect(operators.reduce((sum, { acked }) => sum + acked.size, 0)).toBeGreaterThan(ROUNDS);
  },
  limitOf(ROUNDS),
);

interface Message {
  readonly seq: number;
  readonly key: string;
  readonly text: string;
  readonly kind: string;
}

async function compare(
  api: Api,
  counter: number,
  visitor: ChatVisitor,
  operators: readonly ChatOperator[],
): Promise<void> {
  const path = `/api/v1/counters/${counter}/chat/conversations/${visitor.conversationId}`;
  const { messages } = (await api.call<{ messages: Message[] }>('GET', path)).body;
  expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1));
  expect(new Set(messages.map(({ key }) => key)).size).toBe(messages.length);
  // The visitor's side, live and after every resumption, is the store's up to when the visitor went.
  const seen = visitor.messages();
  const truth = messages.map(({ seq, key, text }) => ({ seq, key, text }));
  expect(seen).toEqual(truth.slice(0, seen.length));
  // In the order of writing, each as it was acknowledged.
  expect(messages.filter(({ kind }) => kind === 'visitor').map(({ key }) => key)).toEqual(visitor.written);
  for (const [key, seq] of visitor.acked) expect(messages[seq - 1]?.key).toBe(key);
  for (const operator of operators) {
    const theirs = operator.acked.get(visitor.conversationId) ?? new Map<string, number>();
    for (const [key, seq] of theirs) expect(messages[seq - 1]?.key).toBe(key);
  }
}

/** One conversation a visitor: as many reaches as visitors, each in a visit of its own. */
async function goalsOnce(api: Api, counter: number, wanted: number): Promise<void> {
  let events: string[] = [];
  const counted = async (): Promise<[visits: number, reaches: number]> => {
    const rows = await conversions(api, counter).catch(() => ({}));
    const chats = Object.entries(rows).filter(([name]) => name.startsWith('Jivo auto-goal'));
    events = chats.map(([name]) => name);
    return chats.reduce<[number, number]>(
      ([visits, reaches], [, metrics]) => [visits + (metrics[0] ?? 0), reaches + (metrics[3] ?? 0)],
      [0, 0],
    );
  };
  await expect.poll(counted).toEqual([wanted, wanted]);
  // Which of both depends on how long operators take to come back; `roster.test.ts` holds that by a clock [C47].
  const either = ['Jivo auto-goal: customer opened chat', 'Jivo auto-goal: offline message'];
  expect(either).toEqual(expect.arrayContaining(events));
  expect(events).not.toEqual([]);
}
