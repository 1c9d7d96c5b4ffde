/** Files of the chat in the data folder. */
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { copy, type FileBytes } from './bytes.ts';
import { HEAD_BYTES } from './kinds.ts';

const ID = /^[\w-]{16,64}$/;

/** @param folder made if missing; what was left half-received there is removed */
export async function openDiskFiles(folder: string): Promise<FileBytes> {
  const incoming = path.join(folder, 'incoming');
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming, { recursive: true, mode: 0o700 });

  const incomingPath = (id: string): string => path.join(incoming, checked(id));
  /** Two letters of folders, so that none holds too many. */
  const keptPath = (id: string): string => path.join(folder, checked(id).slice(0, 2), id);

  return {
    async receive(id, body, maxBytes) {
      const target = incomingPath(id);
      const file = await open(target, 'wx', 0o600);
      try {
        const received = await copy(body, { maxBytes, headBytes: HEAD_BYTES }, (piece) => file.write(piece));
        if (received === null) await rm(target, { force: true });
        else await file.sync();
        return received;
      } catch (error) {
        await rm(target, { force: true });
        throw error;
      } finally {
        await file.close();
      }
    },

    async keep(id) {
      const target = keptPath(id);
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      await rename(incomingPath(id), target);
      await syncFolder(path.dirname(target));
    },

    drop: (id) => rm(incomingPath(id), { force: true }),

    async read(id) {
      try {
        const file = await open(keptPath(id), 'r');
        return file.createReadStream();
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },

    remove: (id) => rm(keptPath(id), { force: true }),
  };
}

/** Ids are ours, but they become paths. */
function checked(id: string): string {
  if (!ID.test(id)) throw new Error(`Not the id of a file: ${id}`);
  return id;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
