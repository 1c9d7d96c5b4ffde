/** Rows on their way into the engine, as files: it takes binary rows from nowhere else. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Incoming {
  /** @param work given the file's path; the file goes when it ends */
  hold<T>(rows: Uint8Array, work: (path: string) => Promise<T>): Promise<T>;
}

/** Empties the folder of what a killed engine left there. */
export async function openIncoming(folder: string): Promise<Incoming> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  let number = 0;
  return {
    async hold(rows, work) {
      const path = join(folder, String(number++));
      try {
        // Without a sync: rows that a crash takes away are inserted again.
        await writeFile(path, rows, { mode: 0o600 });
        return await work(path);
      } finally {
        await rm(path, { force: true });
      }
    },
  };
}
