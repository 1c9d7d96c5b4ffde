import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OlapUnavailable } from '../../kit/olap.ts';
import type { Batch, Pipeline, Segment } from './batch.ts';
import { listSegments, segmentPath } from '../journal/segment-files.ts';
import {
  CHROME,
  COUNTER,
  counterConfig,
  countingPipeline,
  type FakeStore,
  fakeStore,
  startTestCollection,
  type TestCollection,
  type TestCollectionOptions,
  testFolder,
} from '../test-collection.ts';

let dataDir: string;
let store: FakeStore;
let running: TestCollection | null = null;
beforeEach(async () => {
  dataDir = await testFolder();
  store = fakeStore();
});
afterEach(async () => {
  await stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function start(options: TestCollectionOptions = {}): Promise<TestCollection> {
  await stop();
  running = await startTestCollection({ dataDir, store, ...options });
  return running;
}

async function stop(): Promise<void> {
  await running?.stop();
  running = null;
}

async function send(...names: string[]): Promise<void> {
  for (const name of names) {
    const answer = await fetch(`${running?.url}/watch/${COUNTER}?n=${name}`, {
      headers: { 'user-agent': CHROME },
    });
    expect(answer.headers.get('x-goalpost')).toBe('stored');
  }
}

function rows(): [number, string][] {
  return store.rows.hits.map((line) => {
    const { n, q } = JSON.parse(line) as { n: number; q: string };
    return [n, q.slice(2)];
  });
}

/** Fails at the records that are told to it, as a bug in a step would: in the middle, with its state half changed. */
function buggyPipeline(poison: ReadonlySet<string>, failure: (query: string) => Error): () => Pipeline {
  return () =>
    countingPipeline((query) => {
      if (poison.has(query)) throw failure(query);
    });
}

describe('processing', () => {
  const bug = () => new TypeError('cannot read properties of undefined');

  it('sets aside the hits that make the pipeline fail, and those only', async () => {
    const { collection } = await start({
      createPipeline: asynchronous(buggyPipeline(new Set(['n=bad', 'n=worse']), bug)),
    });
    await send('a', 'bad', 'b', 'worse', 'c');
    await collection.flushed();
    await send('d');
    await collection.flushed();
    expect(rows()).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
      [4, 'd'],
    ]);
    expect(collection.stats().setAside).toBe(2);
    const aside = await readFile(join(dataDir, 'journal', 'set-aside-records.jsonl'), 'utf8');
    expect(
      aside
        .split('\n')
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as { record: { q: string } }).record.q),
    ).toEqual(['n=bad', 'n=worse']);
  });

  it('leaves them out when the journal is read again', async () => {
    const buggy = { createPipeline: asynchronous(buggyPipeline(new Set(['n=bad']), bug)), drainMs: 0 };
    let one = await start(buggy);
    await send('a', 'bad', 'b');
    await one.collection.flushed();
    for (const name of await readdir(join(dataDir, 'journal'))) {
      if (name.endsWith('.checkpoint')) expect(name).not.toContain('.new');
    }
    store = fakeStore();
    one = await start(buggy);
    await send('c');
    await one.collection.flushed();
    expect(rows().map(([, name]) => name)).toEqual(['c']);
    expect(one.collection.stats().setAside).toBe(1);
  });

  it('waits for a store or a system that is away, and sets nothing aside', async () => {
    let failures = 3;
    const away = [
      new OlapUnavailable('away'),
      Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
      new OlapUnavailable('away'),
    ];
    const createPipeline = () => {
      const inner = countingPipeline();
      return {
        ...inner,
        process: (segment: Segment): Promise<Batch> =>
          failures > 0 ? Promise.reject(away[--failures]) : inner.process(segment),
      };
    };
    const { collection } = await start({ createPipeline });
    await send('a');
    await collection.flushed();
    expect([rows(), collection.stats().setAside]).toEqual([[[1, 'a']], 0]);
  });

  it('keeps rows that the store cannot read, and goes on', async () => {
    const { collection } = await start();
    store.failure = Object.assign(new Error('Cannot parse input'), { code: '27' });
    await send('a');
    await collection.flushed();
    store.failure = null;
    await send('b');
    await collection.flushed();
    expect(rows()).toEqual([[2, 'b']]);
    expect(collection.stats()).toMatchObject({ setAside: 1, storing: true });
    const name = (await readdir(join(dataDir, 'journal'))).find((one) =>
      /^set-aside-\d+-hits\.rowbinary$/.test(one),
    );
    expect(await readFile(join(dataDir, 'journal', name ?? ''), 'utf8')).toContain('n=a');
  });

  describe('what is damaged', () => {
    const folder = () => join(dataDir, 'journal');
    /** Ends with these hits journaled, in blocks of their own, and none stored. */
    async function leave(...sent: string[]): Promise<number> {
      await start({ drainMs: 1 });
      store.failure = new OlapUnavailable('away');
      await send(...sent);
      await stop();
      store.failure = null;
      return (await listSegments(folder())).at(-1) ?? 0;
    }
    async function change(number: number, edit: (bytes: Buffer) => Buffer | void): Promise<void> {
      const path = segmentPath(folder(), number);
      const bytes = await readFile(path);
      await writeFile(path, edit(bytes) ?? bytes);
    }
    const names = () => rows().map(([, name]) => name);
    const said: string[] = [];
    const log = {
      info: () => undefined,
      warn: (_: object, message: string) => void said.push(message),
      error: (_: object, message: string) => void said.push(message),
    };
    beforeEach(() => (said.length = 0));

    it('[V19] loses one block, wherever it stands; the rest is stored once, the loss told once', async () => {
      const older = await leave('a', 'b', 'c');
      const newest = await leave('d', 'e', 'f');
      for (const [number, name] of [
        [older, 'b'],
        [newest, 'e'],
      ] as const)
        await change(number, (bytes) => {
          bytes.writeUInt8(1, bytes.indexOf(`n=${name}`));
        });
      for (let again = 0; again < 2; again++) {
        const { collection } = await start({ log });
        await collection.flushed();
        expect(names()).toEqual(['a', 'c', 'd', 'f']);
        const { segments, hits, places, cutOffBytes } = { places: 0, ...collection.stats().damage };
        expect([segments, hits, places, cutOffBytes]).toEqual([2, 2, 0, 0]);
      }
      expect(said.filter((one) => one.startsWith('A journal segment is damaged'))).toHaveLength(2);
      const kept = (await readdir(folder())).filter((name) => name.endsWith('.corrupt'));
      expect(kept).toHaveLength(2);
      expect(await readFile(join(folder(), kept[1] ?? ''), 'latin1')).toContain('\u0001=e');
    });

    it('says so where the last block has changed, and denies nothing where it may have', async () => {
      const changed = await leave('a', 'b');
      await change(changed, (bytes) => {
        bytes.writeUInt8(1, bytes.indexOf('n=b'));
      });
      await start({ log });
      expect(said[0]).toMatch(/^A journal segment is damaged/);
      await running?.collection.flushed();
      const cut = await leave('c', 'd');
      await change(cut, (bytes) => bytes.subarray(0, bytes.length - 5));
      said.length = 0;
      const { collection } = await start({ log });
      await collection.flushed();
      expect(said[0]).toMatch(/^The end of the journal cannot be read/);
      expect(names()).toEqual(['a', 'c']);
      expect(collection.stats().damage).toMatchObject({ segments: 1 });
      expect(collection.stats().damage.cutOffBytes).toBeGreaterThan(50);
    });

    it('knows of hits at the end of an older segment that are gone without a trace', async () => {
      const older = await leave('a', 'b');
      await leave('c');
      await change(older, (bytes) => bytes.subarray(0, bytes.lastIndexOf('{"k":"b"') - 8));
      const { collection } = await start({ log });
      await collection.flushed();
      expect(names()).toEqual(['a', 'c']);
      expect(collection.stats().damage).toMatchObject({ segments: 1, hits: 1, missing: 0 });
    });

    it('knows of segments that are gone, first, middle and last', async () => {
      const segments = [await leave('a'), await leave('b', 'b2'), await leave('c'), await leave('d')];
      await rm(segmentPath(folder(), segments[1] ?? 0));
      const { collection } = await start({ log, drainMs: 1 });
      await collection.flushed();
      expect(names()).toEqual(['a', 'c', 'd']);
      expect(collection.stats().damage).toMatchObject({ segments: 1, missing: 1, hits: 2 });
    });

    it('[V20] judges hits behind lost settings by those of now, each time alike', async () => {
      const number = await leave('a');
      await change(number, (bytes) => {
        bytes.writeUInt8(1, bytes.indexOf('"config"'));
      });
      const config = counterConfig({ revision: 9 });
      const one = await start({ log, configs: [config] });
      await one.collection.flushed();
      expect(revisions()).toEqual([9]);
      expect(one.collection.stats().damage).toMatchObject({ hits: 0, settings: 1 });
      expect(await readdir(folder())).toContain(`${String(number).padStart(16, '0')}.journal.settings`);
    });

    const revisions = () =>
      store.rows.hits.map((line) => (JSON.parse(line) as { revision: number }).revision);
  });

  it('removes the journal up to the checkpoint before the last, and repeats no number', async () => {
    const folder = join(dataDir, 'journal');
    const seen = new Set<number>();
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      await start();
      const fresh = (await listSegments(folder)).at(-1) ?? 0;
      expect(seen.has(fresh)).toBe(false);
      await send(name);
      for (const number of await listSegments(folder)) seen.add(number);
      await stop();
    }
    expect(seen.size).toBe(5);
    expect((await listSegments(folder)).length).toBe(1);
    expect(rows()).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
      [4, 'd'],
      [5, 'e'],
    ]);
  });

  it('begins again with the counters as they are now, where every checkpoint is lost', async () => {
    await start({ drainMs: 1 });
    store.failure = new OlapUnavailable('away');
    await send('a');
    await stop();
    for (const name of await readdir(join(dataDir, 'journal'))) {
      if (name.endsWith('.checkpoint')) await rm(join(dataDir, 'journal', name));
    }
    store.failure = null;
    const { collection } = await start();
    await collection.flushed();
    await expect.poll(rows).toEqual([[1, 'a']]);
  });
});

/** As the real pipeline: failures come as rejections. */
function asynchronous(create: () => Pipeline): () => Pipeline {
  return () => {
    const inner = create();
    return { ...inner, process: async (segment: Segment) => inner.process(segment) };
  };
}
