/** Restores a backup into the empty stores that the settings name. */
import { join } from 'node:path';
import { migrateSignIn } from '../../accounts/index.ts';
import {
  BackupRefused,
  checkParts,
  endRestore,
  listBackups,
  markRestore,
  type Manifest,
  openChunks,
  readManifest,
  refusedBy,
  requireEmptyFolder,
  restoreBackup,
  verifyRestored,
} from '../../backup/index.ts';
import type { BackupPlace } from '../../backup/port.ts';
import { openDiskFiles, openS3Files } from '../../stores/files/index.ts';
import { createAnalyticsSink, createAnalyticsSource } from '../../stores/olap/index.ts';
import { createRecordsSink, type Records } from '../../stores/records/index.ts';
import type { Config } from '../config/config.ts';
import { holdDataFolder } from '../data-folder.ts';
import { openEmptyStores } from './open-stores.ts';
import { keyOf } from './places.ts';

/** Larger files were refused when they came. */
const MOST_FILE_BYTES = 1024 ** 3;

interface RestoreOptions {
  readonly name: string | null;
  readonly verify: boolean;
  readonly say: (line: string) => void;
}

interface Restored {
  readonly manifest: Manifest;
  readonly differences: readonly string[];
}

/** @returns sentences of what differs, where that was asked for @throws BackupRefused, CannotStart */
export async function restoreInto(
  config: Config,
  place: BackupPlace,
  options: RestoreOptions,
): Promise<Restored> {
  try {
    return await fillStores(config, place, options);
  } catch (error) {
    throw refusedBy(
      error,
      `The restore into ${config.dataDir} stopped, and begins anew when it is run again`,
    );
  }
}

async function fillStores(
  config: Config,
  place: BackupPlace,
  { name, verify, say }: RestoreOptions,
): Promise<Restored> {
  const key = keyOf(config);
  const manifest = await readManifest(place, name ?? (await lastOf(place)), key);
  const { dataDir } = config;
  await requireEmptyFolder(dataDir);
  // Before a folder is made, and before anything is written to any store.
  await checkParts(manifest, await openChunks(place, key));
  await using opened = new AsyncDisposableStack();
  const held = await holdDataFolder(dataDir);
  opened.defer(() => held.release());
  await markRestore(dataDir, manifest.at);
  const stores = await openEmptyStores(config, opened);
  const files =
    config.bucket === null
      ? await openDiskFiles(join(dataDir, 'chat-files'))
      : await openS3Files(join(dataDir, 'chat-files'), config.bucket);
  const records = createRecordsSink(stores.records, () => signInTables(stores.records));
  const chatFiles = {
    async write(id: string, type: string, bytes: Buffer) {
      await files.drop(id);
      await files.receive(id, piecesOf(bytes), MOST_FILE_BYTES);
      await files.keep(id, type);
    },
  };
  const deps = { dataDir, records, analytics: createAnalyticsSink(stores.olap), chatFiles, place, key, say };
  await restoreBackup(deps, manifest);
  const chunks = await openChunks(place, key);
  const analytics = createAnalyticsSource(stores.olap);
  const differences = verify ? await verifyRestored(manifest, chunks, records, analytics) : [];
  if (differences.length === 0) await endRestore(deps);
  return { manifest, differences };
}

/** Reads all of a backup, and restores nothing. @returns bytes @throws BackupRefused */
export async function checkBackup(
  config: Config,
  place: BackupPlace,
  name: string | null,
): Promise<{ name: string; bytes: number }> {
  const key = keyOf(config);
  const checked = name ?? (await lastOf(place));
  const manifest = await readManifest(place, checked, key);
  return { name: checked, bytes: await checkParts(manifest, await openChunks(place, key)) };
}

async function lastOf(place: BackupPlace): Promise<string> {
  const last = (await listBackups(place)).at(-1);
  if (last === undefined) throw new BackupRefused(`There is no backup in ${place.name}.`);
  return last.name;
}

function signInTables({ db, dialect }: Records): Promise<void> {
  return migrateSignIn({
    db,
    dialect,
    secret: 'only for making tables',
    publicUrl: null,
    warn: () => undefined,
  });
}

// eslint-disable-next-line typescript/require-await -- a stream is asked for
async function* piecesOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}
