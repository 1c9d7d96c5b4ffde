/** Purges of deleted counters, killed at random moments: done by the next start, and no other counter's. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newKey, visit } from '../../packages/server/test/chat-client.ts';
import { limitOf } from '../../packages/server/test/eventually.ts';
import { seeded } from '../../packages/server/test/seeded.ts';
import { createApi, type Api } from './api.ts';
import { killWithin, KILLS, type Program, runGoalpost, settingsOf, started, until } from './random-kills.ts';
import { readOut } from './read-out.ts';
import { newVisitorId, sendHit } from './wire.ts';
import { freePort } from '../../packages/server/src/kit/test-free-port.ts';
import { REMOVE } from '../../packages/server/test/remove.ts';

const TOKEN = 'purge-kills-token-of-32-characters!!';
const LONG = limitOf(KILLS + 2);
/** Of a purged counter: what was done with it, and that its number is taken [P19]. */
const STAYS = ['records: audit', 'records: retention_runs', 'records: retired_counters'];

/** Random moments are of this span; a start that is over before is killed as it runs. */
const STARTS_MS = 6_000;

let root: string;
let url: string;
let api: Api;
let environment: Record<string, string>;
let server: Program;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'goalpost-purge-kills-'));
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  api = createApi(url, TOKEN);
  environment = settingsOf(root, port, TOKEN);
  await start();
}, LONG);
afterAll(async () => {
  await server.kill(true);
  rmSync(root, REMOVE);
});

const begin = (): Program => (server = runGoalpost(['start'], environment));
const start = (): Promise<void> => started(begin());

/** With hits, a conversation and its goals in it. */
async function filled(): Promise<number> {
  const counter = await api.createCounter();
  const settings = { enabled: true };
  await api.call('PUT', `/api/v1/counters/${counter}/chat/settings`, { settings });
  const visitors = Array.from({ length: 6 }, () => newVisitorId());
  for (const visitor of visitors)
    for (const page of ['a', 'b', 'c'])
      await sendHit(url, { counter, visitor, pageUrl: `https://shop.example/${page}` });
  const { tab } = await visit(url, counter, { visitor: visitors[0] ?? '', url: 'https://shop.example/a' });
  tab.send({ type: 'message', key: newKey(), text: 'hello', fileId: null });
  await tab.next('stored');
  await tab.close();
  await until(() => totals(counter), [6, 18, 6]);
  return counter;
}

const totals = async (counter: number): Promise<unknown> =>
  (await api.stat(counter, { metrics: 'ym:s:visits,ym:s:pageviews,ym:s:users' })).totals;

/** Tables in which the counter's number still stands; what the engine notes of its own work is no data. */
async function left(counter: number): Promise<string[]> {
  const { tables } = await readOut(root);
  return tables
    .filter(({ place, text }) => !place.startsWith('analytics: system.') && text.includes(String(counter)))
    .map(({ place }) => place)
    .filter((place) => !STAYS.includes(place));
}

it(
  `[P19] [P36] ${KILLS} purges that are killed are done, and take no other counter`,
  async () => {
    const random = seeded(0);
    const other = await filled();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const counter = await filled();
      expect((await left(counter)).length).toBeGreaterThan(5);
      expect((await api.call('DELETE', `/management/v1/counter/${counter}`)).status).toBe(200);
      expect((await api.call('POST', `/api/v1/counters/${counter}/purge`)).status).toBe(200);
      await killWithin(server, 400, random);
      if (random() < 0.5) await killWithin(begin(), STARTS_MS, random);
      await start();
      await until(() => left(counter), []);
      expect((await api.call('POST', `/management/v1/counter/${counter}/undelete`)).status).not.toBe(200);
    }
    await until(() => totals(other), [6, 18, 6]);
  },
  LONG,
);
