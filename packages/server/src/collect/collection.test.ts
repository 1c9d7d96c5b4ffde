import { CollectionHealth } from '@goalpost/contract/collection';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { EndpointContext } from '../kit/endpoint.ts';
import { OlapUnavailable } from '../kit/olap.ts';
import { Stopped } from '../kit/retry.ts';
import {
  CHROME,
  COUNTER,
  counterConfig,
  fakeStore,
  startTestCollection,
  type TestCollection,
  type TestCollectionOptions,
  testFolder,
} from './test-collection.ts';

const open: TestCollection[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const one of open.splice(0)) await one.stop();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function start(options?: TestCollectionOptions): Promise<TestCollection> {
  const started = await startTestCollection(options);
  open.push(started);
  return started;
}

async function restart(
  running: TestCollection,
  options: TestCollectionOptions = {},
): Promise<TestCollection> {
  open.splice(open.indexOf(running), 1);
  await running.stop();
  return start({ dataDir: running.dataDir, store: running.store, ...options });
}

async function folder(): Promise<string> {
  const made = await testFolder();
  folders.push(made);
  return made;
}

function send(to: TestCollection, name: string): Promise<Response> {
  return fetch(`${to.url}/watch/${COUNTER}?n=${name}`, { headers: { 'user-agent': CHROME } });
}

async function health(of: TestCollection): Promise<CollectionHealth> {
  const endpoint = of.collection.endpoints.find(({ url }) => url === '/api/v1/counters/:counterId/health');
  const input = { params: { counterId: COUNTER }, query: undefined, body: undefined };
  return CollectionHealth.parse(await endpoint?.handle(input, {} as EndpointContext));
}

function stored(from: TestCollection): { n: number; q: string; revision: number }[] {
  return from.store.rows.hits.map((line) => JSON.parse(line) as { n: number; q: string; revision: number });
}

describe('collection', () => {
  it('[W12] stores each acknowledged hit once, over restarts too', async () => {
    let running = await start({ dataDir: await folder() });
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 5; i++) expect((await send(running, `${round}-${i}`)).status).toBe(200);
      running = await restart(running);
    }
    await running.collection.flushed();
    const rows = stored(running);
    expect(rows.map(({ q }) => q)).toEqual(
      Array.from({ length: 15 }, (_, i) => `n=${Math.floor(i / 5)}-${i % 5}`),
    );
    expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
  });

  it('takes hits while the store is away, and stores them when it is back', async () => {
    const running = await start();
    running.store.failure = new OlapUnavailable('away');
    expect((await send(running, 'a')).headers.get('x-goalpost')).toBe('stored');
    expect(running.collection.ready()).toBe(true);
    const flushed = running.collection.flushed();
    running.store.failure = null;
    await flushed;
    expect(stored(running).map(({ q }) => q)).toEqual(['n=a']);
  });

  it('tells whoever waits for what the store never took that it has stopped, also afterwards', async () => {
    const running = await start({ drainMs: 0 });
    running.store.failure = new OlapUnavailable('away');
    await send(running, 'a');
    const before = running.collection.flushed();
    const told = expect(before).rejects.toThrow(Stopped);
    await running.collection.close();
    await told;
    await expect(running.collection.flushed()).rejects.toThrow(Stopped);
  });

  it('[W22] has one time for all that its end waits for', async () => {
    const drainMs = 777;
    const running = await start({ drainMs });
    running.store.failure = new OlapUnavailable('away');
    await send(running, 'a');
    const timers = vi.spyOn(globalThis, 'setTimeout');
    await running.collection.close();
    const waits = timers.mock.calls
      .map(([, ms = 0]) => ms)
      .filter((ms) => ms > drainMs - 70 && ms <= drainMs);
    timers.mockRestore();
    expect(waits).toHaveLength(1);
  });

  it('keeps what the store did not take for the next start', async () => {
    const store = fakeStore();
    store.failure = new OlapUnavailable('away');
    const dataDir = await folder();
    const first = await startTestCollection({ dataDir, store, drainMs: 1 });
    await send(first, 'kept');
    await first.stop();
    store.failure = null;
    const running = await start({ dataDir, store });
    await running.collection.flushed();
    expect(stored(running).map(({ q, n }) => [q, n])).toEqual([['n=kept', 1]]);
  });

  it('[G17] judges hits by the settings that were published before them', async () => {
    const running = await start();
    await send(running, 'before');
    const changed = counterConfig({ revision: 2 });
    running.configs.set(COUNTER, changed);
    await running.collection.publish(changed);
    await send(running, 'after');
    await running.collection.flushed();
    expect(stored(running).map(({ q, revision }) => [q, revision])).toEqual([
      ['n=before', 1],
      ['n=after', 2],
    ]);
  });

  it('[G1] journals settings before the first hit even where nobody published them', async () => {
    const running = await start({ configs: [] });
    running.configs.set(COUNTER, counterConfig({ revision: 7 }));
    await send(running, 'first');
    await running.collection.flushed();
    expect(stored(running)).toEqual([{ n: 1, q: 'n=first', revision: 7 }]);
  });

  it('tells what became of hits, before and after a restart', async () => {
    const dataDir = await folder();
    const clock = { now: () => Date.UTC(2026, 10, 22, 12, 30) };
    let running = await start({ dataDir, clock });
    await send(running, 'a');
    await fetch(`${running.url}/watch/${COUNTER}?n=b`, {
      headers: { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' },
    });
    await fetch(`${running.url}/watch/${COUNTER}?wmode=5&callback=x%3By`);
    for (let i = 0; i < 2; i++) {
      const [hour, ...others] = (await health(running)).hours;
      expect([hour?.stored, hour?.notes, hour?.refused, others]).toEqual([
        2,
        { robot: 1 },
        { callback: 1 },
        [],
      ]);
      running = await restart(running, { dataDir, clock });
    }
    await running.collection.flushed();
    expect((await health(running)).server).toMatchObject({
      ready: true,
      storing: true,
      backlog_bytes: 0,
      set_aside: 0,
      damaged_segments: 0,
    });
  });

  it('says in a plain sentence that the journal folder cannot be used', async () => {
    const dataDir = await folder();
    await mkdir(dataDir, { recursive: true });
    await writeFile(join(dataDir, 'journal'), 'a file where a folder should be');
    await expect(startTestCollection({ dataDir })).rejects.toThrow(/^The journal folder .* cannot be used: /);
  });
});
