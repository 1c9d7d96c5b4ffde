/** Backups in a bucket of S3-compatible storage. */
import { createHash } from 'node:crypto';
import { Blob } from 'node:buffer';
import { buffer } from 'node:stream/consumers';
import { BackupRefused } from '../../backup/index.ts';
import type { BackupPlace } from '../../backup/port.ts';
import { FilesUnavailable } from '../../chat/files/port.ts';
import { again } from '../../kit/retry.ts';
import { type BucketTimes, createBucket } from './bucket.ts';
import { bucketName, type BucketSettings, PassingFailure, sendToBucket } from './bucket-request.ts';

/** No visitor waits for a backup, and its parts may be large. */
const TIMES: BucketTimes = {
  put: { withinMs: 600_000, tryMs: 300_000, pausesMs: [1_000, 2_000, 4_000, 8_000, 16_000] },
  get: { withinMs: 300_000, tryMs: 120_000, pausesMs: [1_000, 2_000, 4_000, 8_000] },
  pieceMs: 60_000,
};
const KEY = /<Key>([^<]{1,1024})<\/Key>/g;
const NEXT = /<NextContinuationToken>([^<]+)<\/NextContinuationToken>/;

export function bucketPlace(settings: BucketSettings, prefix: string): BackupPlace {
  const stop = new AbortController().signal;
  const bucket = createBucket(settings, TIMES, stop);
  const before = prefix === '' ? '' : `${prefix}/`;

  async function page(folder: string, token: string | null): Promise<string> {
    const query = new URLSearchParams({ 'list-type': '2', prefix: `${before}${folder}/` });
    if (token !== null) query.set('continuation-token', token);
    const attempt = async (signal: AbortSignal) => {
      const answer = await sendToBucket(settings, { method: 'GET', key: `?${query.toString()}` }, signal);
      if (answer === null) throw new FilesUnavailable(`${bucketName(settings)} lists nothing.`);
      return answer.text();
    };
    return again(attempt, (error) => error instanceof PassingFailure, TIMES.get, stop);
  }

  return {
    name: `${bucketName(settings)}${prefix === '' ? '' : `, ${prefix}`}`,
    put: (name, bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const body = new Blob([new Uint8Array(bytes)]) as unknown as globalThis.Blob;
      return told(bucket.put(before + name, { body, sha256, type: 'application/octet-stream' }));
    },
    get: (name) => told(bucket.get(before + name).then((stream) => stream && buffer(stream))),
    async list(folder) {
      const names: string[] = [];
      for (let token: string | null = null, more = true; more;) {
        const answer: string = await told(page(folder, token));
        for (const [, key = ''] of answer.matchAll(KEY)) names.push(key.slice(before.length));
        token = NEXT.exec(answer)?.[1] ?? null;
        more = token !== null;
      }
      return names;
    },
    remove: (name) => told(bucket.remove(before + name)),
    // A bucket has an object whole or not at all.
    removeUnfinished: () => Promise.resolve(),
  };
}

/** What the bucket refuses, as the backup's refusal. */
async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof FilesUnavailable) throw new BackupRefused(error.message, { cause: error });
    throw error;
  }
}
