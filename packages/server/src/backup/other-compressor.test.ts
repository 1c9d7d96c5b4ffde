/** Parts of a backup that another compressor has stored: they stay, and each backup that names them is whole. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChunks } from './chunks.ts';
import { folderPlace } from './folder-place.ts';
import { listBackups, readManifest, type Manifest } from './manifest.ts';
import { backupKey, contentOf, packedBytes } from './pack.ts';
import type { BackupPlace } from './port.ts';
import { checkParts } from './restore.ts';
import { takeBackup } from './take.ts';
import { fillInstallation, openInstallation, type TestInstallation } from './test-installation.ts';

let now = Date.UTC(2026, 10, 29);
let root: string;
let source: TestInstallation;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'goalpost-compressors-'));
  source = openInstallation(join(root, 'source'), { now: () => now });
  await fillInstallation(source);
});
afterAll(async () => {
  await source.records.close();
  rmSync(root, { recursive: true, force: true });
});

let serial = 0;
const placeOf = (name: string) => folderPlace(join(root, name));
const files = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name));
const chunkFiles = (folder: string) => files(folder).filter((name) => name.includes('/chunks/'));

describe.each([null, 'a key that is long enough'])(
  '[K10] stored by another compressor, with the key %s',
  (text) => {
    const key = text === null ? null : backupKey(text);
    const whole = async (place: BackupPlace, manifest: Manifest) =>
      checkParts(manifest, await openChunks(place, key));
    /** The same content in other bytes: of another length, and of the same one. */
    const COMPRESSORS: Readonly<Record<string, (plain: Buffer) => Buffer>> = {
      better: (plain) => zstdCompressSync(plain, level(19)),
      hurried: (plain) => zstdCompressSync(plain, level(-7)),
      'with a sum of its own': (plain) =>
        zstdCompressSync(plain, { params: { [constants.ZSTD_c_checksumFlag]: 1 } }),
    };
    const level = (n: number) => ({ params: { [constants.ZSTD_c_compressionLevel]: n } });

    it.each(Object.keys(COMPRESSORS))(
      '%s, parts stay as they are, and every backup is whole',
      async (how) => {
        const folder = `compressor-${serial++}`;
        const place = placeOf(folder);
        await takeBackup(source.deps(place, key));
        const [older = ''] = files(folder).filter((name) => name.endsWith('.manifest'));
        const kept = new Map<string, Buffer>();
        let changed = 0;
        for (const file of chunkFiles(folder)) {
          const chunk = basename(file);
          const was = readFileSync(file);
          const plain = await contentOf(was, chunk, key);
          const stored = packedBytes(COMPRESSORS[how]!(plain!), chunk, key);
          if (!stored.equals(was)) changed += 1;
          writeFileSync(file, stored);
          kept.set(file, stored);
        }
        expect(changed).toBeGreaterThan(3);
        // The list of contents is gone, so that everything is read and stored again.
        const list = readFileSync(older);
        rmSync(older);
        now += 60_000;
        await takeBackup(source.deps(place, key));
        for (const [file, stored] of kept) expect(readFileSync(file).equals(stored)).toBe(true);
        writeFileSync(older, list);
        for (const { name } of await listBackups(place))
          await whole(place, await readManifest(place, name, key));
      },
    );

    it('a key that cannot read writes them again, and the older backup stays whole', async () => {
      const folder = `compressor-${serial++}`;
      const place = placeOf(folder);
      const first = await takeBackup(source.deps(place, key));
      for (const file of chunkFiles(folder)) {
        const plain = await contentOf(readFileSync(file), basename(file), key);
        writeFileSync(file, packedBytes(zstdCompressSync(plain!, level(19)), basename(file), key));
      }
      await whole(place, first.manifest);
    });

    it.each(['half', 'flipped'])('a part that is damaged (%s) is written again', async (way) => {
      const folder = `mended-${serial++}`;
      const place = placeOf(folder);
      const { manifest } = await takeBackup(source.deps(place, key));
      for (const file of chunkFiles(folder)) {
        const bytes = readFileSync(file);
        if (way === 'flipped') bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 255;
        writeFileSync(file, way === 'half' ? bytes.subarray(0, bytes.length >> 1) : bytes);
      }
      rmSync(files(folder).find((name) => name.endsWith('.manifest')) ?? '');
      await takeBackup(source.deps(place, key));
      await whole(place, manifest);
    });
  },
);
