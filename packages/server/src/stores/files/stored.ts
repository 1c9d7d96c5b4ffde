/** Reads kept files of the chat, while a server may be running on the same folder: for backups. */
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import path from 'node:path';
import { BUCKET_TIMES, createBucket } from './bucket.ts';
import type { BucketSettings } from './bucket-request.ts';
import { checkedId } from './receive.ts';

export interface StoredFiles {
  /** Null: there is none. */
  read(id: string): Promise<Buffer | null>;
}

export function createStoredFiles(folder: string, settings: BucketSettings | null): StoredFiles {
  const bucket = settings && createBucket(settings, BUCKET_TIMES, new AbortController().signal);
  return {
    async read(id) {
      const kept = path.join(folder, checkedId(id).slice(0, 2), id);
      const found = await readFile(kept).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      if (found !== null || bucket === null) return found;
      const stream = await bucket.get(`chat-files/${id}`);
      return stream && (await buffer(stream));
    },
  };
}
