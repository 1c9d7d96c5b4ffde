/** What the journal asks of the disk, as a port, so that tests can let it fail. */
import { constants, writev } from 'node:fs';
import { open, rm } from 'node:fs/promises';

export interface JournalFile {
  /** Resolves when all of it is on disk at this offset; calls do not overlap. */
  put(bytes: Uint8Array, position: number): Promise<void>;
  /** Cuts off what was put beyond `bytes`, for certain. */
  truncate(bytes: number): Promise<void>;
  /** @param bytes length of what was put; space taken ahead beyond it is given back */
  close(bytes: number): Promise<void>;
}

export interface JournalDisk {
  /** A new, empty file. The folder's entry for it is on disk, too, when this resolves. */
  create(folder: string, path: string): Promise<JournalFile>;
  remove(path: string): Promise<void>;
}

/**
 * A busy file takes space ahead, as zeros: putting bytes where the file has none yet makes the file system write
 * its own books, too, which doubles the cost of a sync. `readBlocks` takes a tail of zeros for the end.
 */
const AHEAD_BYTES = 1024 * 1024;
const BUSY_BYTES = 256 * 1024;
const ZEROS = Buffer.alloc(AHEAD_BYTES);
/** One call instead of a write and a sync. Elsewhere it does not reach through the drive's cache. */
const SYNC_ON_WRITE = process.platform === 'linux' ? constants.O_DSYNC : 0;

export const nodeDisk: JournalDisk = {
  async create(folder, path) {
    const flags = constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY | SYNC_ON_WRITE;
    const handle = await open(path, flags, 0o600);
    let taken = 0;
    const file: JournalFile = {
      async put(bytes, position) {
        const end = position + bytes.length;
        const ahead = end > taken && end > BUSY_BYTES ? ZEROS : null;
        await putAll(handle.fd, ahead === null ? [bytes] : [bytes, ahead], position);
        if (SYNC_ON_WRITE === 0) await handle.datasync();
        taken = Math.max(taken, end + (ahead?.length ?? 0));
      },
      async truncate(bytes) {
        await handle.truncate(bytes);
        await handle.sync();
        taken = bytes;
      },
      async close(bytes) {
        try {
          if (taken > bytes) await handle.truncate(bytes);
        } finally {
          await handle.close();
        }
      },
    };
    try {
      await syncFolder(folder);
    } catch (error) {
      await handle.close();
      throw error;
    }
    return file;
  },
  remove: (path) => rm(path, { force: true }),
};

function putAll(fd: number, parts: Uint8Array[], position: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = (left: Uint8Array[], at: number) => {
      writev(fd, left, at, (error, written) => {
        if (error !== null) return reject(error);
        const rest = without(left, written);
        if (rest.length === 0) return resolve();
        return next(rest, at + written);
      });
    };
    next(parts, position);
  });
}

/** What is left of the parts after their first `bytes`. */
function without(parts: readonly Uint8Array[], bytes: number): Uint8Array[] {
  const left: Uint8Array[] = [];
  let skip = bytes;
  for (const part of parts) {
    if (skip < part.length) left.push(part.subarray(skip));
    skip = Math.max(0, skip - part.length);
  }
  return left;
}

/** Makes a rename, creation or removal in the folder last. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
