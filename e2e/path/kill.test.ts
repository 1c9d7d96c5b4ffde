/**
 * The promise of the journal, from outside: the server is killed at random moments, and at the end every
 * acknowledged hit is in hits, in visits and in reaches exactly once. `KILL_ROUNDS` sets how often.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApi } from './api.ts';
import { type KillableServer, prepareServer } from './killable-server.ts';
import { newVisitorId, reach, sendHit } from './wire.ts';

const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 4);
const TOKEN = 'kill-test-token-of-at-least-32-characters';
const CLIENTS = 6;

let server: KillableServer;
beforeAll(async () => {
  server = await prepareServer(TOKEN);
});
afterAll(() => server.close());

it(
  `${ROUNDS} times killed: every acknowledged hit is reported exactly once`,
  async () => {
    const { url } = server;
    await server.start();
    const counter = await createApi(url, TOKEN).createCounter();
    const acked = { views: 0, reaches: 0, visitors: 0 };

    for (let round = 0; round < ROUNDS; round++) {
      const moment = { over: false };
      const clients = Array.from({ length: CLIENTS }, () => talk(url, counter, acked, moment));
      await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 2_500));
      await server.kill('SIGKILL');
      moment.over = true;
      // A client that was waiting for an answer sends its hit again until the next server takes it.
      await server.start();
      await Promise.all(clients);
    }

    const api = createApi(url, TOKEN);
    const metrics = 'ym:s:pageviews,ym:s:sumGoalReachesAny,ym:s:users';
    const wanted = [acked.views, acked.reaches, acked.visitors];
    let found: readonly (number | null)[] = [];
    const deadline = Date.now() + 60_000;
    while (Date.now() < deadline) {
      found = (await api.stat(counter, { metrics }).catch(() => ({ totals: [] }))).totals;
      if (String(found) === String(wanted)) break;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect(found).toEqual(wanted);
    expect(acked.reaches).toBeGreaterThan(ROUNDS);
  },
  ROUNDS * 30_000 + 60_000,
);

/** One client: visitors that open a page and write to the chat; a hit with no answer is sent again until it has one. */
async function talk(
  url: string,
  counter: number,
  acked: { views: number; reaches: number; visitors: number },
  moment: { readonly over: boolean },
): Promise<void> {
  while (!moment.over) {
    const visitor = newVisitorId();
    const rn = Number(visitor.slice(-9));
    const et = Math.floor(Date.now() / 1000);
    await untilAcked(() => sendHit(url, { counter, visitor, rn, et, pageUrl: 'https://shop.example/' }));
    acked.views++;
    acked.visitors++;
    await untilAcked(() =>
      reach(url, { counter, visitor, rn: rn + 500_000_000, et }, 'Jivo_Client_initiate_chat'),
    );
    acked.reaches++;
  }
}

async function untilAcked(send: () => Promise<Response>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const answer = await send().catch(() => null);
    await answer?.arrayBuffer().catch(() => null);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('a hit was not taken for a minute');
}
