/**
 * Backup, restore, update, retention and erasure, killed at random moments. What was begun is finished by the next
 * start, or said. `GOALPOST_KILLS` sets how often each, `GOALPOST_KILL_SEED` repeats the moments of an earlier run.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Retention } from '@goalpost/contract/management';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newKey, visit } from '../../packages/server/test/chat-client.ts';
import { limitOf, PATIENCE_MS } from '../../packages/server/test/eventually.ts';
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
  ok,
  until,
  backupsIn,
} from './random-kills.ts';
import { newVisitorId, sendHit } from './wire.ts';
import { freePort } from '../../packages/server/src/kit/test-free-port.ts';
import { REMOVE } from '../../packages/server/test/remove.ts';

const TOKEN = 'random-kills-token-of-32-characters!';
const LONG = limitOf(KILLS + 2);
/** Of the fixture, which 0.1.0 has made. */
const OLD = { counter: 31_724_993, from: '2026-11-28', to: '2026-11-30' };

let root: string;
let port: number;
let api: Api;
let url: string;
let server: Program | null = null;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'goalpost-random-kills-'));
  port = await freePort();
  url = `http://127.0.0.1:${port}`;
  api = createApi(url, TOKEN);
}, LONG);
afterAll(async () => {
  await server?.kill(true);
  rmSync(root, REMOVE);
});

const settings = (folder: string) => settingsOf(join(root, folder), port, TOKEN);
const begin = (folder: string): Program => (server = runGoalpost(['start'], settings(folder)));
const run = (folder: string, ...args: string[]): Program => runGoalpost(args, settings(folder));

const start = (folder: string): Promise<void> => started(begin(folder));
async function stop(): Promise<void> {
  await server?.kill(true);
  server = null;
}

/** Numbers that are asked for until the store answers. */
async function totals(counter: number, period: Record<string, string> = {}): Promise<unknown> {
  const params = { metrics: 'ym:s:visits,ym:s:pageviews,ym:s:users', ...period };
  const asked = await api.stat(counter, params).catch(() => null);
  return asked?.totals ?? null;
}

async function fill(counter: number, people: number, pages: number): Promise<string[]> {
  const et = Math.floor(Date.now() / 1_000);
  const visitors = Array.from({ length: people }, () => newVisitorId());
  for (const visitor of visitors) {
    await Promise.all(
      Array.from({ length: pages }, (_, n) =>
        sendHit(url, { counter, visitor, et, pageUrl: `https://shop.example/${visitor}/${n}` }),
      ),
    );
  }
  return visitors;
}

describe('a backup and a restore', () => {
  let counter: number;
  let wanted: unknown;
  beforeAll(async () => {
    await start('source');
    counter = await api.createCounter();
    await fill(counter, 40, 10);
    await until(() => totals(counter), [40, 400, 40]);
    wanted = await totals(counter);
  }, LONG);
  afterAll(stop);

  it(
    `[K6] ${KILLS} backups that are killed do not count, and the next one is whole and says so`,
    async () => {
      const random = seeded(1);
      const place = join(root, 'backups');
      const backup = () => run('source', 'backup', '--to', place);
      const first = await backup().ended;
      expect(ok(first)).toBe('ok');
      let whole = 1;
      for (let kill = 0; kill < KILLS; kill += 1) {
        // Something new, so that each has to write.
        await fill(counter, 1, 5);
        const ended = await killWithin(backup(), first.ms * 1.2, random);
        // Killed after its list of contents was written, it counts and is whole.
        const listed = backupsIn(place);
        expect([0, 1]).toContain(listed - whole);
        if (ended.code === 0) expect(listed - whole).toBe(1);
        if (listed > whole)
          expect(ok(await run('source', 'backup', '--check', '--to', place).ended)).toBe('ok');
        whole = listed;
        if (!existsSync(join(root, 'source/backup.unfinished'))) continue;
        const next = await backup().ended;
        whole += 1;
        expect([ok(next), next.said]).toEqual([
          'ok',
          expect.stringContaining('was cut off and does not count'),
        ]);
      }
      await stop();
      // What a kill left beside a server goes with its start.
      await start('source');
      expect(
        readdirSync(join(root, 'source')).filter((name) => /^backup\.(?:journal|unfinished)/.test(name)),
      ).toEqual([]);
      const last = await backup().ended;
      expect(ok(last)).toBe('ok');
      wanted = await vi.waitFor(async () => {
        const found = await totals(counter);
        expect(found).not.toBeNull();
        return found;
      }, PATIENCE_MS);
      await stop();
      expect(ok(await run('source', 'backup', '--check', '--to', place).ended)).toBe('ok');
      // What was half written is gone.
      const left = readdirSync(place, { recursive: true }).map(String);
      expect(left.filter((name) => /\.(?:new|part|tmp)/.test(name))).toEqual([]);
    },
    LONG * 2,
  );

  it(
    `[K6] ${KILLS} restores that are killed are said by the start, and begin again`,
    async () => {
      const random = seeded(2);
      const restore = (folder: string) => run(folder, 'restore', '--from', join(root, 'backups'), '--verify');
      const first = await restore('whole').ended;
      expect(ok(first)).toBe('ok');
      for (let kill = 0; kill < KILLS; kill += 1) {
        const folder = `restored-${kill}`;
        const ended = await killWithin(restore(folder), first.ms, random);
        const held = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
        const refused = await start(folder).then(
          () => null,
          (error: Error) => error.message,
        );
        if (refused !== null) {
          expect(refused).toMatch(/was cut off\. Run "goalpost restore" again: it begins anew\./);
          expect([held, ok(await restore(folder).ended)]).toEqual([held, 'ok']);
          await start(folder);
        } else if (ended.code !== 0 && held.every((name) => /^(?:lock|goalpost\.pid)$/.test(name))) {
          // Killed before it wrote anything: nothing is half done, and the start made a new installation.
          await stop();
          rmSync(join(root, folder), REMOVE);
          expect(ok(await restore(folder).ended)).toBe('ok');
          await start(folder);
        }
        await until(() => totals(counter), wanted);
        await stop();
        rmSync(join(root, folder), { ...REMOVE, force: false });
      }
    },
    LONG * 2,
  );
});

it(
  `[K8] ${KILLS} updates of data of 0.1.0 that are killed are finished by the next start`,
  async () => {
    const random = seeded(3);
    const fixture = join(import.meta.dirname, 'fixtures/data-0.1.0.tar.gz');
    const unpack = (folder: string) => {
      execFileSync('mkdir', ['-p', join(root, folder)]);
      execFileSync('tar', ['-xzf', fixture, '-C', join(root, folder)]);
    };
    const check = async () => {
      const period = { date1: OLD.from, date2: OLD.to, metrics: 'ym:s:visits,ym:s:pageviews' };
      await until(() => totals(OLD.counter, period), [6, 6]);
      expect((await api.goals(OLD.counter)).length).toBe(1);
    };
    unpack('old-whole');
    const began = performance.now();
    await start('old-whole');
    await check();
    const ms = performance.now() - began;
    await stop();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const folder = `old-${kill}`;
      unpack(folder);
      // Twice: the second may meet what the first left.
      for (let round = 0; round < 2; round += 1) await killWithin(begin(folder), ms, random);
      await start(folder);
      await check();
      await stop();
      rmSync(join(root, folder), { ...REMOVE, force: false });
    }
  },
  LONG * 2,
);

describe('what goes', () => {
  let counter: number;
  let other: number;
  let startMs: number;
  beforeAll(async () => {
    const began = performance.now();
    await start('people');
    startMs = performance.now() - began;
    counter = await api.createCounter();
    other = await api.createCounter();
    await api.call('PUT', `/api/v1/counters/${counter}/chat/settings`, { settings: { enabled: true } });
    await fill(other, 5, 4);
    await until(() => totals(other), [5, 20, 5]);
  }, LONG);
  afterAll(stop);

  /** Asked for, killed at random, perhaps in the next start too, and then left to end. */
  async function killed(random: () => number): Promise<void> {
    await killWithin(server as Program, 400, random);
    if (random() < 0.5) await killWithin(begin('people'), startMs * 1.5, random);
    await start('people');
  }

  it(
    `[P13] ${KILLS} erasures that are killed are done, and take nobody else`,
    async () => {
      const random = seeded(4);
      const people = `/api/v1/counters/${counter}/people`;
      const [stays = ''] = await fill(counter, 1, 6);
      for (let kill = 0; kill < KILLS; kill += 1) {
        const [gone = ''] = await fill(counter, 1, 30);
        const { tab } = await visit(url, counter, { visitor: gone, url: 'https://shop.example/' });
        tab.send({ type: 'message', key: newKey(), text: `hello of ${gone}`, fileId: null });
        await tab.next('stored');
        await tab.close();
        const asked = await api.call<{ erasure: { id: string } }>('POST', `${people}/erasures`, {
          by: 'visitor',
          value: gone,
        });
        await killed(random);
        const receipt = async () =>
          (
            await api
              .call<{ erasure: { state: string } }>('GET', `${people}/erasures/${asked.body.erasure.id}`)
              .catch(() => null)
          )?.body.erasure.state;
        await until(receipt, 'done');
        expect((await api.call('POST', `${people}/find`, { by: 'visitor', value: gone })).status).toBe(404);
        const found = async () =>
          (
            await api.call<{ counts?: { hits: number } }>('POST', `${people}/find`, {
              by: 'visitor',
              value: stays,
            })
          ).body.counts?.hits;
        await until(found, 6);
      }
      await until(() => totals(other), [5, 20, 5]);
    },
    LONG,
  );

  it(
    `[P17] ${KILLS} runs of retention that are killed are done, and take nothing that is young`,
    async () => {
      const random = seeded(5);
      const at = `/api/v1/counters/${counter}/retention`;
      const retention = { hits: { keep: 2, unit: 'day' }, visits: { keep: 2, unit: 'day' } };
      await api.call('PUT', at, { retention });
      const losses = async () =>
        (
          await api.call<{ losses?: { rows: number }[] }>('POST', `${at}/preview`, { retention })
        ).body.losses?.map(({ rows }) => rows);
      for (let kill = 0; kill < KILLS; kill += 1) {
        const before = (await totals(counter)) as number[];
        await fill(counter, 6, 4);
        const young = [6, 24, 6].map((more, n) => (before[n] ?? 0) + more);
        await until(() => totals(counter), young);
        await age(join(root, 'people'), counter);
        // There is something to remove, or nothing would be tried.
        expect((await losses())?.every((rows) => rows > 0)).toBe(true);
        const asked = await api.call<{ run: { id: string } }>('POST', `${at}/runs`);
        await killed(random);
        const state = async () =>
          (await api.call<Retention>('GET', at).catch(() => null))?.body.runs?.find(
            ({ id }) => id === asked.body.run.id,
          )?.state;
        await until(state, 'done');
        await until(losses, [0, 0]);
        await until(() => totals(counter), young);
      }
    },
    LONG,
  );
});
