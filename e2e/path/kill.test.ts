/**
 * The promise of the journal, from outside. The server is killed at random moments, and at the end every
 * acknowledged hit is in hits, in visits and in reaches exactly once. `KILL_ROUNDS` sets how often.
 */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { limitOf, PATIENCE_MS } from '../../packages/server/test/eventually.ts';
import { seeded } from '../../packages/server/test/seeded.ts';
import { createApi } from './api.ts';
import { type KillableServer, prepareServer } from './killable-server.ts';
import { newVisitorId, reach, sendHit } from './wire.ts';

const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 2);
const TOKEN = 'kill-test-token-of-at-least-32-characters';
const CLIENTS = 6;
/** A kill comes at a random one of so many acknowledged hits. */
const MOST_BEFORE_KILL = 400;

let server: KillableServer;
beforeAll(async () => {
  server = await prepareServer(TOKEN);
});
afterAll(() => server.close());

it(
  `${ROUNDS} times killed: every acknowledged hit is reported exactly once`,
  async () => {
    const { url } = server;
    const random = seeded(6);
    await server.start();
    const counter = await createApi(url, TOKEN).createCounter();
    const acked = { views: 0, reaches: 0, visitors: 0 };

    for (let round = 0; round < ROUNDS; round++) {
      const moment = { over: false, left: 1 + Math.floor(random() * MOST_BEFORE_KILL) };
      const { promise: isThere, resolve: come } = Promise.withResolvers<void>();
      const oneMore = (): void => {
        moment.left -= 1;
        if (moment.left === 0) come();
      };
      const clients = Array.from({ length: CLIENTS }, () => talk(url, counter, acked, moment, oneMore));
      await isThere;
      await server.kill('SIGKILL');
      moment.over = true;
      // A client that was waiting for an answer sends its hit again until the next server takes it.
      await server.start();
      await Promise.all(clients);
    }

    const api = createApi(url, TOKEN);
    const metrics = 'ym:s:pageviews,ym:s:sumGoalReachesAny,ym:s:users';
    const wanted = [acked.views, acked.reaches, acked.visitors];
    await expect
      .poll(async () => (await api.stat(counter, { metrics }).catch(() => ({ totals: [] }))).totals)
      .toEqual(wanted);
    expect(acked.reaches).toBeGreaterThan(ROUNDS);
  },
  limitOf(ROUNDS),
);

/** One client: visitors that open a page and write to the chat; a hit with no answer is sent again until it has one. */
async function talk(
  url: string,
  counter: number,
  acked: { views: number; reaches: number; visitors: number },
  moment: { readonly over: boolean },
  oneMore: () => void,
): Promise<void> {
  while (!moment.over) {
    const visitor = newVisitorId();
    const rn = Number(visitor.slice(-9));
    const et = Math.floor(Date.now() / 1000);
    await untilAcked(() => sendHit(url, { counter, visitor, rn, et, pageUrl: 'https://shop.example/' }));
    acked.views++;
    acked.visitors++;
    oneMore();
    await untilAcked(() =>
      reach(url, { counter, visitor, rn: rn + 500_000_000, et }, 'Jivo_Client_initiate_chat'),
    );
    acked.reaches++;
    oneMore();
  }
}

async function untilAcked(send: () => Promise<Response>): Promise<void> {
  await vi.waitUntil(
    async () => {
      const answer = await send().catch(() => null);
      await answer?.arrayBuffer().catch(() => null);
      return answer?.ok === true;
    },
    { timeout: PATIENCE_MS },
  );
}
