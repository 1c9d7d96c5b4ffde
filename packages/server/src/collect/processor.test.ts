import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OlapUnavailable } from '../kit/olap.ts';
import type { Batch, Pipeline, Segment } from './batch.ts';
import { listSegments, segmentPath } from './journal/segment-files.ts';
import {
  CHROME,
  COUNTER,
  countingPipeline,
  type FakeStore,
  fakeStore,
  startTestCollection,
  type TestCollection,
  type TestCollectionOptions,
  testFolder,
} from './test-collection.ts';

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
      /^set-aside-\d+-hits\.jsonl$/.test(one),
    );
    expect(await readFile(join(dataDir, 'journal', name ?? ''), 'utf8')).toContain('n=a');
  });

  it('reads a damaged segment up to the damage, keeps it, and goes on with the next', async () => {
    const one = await start({ createPipeline: () => countingPipeline(), drainMs: 1 });
    store.failure = new OlapUnavailable('away');
    await send('a');
    await send('b');
    await stop();
    const segments = await listSegments(join(dataDir, 'journal'));
    const path = segmentPath(join(dataDir, 'journal'), segments[0] ?? 0);
    const bytes = await readFile(path);
    bytes[bytes.indexOf('n=b')] = 0;
    await writeFile(path, bytes);
    // A newer segment: only the newest may end torn.
    await writeFile(segmentPath(join(dataDir, 'journal'), (segments.at(-1) ?? 0) + 1), '');
    store.failure = null;
    const again = await start();
    await send('c');
    await again.collection.flushed();
    expect(rows().map(([, name]) => name)).toEqual(['a', 'c']);
    expect(again.collection.stats().damagedSegments).toBe(1);
    expect(await readdir(join(dataDir, 'journal'))).toContain(
      `${String(segments[0]).padStart(16, '0')}.journal.corrupt`,
    );
    expect(one).not.toBe(again);
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
