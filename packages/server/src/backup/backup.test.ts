/** Backups over real records and files, with analytics in memory: what they hold, what they refuse, what kills leave. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isHalfRestored } from '../stores/records/index.ts';
import { openChunks } from './chunks.ts';
import { folderPlace } from './folder-place.ts';
import { listBackups, readManifest } from './manifest.ts';
import { backupKey, pack } from './pack.ts';
import type { BackupPlace } from './port.ts';
import { BackupRefused } from './refusal.ts';
import { checkParts, endRestore, restoreBackup, unfinishedRestore, verifyRestored } from './restore.ts';
import { removeOld, takeBackup } from './take.ts';
import { fillInstallation, openInstallation, type TestInstallation } from './test-installation.ts';

let now = Date.UTC(2026, 10, 29);
const clock = { now: () => now };
let root: string;
let source: TestInstallation;
const opened: TestInstallation[] = [];
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'goalpost-backups-'));
  source = open('source');
  await fillInstallation(source);
});
afterAll(async () => {
  for (const { records } of opened) await records.close();
  rmSync(root, { recursive: true, force: true });
});

let serial = 0;
function open(name = `target-${++serial}`): TestInstallation {
  const one = openInstallation(join(root, name), clock);
  opened.push(one);
  return one;
}
const placeOf = (name: string) => folderPlace(join(root, name));
const files = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .toSorted();

async function restoreAll(
  target: TestInstallation,
  place: BackupPlace,
  key = null as ReturnType<typeof backupKey> | null,
) {
  const name = (await listBackups(place)).at(-1)?.name ?? '';
  const manifest = await readManifest(place, name, key);
  const chunks = await openChunks(place, key);
  await checkParts(manifest, chunks);
  const sinks = target.sinks(place, key);
  await restoreBackup(sinks, manifest);
  const differences = await verifyRestored(manifest, chunks, sinks.records, target.analytics);
  await endRestore(sinks);
  return { manifest, differences };
}

async function expectSame(target: TestInstallation): Promise<void> {
  for (const table of ['counters', 'chat_files', 'goals'] as const) {
    const read = ({ records }: TestInstallation) => records.db.selectFrom(table).selectAll().execute();
    expect(await read(target)).toEqual(await read(source));
  }
  expect(target.analytics.rows).toEqual(source.analytics.rows);
  expect(target.files).toEqual(source.files);
  expect(readFileSync(join(target.dataDir, 'secret'), 'utf8')).toBe('a secret of the installation');
}

it('[K1] a restored backup holds the same rows, files and secrets, and says so when it is read back', async () => {
  const place = placeOf('whole');
  const { manifest } = await takeBackup(source.deps(place));
  expect(manifest.counts).toMatchObject({ counters: 1, hits: 100, chat_files: 1, 'files of the chat': 1 });
  const target = open();
  expect((await restoreAll(target, place)).differences).toEqual([]);
  await expectSame(target);
});

it('[K1] a store that differs from the backup is told when it is read back', async () => {
  const target = open();
  const { manifest } = await restoreAll(target, placeOf('whole'));
  target.analytics.rows.get('hits 2026-11-02')?.pop();
  await target.records.db.deleteFrom('chat_files').execute();
  const chunks = await openChunks(placeOf('whole'), null);
  const { records } = target.sinks(placeOf('whole'));
  expect(await verifyRestored(manifest, chunks, records, target.analytics)).toEqual([
    'The table chat_files has 0 rows, and the backup 1.',
    'Rows of hits of 2026-11-02 are not those of the backup.',
  ]);
});

it('[K1] a list of contents with rows that an earlier version had no sum of is read', async () => {
  const place = placeOf('without-sums');
  const { manifest } = await takeBackup(source.deps(place));
  const analytics = manifest.analytics.map((one) => ({ ...one, unitSum: null }));
  const old = await pack(Buffer.from(JSON.stringify({ ...manifest, analytics })), null);
  const { stored, ...packed } = old;
  const head = { goalpostBackup: 1, goalpost: '0.1.0', encrypted: false, ...packed };
  for (const { name } of await listBackups(place))
    await place.put(
      `backups/${name}.manifest`,
      Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), stored]),
    );
  expect((await restoreAll(open(), place)).differences).toEqual([]);
});

it('[K2] goals that change while the records are read are read again, until one moment is whole', async () => {
  const place = placeOf('busy');
  const deps = source.deps(place);
  let reads = 0;
  const records = {
    ...deps.records,
    numbers: () => Promise.resolve({ goal: Math.min(5, ++reads), changes: 1 }),
  };
  const { manifest } = await takeBackup({ ...deps, records });
  expect(manifest.numbers.goal).toBe(5);
  const never = { ...records, numbers: () => Promise.resolve({ goal: ++reads, changes: 1 }) };
  await expect(takeBackup({ ...deps, records: never })).rejects.toThrow(/no moment is whole/);
});

it('[K3] a further backup stores only what has changed; old ones go, but never the last', async () => {
  const place = placeOf('ages');
  await takeBackup(source.deps(place));
  const before = files('ages').length;
  now += 86_400_000;
  source.analytics.put('hits', '2026-11-03', { day: '2026-11-03', n: 1 });
  await takeBackup(source.deps(place));
  // The new day, and the list of contents.
  expect(files('ages').length).toBe(before + 2);
  now += 40 * 86_400_000;
  expect(await removeOld({ place, key: null, clock }, 30)).toHaveLength(1);
  expect(await listBackups(place)).toHaveLength(1);
  expect((await restoreAll(open(), place)).differences).toEqual([]);
  source.analytics.rows.delete('hits 2026-11-03');
  now -= 41 * 86_400_000;
});

describe('[K4] what is not as it was stored is refused before anything is written', () => {
  const half = (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1);
  const flipped = (bytes: Buffer) =>
    Buffer.from(bytes.map((byte, at) => (at === bytes.length - 3 ? byte ^ 1 : byte)));
  const newer = (bytes: Buffer) =>
    Buffer.from(bytes.toString('latin1').replace('"goalpostBackup":1', '"goalpostBackup":9'), 'latin1');

  const WAYS: Readonly<Record<string, (bytes: Buffer) => Buffer | null>> = {
    'cut off': half,
    empty: () => Buffer.alloc(0),
    changed: flipped,
    'of another length': (bytes) => Buffer.concat([bytes, Buffer.from('x')]),
    gone: () => null,
  };

  it.each(Object.keys(WAYS))('each file of it %s', async (way) => {
    const folder = `broken-${serial++}`;
    cpSync(join(root, 'whole'), join(root, folder), { recursive: true });
    for (const file of files(folder)) {
      const bytes = readFileSync(file);
      const broken = WAYS[way]?.(bytes) ?? null;
      if (broken === null) rmSync(file);
      else writeFileSync(file, broken);
      const target = open();
      const error = await restoreAll(target, placeOf(folder)).catch((one: unknown) => one);
      expect(error).toBeInstanceOf(BackupRefused);
      expect((error as Error).message).toMatch(/^[A-Z][^\n]*\.$/);
      expect(await unfinishedRestore(target.dataDir)).toBeNull();
      expect(target.analytics.rows.size).toBe(0);
      writeFileSync(file, bytes);
    }
  });

  it('a newer version, parts of another backup, and stores that are not empty', async () => {
    const [list = ''] = files('whole').filter((name) => name.endsWith('.manifest'));
    const whole = readFileSync(list);
    writeFileSync(list, newer(whole));
    await expect(restoreAll(open(), placeOf('whole'))).rejects.toThrow(
      /made by Goalpost 9\.9\.9, which is newer/,
    );
    writeFileSync(list, whole);
    const [one = '', other = ''] = files('whole').filter((name) => name.includes('chunks'));
    const kept = readFileSync(one);
    writeFileSync(one, readFileSync(other));
    await expect(restoreAll(open(), placeOf('whole'))).rejects.toBeInstanceOf(BackupRefused);
    writeFileSync(one, kept);
    const taken = open();
    await fillInstallation(taken);
    await expect(restoreAll(taken, placeOf('whole'))).rejects.toThrow(/records database is not empty/);
  });
});

it('[K5] encrypted, it is restored with its key alone and shows nothing', async () => {
  const place = placeOf('secret');
  const key = backupKey('a key that is long enough');
  await takeBackup(source.deps(place, key));
  for (const file of files('secret'))
    expect(readFileSync(file, 'latin1')).not.toMatch(/shop\.example|secret of/);
  await expect(restoreAll(open(), place)).rejects.toThrow(/is encrypted: set GOALPOST_BACKUP_KEY/);
  await expect(restoreAll(open(), place, backupKey('another one'))).rejects.toThrow(/cannot be decrypted/);
  const target = open();
  await restoreAll(target, place, key);
  await expectSame(target);
});

it('[K6] what a killed backup had half written goes with the next one, and nothing else', async () => {
  const place = placeOf('halves');
  await takeBackup(source.deps(place));
  for (const name of ['chunks/halved.part', '2026.manifest.part', 'holiday.part'])
    writeFileSync(join(root, 'halves', name), 'half of it');
  await removeOld({ place, key: null, clock }, 30);
  expect(files('halves').filter((name) => name.endsWith('.part'))).toEqual([
    join(root, 'halves/holiday.part'),
  ]);
});

describe('[K6] cut off at any moment', () => {
  class Killed extends Error {}
  /** Ends at the step of this number. */
  function killedAt(step: number) {
    let steps = 0;
    return () => {
      if (++steps === step) throw new Killed();
    };
  }

  it('a backup does not count, and the next one is whole', async () => {
    const place = placeOf('killed');
    let step = 1;
    for (let ended = false; !ended; step += 1) {
      const count = (await listBackups(place)).length;
      const tick = killedAt(step);
      const put: BackupPlace['put'] = async (name, bytes) => {
        tick();
        await place.put(name, bytes);
      };
      rmSync(join(root, 'killed/chunks'), { recursive: true, force: true });
      ended = await takeBackup(source.deps({ ...place, put })).then(
        () => true,
        (error: unknown) => {
          if (!(error instanceof Killed)) throw error;
          return false;
        },
      );
      expect((await listBackups(place)).length).toBe(count + Number(ended));
      expect(existsSync(join(source.dataDir, 'backup.journal'))).toBe(false);
    }
    expect(step).toBeGreaterThan(5);
    expect((await restoreAll(open(), place)).differences).toEqual([]);
  });

  it('a restore is said at the next start, and begins again', async () => {
    const place = placeOf('whole');
    for (let step = 1; step < 40; step += 1) {
      const target = open();
      const manifest = await readManifest(place, (await listBackups(place)).at(-1)?.name ?? '', null);
      const sinks = target.sinks(place);
      const tick = killedAt(step);
      const watched = <T extends object>(port: T): T =>
        new Proxy(port, {
          get(on, name) {
            const value: unknown = Reflect.get(on, name);
            if (typeof value !== 'function' || name === 'isEmpty' || name === 'accepts') return value;
            return (...args: unknown[]) => {
              tick();
              return Reflect.apply(value, on, args) as unknown;
            };
          },
        });
      const parts = { ...sinks, records: watched(sinks.records), chatFiles: watched(sinks.chatFiles) };
      const whole = await restoreBackup(parts, manifest)
        .then(() => endRestore(parts))
        .then(
          () => true,
          (error: unknown) => {
            if (!(error instanceof Killed)) throw error;
            return false;
          },
        );
      const sentence = await unfinishedRestore(target.dataDir);
      if (sentence === null) {
        // Only the mark in the store was left, which a start takes away.
        expect(await isHalfRestored(target.records)).toBe(false);
        await expectSame(target);
        if (!whole) continue;
        return expect(step).toBeGreaterThan(5);
      }
      expect(sentence).toMatch(/was cut off. Run "goalpost restore" again/);
      target.analytics.rows.clear();
      expect((await restoreAll(target, place)).differences).toEqual([]);
      await expectSame(target);
    }
    throw new Error('The restore never ended.');
  });
});
