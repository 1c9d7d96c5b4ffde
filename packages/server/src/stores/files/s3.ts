/** Files of the chat in a bucket of S3-compatible storage; they are received in the data folder. */
import { createHash } from 'node:crypto';
import { createReadStream, openAsBlob } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { BUCKET_TIMES, createBucket, type BucketTimes } from './bucket.ts';
import type { BucketSettings } from './bucket-request.ts';
import type { FileBytes } from '../../chat/files/port.ts';
import { diskRefusal, openDiskFiles } from './disk.ts';
import { checkedId } from './receive.ts';

export interface S3Files extends FileBytes {
  /** Writes to the bucket and removes what it wrote. @throws FilesUnavailable */
  check(): Promise<void>;
  /** Ends whatever is under way. */
  close(): void;
}

const keyOf = (id: string): string => `chat-files/${checkedId(id)}`;
const CHECK_KEY = 'chat-files/check';
const CHECK_MS = 10_000;

/** @param folder of the files that are kept without a bucket: those that were stay there, and are read there */
export async function openS3Files(
  folder: string,
  settings: BucketSettings,
  times: BucketTimes = BUCKET_TIMES,
): Promise<S3Files> {
  const disk = await openDiskFiles(folder);
  const stopping = new AbortController();
  const bucket = createBucket(settings, times, stopping.signal);

  return {
    receive: disk.receive,
    drop: disk.drop,

    async keep(id, type) {
      const path = disk.incomingPath(id);
      const sha256 = await sha256Of(path);
      await bucket.put(keyOf(id), { body: await openAsBlob(path), sha256, type });
    },

    async read(id) {
      return (await disk.read(id)) ?? bucket.get(keyOf(id));
    },

    async remove(id) {
      await disk.remove(id);
      await bucket.remove(keyOf(id));
    },

    async check() {
      const once = { withinMs: CHECK_MS, tryMs: CHECK_MS, pausesMs: [2 * CHECK_MS] };
      const trial = createBucket(settings, { ...times, put: once, get: once }, stopping.signal);
      const text = 'Written by Goalpost to see whether it may.';
      const sha256 = createHash('sha256').update(text).digest('hex');
      await trial.put(CHECK_KEY, { body: new Blob([text]), sha256, type: 'text/plain' });
      await trial.remove(CHECK_KEY);
    },

    close: () => stopping.abort(),
  };
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash).catch(diskRefusal);
  return hash.digest('hex');
}
