/** [V27] Each file of the data folder, damaged in each way. Right counts, a loss that is said, or one sentence. */
import { copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOrMakeSecret } from '../src/accounts/index.ts';
import { CannotStart } from '../src/boot/cannot-start.ts';
import { readConfig } from '../src/boot/config/reader.ts';
import { holdDataFolder } from '../src/boot/data-folder.ts';
import { openKnownPlaces } from '../src/boot/parts/known-stores.ts';
import { asCannotStart, openRecordsStore } from '../src/boot/parts/records.ts';
import { readLastStall } from '../src/boot/watchdog/last-stall.ts';
import { clearNote, writeNote } from '../src/boot/watchdog/note.ts';
import { COUNTER, fakeStore, startTestCollection } from '../src/collect/test-collection.ts';
import { OlapUnavailable } from '../src/kit/olap.ts';
import type { InstallationOlap } from '../src/stores/olap/index.ts';
import { startServer } from './start-server.ts';
import { REMOVE } from './remove.ts';

/** Damaged here. */
const OURS: readonly RegExp[] = [
  /^lock$/,
  /^goalpost\.pid$/,
  /^records\.db$/,
  /^secret$/,
  /^visitor-secret$/,
  /^daily-salt$/,
  /^collection-health\.json$/,
  /^stalled\.json$/,
  /^journal\/installation$/,
  /^journal\/\d{16}\.checkpoint$/,
];

/** Damaged by other tests, or held by someone else's sums. */
const ELSEWHERE: readonly RegExp[] = [
  // journal/damage.test.ts
  /^journal\/\d{16}\.journal$/,
  // SQLite's own: frames have sums, and the index is made again.
  /^records\.db-(?:wal|shm)$/,
  // The engine's own.
  /^olap(?:\/|$)/,
  // Named by what is in them; a process that is not there is found by the folder's lock (engine/*.test.ts).
  /^olap\.(?:pid|sock)$/,
  /^chat-files(?:\/|$)/,
  // odd-files.test.ts; the second name is there while the file is written.
  /^clock-seen(?:\.new)?$/,
];

const WAYS: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  'a bit near its beginning': (bytes) => flipped(bytes, Math.min(20, bytes.length - 1)),
  'a bit in its middle': (bytes) => flipped(bytes, bytes.length >> 1),
  'its end gone': (bytes) => bytes.subarray(0, (bytes.length * 2) / 5),
  'all of it gone': () => Buffer.alloc(0),
  garbage: (bytes) => Buffer.from(bytes.map((_, index) => (index * 151 + 77) & 0xff)),
  zeros: (bytes) => Buffer.alloc(Math.max(bytes.length, 100)),
};

let root: string;
let whole: string;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'goalpost-state-'));
  whole = join(root, 'whole');
  await makeFolder(whole);
});
afterAll(() => rmSync(root, REMOVE));

const config = (dataDir: string) => {
  const reading = readConfig({ GOALPOST_DATA: dataDir });
  if (!reading.ok) throw new Error(reading.problems.join(' '));
  return reading.config;
};

const NEW_ANALYTICS: InstallationOlap = {
  read: () => Promise.resolve(null),
  write: () => Promise.resolve(),
  numbers: () => Promise.resolve({ goal: 0, segment: 0 }),
  counters: () => Promise.resolve([]),
};

/** As the server does, without the engine. */
async function comeUp(dataDir: string, { store = fakeStore(), isNew = false } = {}) {
  await using opened = new AsyncDisposableStack();
  const said: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void said.push(line) });
  opened.adopt(await holdDataFolder(dataDir), (folder) => folder.release());
  const records = opened.adopt(await openRecordsStore({ dataDir, databaseUrl: null }), (one) => one.close());
  const known = await openKnownPlaces(config(dataDir), records, log);
  if (isNew) await known.meet(NEW_ANALYTICS);
  else await known.withoutAnalytics();
  opened.defer(() => known.close());
  const secret = await readOrMakeSecret(join(dataDir, 'secret'));
  const { record } = readLastStall(dataDir, log);
  const collection = await startTestCollection({ dataDir, store, log, drainMs: 1 });
  const parts = opened.move();
  return {
    ...collection,
    said,
    secret,
    stalled: record,
    async end() {
      await collection.stop();
      await parts.disposeAsync();
    },
  };
}

async function send(url: string, name: string) {
  const query = `page-url=https%3A%2F%2Fshop.example%2F${name}&browser-info=pv%3A1%3Au%3A17953781028`;
  expect((await fetch(`${url}/watch/${COUNTER}?${query}`)).status).toBe(200);
}

async function makeFolder(dataDir: string) {
  const first = await comeUp(dataDir, { isNew: true });
  await send(first.url, 'first');
  await first.collection.flushed();
  clearNote(dataDir);
  await first.end();
  const away = fakeStore();
  away.failure = new OlapUnavailable('away');
  const second = await comeUp(dataDir, { store: away });
  await send(second.url, 'second');
  writeNote(dataDir, {
    at: 0,
    thread: 'main',
    cpuMs: 1,
    underWay: { kind: 'record', segment: 1, place: 1 },
    where: [],
  });
  copyFileSync(join(dataDir, 'goalpost.pid'), join(root, 'pid'));
  await second.end();
  copyFileSync(join(root, 'pid'), join(dataDir, 'goalpost.pid'));
}

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  if (copy.length > 0) copy.writeUInt8(copy.readUInt8(at) ^ 0x04, at);
  return copy;
}

describe('[V27] a file of the data folder', () => {
  it('is in one of the two lists above', async () => {
    const server = await startServer({ dataDir: join(root, 'real') });
    const names = filesOf(server.dataDir);
    await server.close();
    const later = filesOf(server.dataDir);
    const isListed = (name: string) => [...OURS, ...ELSEWHERE].some((one) => one.test(name));
    expect([...names, ...later].filter((name) => !isListed(name))).toEqual([]);
    const stands = filesOf(whole);
    expect(OURS.filter((one) => !stands.some((name) => one.test(name)))).toEqual([]);
  });

  const cases = OURS.flatMap((file) => Object.keys(WAYS).map((way) => [file.source, way] as const));
  it.each(cases)('%s, with %s', async (pattern, way) => {
    const dataDir = mkdtempSync(join(root, 'case-'));
    cpSync(whole, dataDir, { recursive: true });
    const names = filesOf(dataDir).filter((name) => new RegExp(pattern).test(name));
    for (const name of names) {
      const path = join(dataDir, name);
      const damage = WAYS[way] ?? expect.fail();
      writeFileSync(path, damage(readFileSync(path)));
    }
    const before = readFileSync(join(whole, 'secret'), 'utf8').slice(0, 64);
    const up = await comeUp(dataDir).catch((error: unknown) => {
      const told = asCannotStart(error);
      if (!(told instanceof CannotStart)) throw error;
      return told.message;
    });
    if (typeof up === 'string') {
      expect(
        names.some((name) => up.includes(join(dataDir, name))),
        up,
      ).toBe(true);
      expect(up).not.toMatch(/\n/);
      return;
    }
    try {
      await up.collection.flushed();
      const rows = up.store.rows.hits.filter((row) => row.includes('second'));
      expect(rows).toHaveLength(1);
      expect(up.secret).toBe(before);
      const said = up.said.join('');
      const isTold = names.some((name) => said.includes(name)) || said.includes('installation is damaged');
      if (up.stalled?.segment !== 1) expect(isTold, said).toBe(true);
      if (pattern.includes('installation') && !way.startsWith('a bit')) expect(isTold, said).toBe(true);
      if (pattern.includes('checkpoint')) expect(up.collection.stats().damagedFiles).toBe(names.length);
      if (pattern.includes('health')) expect(up.collection.stats().damagedFiles).toBe(Number(isTold));
    } finally {
      await up.end();
    }
  });
});
