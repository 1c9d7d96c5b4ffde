/** Collection with everything around it small, real files under it, and a real HTTP server before it; for tests. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Olap, OlapTable } from '../kit/olap.ts';
import { NO_ROWS } from './encode/rows.ts';
import type { Batch, Pipeline, Segment } from './run/batch.ts';
import { createCollection } from './collection.ts';
import type { Collection, CollectionDeps } from './collection-port.ts';
import { processHere } from './processing/here.ts';
import type { CounterConfig } from './state/counter-config.ts';
import type { Log } from '../kit/log.ts';
import type { ClosedDays } from './ports.ts';
import { CHROME, COUNTER, testConfig as counterConfig } from './test-config.ts';

export { CHROME, COUNTER, counterConfig };

type Inserted = Parameters<Olap['insert']>[1];

/** Those of `countingPipeline` are lines, too. */
export const linesOf = (rows: Inserted): string =>
  (typeof rows === 'object' && 'bytes' in rows ? rows.bytes : rows).toString();

/** Keeps inserts as the store would: a token that was seen changes nothing. */
export interface FakeStore {
  readonly rows: Record<OlapTable, string[]>;
  /** Thrown by the next inserts while set. */
  failure: Error | null;
  insert(table: OlapTable, rows: Inserted, token: string): Promise<void>;
}

export function fakeStore(): FakeStore {
  const tokens = new Set<string>();
  const store: FakeStore = {
    rows: {
      hits: [],
      visits: [],
      resting_visitors: [],
      calls: [],
      reaches: [],
      conversations: [],
      costs: [],
      day_sums: [],
    },
    failure: null,
    insert(table, rows, token) {
      if (store.failure !== null) return Promise.reject(store.failure);
      if (!tokens.has(token)) store.rows[table].push(...linesOf(rows).split('\n').slice(0, -1));
      tokens.add(token);
      return Promise.resolve();
    },
  };
  return store;
}

/** A store whose visits are all looked through. */
export const NONE_CLOSED: ClosedDays = {
  reopen: () => Promise.resolve(),
  close: () => Promise.resolve(false),
};

/** Each hit's query is its row; its state is how many it has seen, which the row tells, too. */
export function countingPipeline(onRecord: (query: string) => void = () => undefined): Pipeline {
  let seen = 0;
  let revisions = new Map<number, number>();
  return {
    process({ records }: Segment): Promise<Batch> {
      const lines: string[] = [];
      for (const record of records) {
        if (record.k === 'c') {
          revisions.set(record.config.counterId, record.config.revision);
          continue;
        }
        if (record.k === 'f') continue;
        onRecord(record.q);
        seen++;
        lines.push(`${JSON.stringify({ n: seen, q: record.q, revision: revisions.get(record.c) })}\n`);
      }
      const hits = { bytes: Buffer.from(lines.join('')), count: lines.length };
      return Promise.resolve({
        hits,
        visits: NO_ROWS,
        firstOpenedOn: null,
        resting: '',
        live: [],
        notes: new Map(),
      });
    },
    *dump() {
      yield JSON.stringify({ seen, revisions: [...revisions] });
    },
    async load(lines) {
      for await (const line of lines) {
        const state = JSON.parse(line) as { seen: number; revisions: [number, number][] };
        seen = state.seen;
        revisions = new Map(state.revisions);
      }
    },
    revision: (counterId) => revisions.get(counterId),
  };
}

export const silent: Log = { info() {}, warn() {}, error() {} };

export interface TestCollection {
  readonly collection: Collection;
  readonly store: FakeStore;
  readonly dataDir: string;
  readonly configs: Map<number, CounterConfig>;
  readonly url: string;
  readonly server: Server;
  /** Ends it as kill -9 would, as far as files go: nothing is drained. */
  stop(): Promise<void>;
}

export interface TestCollectionOptions extends Partial<CollectionDeps> {
  createPipeline?(): Pipeline;
  readonly store?: FakeStore;
  readonly configs?: readonly CounterConfig[];
}

export async function startTestCollection(options: TestCollectionOptions = {}): Promise<TestCollection> {
  const store = options.store ?? fakeStore();
  const dataDir = options.dataDir ?? (await testFolder());
  const configs = new Map((options.configs ?? [counterConfig()]).map((config) => [config.counterId, config]));
  const { createPipeline = () => countingPipeline(), clock = { now: () => Date.now() } } = options;
  const collection = await createCollection({
    directory: { get: (id) => configs.get(id), all: () => configs.values() },
    place: { country: () => 'DE', locality: () => null },
    clock,
    log: silent,
    automaticGoals: { make: () => Promise.resolve(null) },
    openProcessing: (settings, host) =>
      processHere(settings, host, { olap: store, closedDays: NONE_CLOSED, clock, createPipeline }),
    ...options,
    dataDir,
  });
  const server = createServer(
    { maxHeaderSize: 64 * 1024, optimizeEmptyRequests: true },
    (request, response) => {
      if (collection.owns(request.url ?? '')) collection.handle(request, response);
      else response.writeHead(404).end();
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    collection,
    store,
    dataDir,
    configs,
    server,
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await collection.close();
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export function testFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'goalpost-collect-'));
}
