/** Backups in a folder, such as one of another disk. */
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BackupPlace } from './port.ts';
import { refusedBy } from './refusal.ts';

/** Ends the name of what is being written. */
const UNFINISHED = '.part';
/** A folder may hold what is not of backups. */
const OURS = /^(?:chunks\/.*|[^/]*\.manifest)\.part$/;

export function folderPlace(folder: string): BackupPlace {
  const refuse = (error: unknown): never => {
    throw refusedBy(error, `The backup folder ${folder} cannot be used`);
  };
  const list = async (below: string): Promise<string[]> => {
    const entries = await readdir(join(folder, below), { recursive: true, withFileTypes: true }).catch(
      (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? [] : refuse(error)),
    );
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  };
  return {
    name: folder,
    async put(name, bytes) {
      const path = join(folder, name);
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await writeWhole(path, bytes);
      } catch (error) {
        await rm(path + UNFINISHED, { force: true }).catch(() => undefined);
        refuse(error);
      }
    },
    async get(name) {
      return await readFile(join(folder, name)).catch((error: NodeJS.ErrnoException) =>
        error.code === 'ENOENT' ? null : refuse(error),
      );
    },
    async list(below) {
      const found = await list(below);
      // A backup that was killed leaves these; one backup at a time writes to a place.
      return found.filter((name) => !name.endsWith(UNFINISHED));
    },
    async remove(name) {
      await rm(join(folder, name), { force: true }).catch(refuse);
    },
    async removeUnfinished() {
      for (const name of await list('.'))
        if (OURS.test(name)) await rm(join(folder, name), { force: true }).catch(refuse);
    },
  };
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path + UNFINISHED, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(path + UNFINISHED, path);
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
