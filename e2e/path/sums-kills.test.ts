/** Retention that keeps sums, killed at random moments: each day counts once, from its rows or from its sums. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Retention } from '@goalpost/contract/management';
import { afterAll, beforeAll, it } from 'vitest';
import { freePort } from '../../packages/server/src/kit/test-free-port.ts';
import { limitOf } from '../../packages/server/test/eventually.ts';
import { REMOVE } from '../../packages/server/test/remove.ts';
import { seeded } from '../../packages/server/test/seeded.ts';
import { createApi, type Api } from './api.ts';
import {
  age,
  KILLS,
  killWithin,
  type Program,
  runGoalpost,
  settingsOf,
  started,
  until,
} from './random-kills.ts';
import { newVisitorId, sendHit } from './wire.ts';

const TOKEN = 'random-kills-token-of-32-characters!';

let root: string;
let url: string;
let api: Api;
let begin: () => Program;
let server: Program;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'goalpost-sums-kills-'));
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  api = createApi(url, TOKEN);
  begin = () => (server = runGoalpost(['start'], settingsOf(join(root, 'data'), port, TOKEN)));
  await started(begin());
});
afterAll(async () => {
  await server.kill(true);
  rmSync(root, REMOVE);
});

async function fill(counter: number): Promise<void> {
  const et = Math.floor(Date.now() / 1_000);
  for (let person = 0; person < 6; person += 1) {
    const visitor = newVisitorId();
    for (const page of ['a', 'b', 'c', 'd'])
      await sendHit(url, { counter, visitor, et, pageUrl: `https://shop.example/${page}` });
  }
}

it(
  `[P43] ${KILLS} runs of retention that are killed keep the sums of a day once`,
  async () => {
    const random = seeded(6);
    const short = { keep: 4, unit: 'day' };
    for (let kill = 0; kill < KILLS; kill += 1) {
      const counter = await api.createCounter();
      const at = `/api/v1/counters/${counter}/retention`;
      const both = async () =>
        (await api.stat(counter, { metrics: 'ym:s:visits,ym:s:pageviews', date1: '10daysAgo' })).totals;
      await fill(counter);
      await until(both, [6, 24]);
      await age(join(root, 'data'), counter);
      await until(both, [12, 48]);
      await api.call('PUT', at, { retention: { hits: short, visits: short, sums: true } });
      await api.call('POST', `${at}/runs`);
      await killWithin(server, 400, random);
      await started(begin());
      const last = async () => {
        const run = (await api.call<Retention>('GET', at)).body.runs.at(-1);
        return [run?.state, run?.losses.every(({ rows }) => rows > 0)];
      };
      await until(last, ['done', true]);
      await until(both, [12, 48]);
    }
  },
  limitOf(KILLS + 2),
);
