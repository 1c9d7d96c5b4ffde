/** Files of the chat in the data folder. */
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { FilesUnavailable, type FileBytes, HEAD_BYTES } from '../../chat/files/port.ts';
import { checkedId, copy } from './receive.ts';

export interface DiskFiles extends FileBytes {
  /** Where a file is between `receive` and `keep` or `drop`. */
  incomingPath(id: string): string;
}

/** @param folder made if missing; what was left half-received there is removed */
export async function openDiskFiles(folder: string): Promise<DiskFiles> {
  const incoming = path.join(folder, 'incoming');
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming, { recursive: true, mode: 0o700 });

  const incomingPath = (id: string): string => path.join(incoming, checkedId(id));
  /** Two letters of folders, so that none holds too many. */
  const keptPath = (id: string): string => path.join(folder, checkedId(id).slice(0, 2), id);

  return {
    incomingPath,

    async receive(id, body, maxBytes) {
      const target = incomingPath(id);
      const file = await open(target, 'wx', 0o600).catch(diskRefusal);
      try {
        const received = await copy(body, { maxBytes, headBytes: HEAD_BYTES }, (piece) =>
          file.write(piece).catch(diskRefusal),
        );
        if (received === null) await rm(target, { force: true });
        else await file.sync().catch(diskRefusal);
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
      try {
        await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
        await rename(incomingPath(id), target);
        await syncFolder(path.dirname(target));
      } catch (error) {
        diskRefusal(error);
      }
    },

    async drop(id) {
      await rm(incomingPath(id), { force: true });
    },

    async read(id) {
      try {
        const file = await open(keptPath(id), 'r');
        return file.createReadStream();
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        return diskRefusal(error);
      }
    },

    async remove(id) {
      await rm(keptPath(id), { force: true }).catch(diskRefusal);
    },
  };
}

/** What the system refuses is no bug; everything else is. */
export function diskRefusal(error: unknown): never {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) throw error;
  throw new FilesUnavailable(`The data folder does not take chat files: ${code} at ${syscall}.`, {
    cause: error,
  });
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
