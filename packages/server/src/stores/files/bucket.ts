/** Objects in a bucket of S3-compatible storage. */
import { Readable } from 'node:stream';
import { again, type Patience } from '../../kit/retry.ts';
import { bucketName, PassingFailure, sendToBucket, type BucketSettings } from './bucket-request.ts';
import { FilesUnavailable } from '../../chat/files/port.ts';

export interface NewObject {
  readonly body: Blob;
  /** Hex; the storage refuses other bytes than these. */
  readonly sha256: string;
  readonly type: string;
}

/** Every method throws `FilesUnavailable` where the bucket does not do it. */
export interface Bucket {
  put(key: string, object: NewObject): Promise<void>;
  /** @returns null where there is none */
  get(key: string): Promise<Readable | null>;
  /** To no effect where there is none. */
  remove(key: string): Promise<void>;
}

export interface BucketTimes {
  readonly put: Patience;
  /** Also of `remove`. */
  readonly get: Patience;
  /** The next piece of an object comes within this time. */
  readonly pieceMs: number;
}

/** The visitor who uploads waits for `put`, and proxies on the way give up after a minute. */
export const BUCKET_TIMES: BucketTimes = {
  put: { withinMs: 45_000, tryMs: 20_000, pausesMs: [250, 500, 1_000, 2_000, 4_000] },
  get: { withinMs: 15_000, tryMs: 6_000, pausesMs: [250, 500, 1_000] },
  pieceMs: 15_000,
};

const isPassing = (error: unknown): boolean => error instanceof PassingFailure;

/** @param stop ends whatever is under way */
export function createBucket(settings: BucketSettings, times: BucketTimes, stop: AbortSignal): Bucket {
  return {
    async put(key, { body, sha256, type }) {
      const headers = {
        'content-type': type,
        // No browser is to open a stranger's file at the bucket's own address, should that be a public one.
        'content-disposition': 'attachment',
        'x-amz-content-sha256': sha256,
      };
      const attempt = async (signal: AbortSignal): Promise<void> => {
        const response = await sendToBucket(settings, { method: 'PUT', key, headers, body }, signal);
        await response?.body?.cancel();
      };
      await again(attempt, isPassing, times.put, stop);
    },

    get: (key) =>
      again(
        async (signal) => {
          const letGo = new AbortController();
          const giveUp = () => letGo.abort();
          signal.addEventListener('abort', giveUp);
          try {
            const response = await sendToBucket(settings, { method: 'GET', key }, letGo.signal);
            return (
              response && pieces(response, { letGo, pieceMs: times.pieceMs, name: bucketName(settings) })
            );
          } finally {
            signal.removeEventListener('abort', giveUp);
          }
        },
        isPassing,
        times.get,
        stop,
      ),

    async remove(key) {
      const attempt = async (signal: AbortSignal): Promise<void> => {
        const response = await sendToBucket(settings, { method: 'DELETE', key }, signal);
        await response?.body?.cancel();
      };
      await again(attempt, isPassing, times.get, stop);
    },
  };
}

interface Reading {
  readonly letGo: AbortController;
  readonly pieceMs: number;
  readonly name: string;
}

/** A bucket that stops half-way is not waited for without end; a reader that is slow is. */
function pieces(response: Response, { letGo, pieceMs, name }: Reading): Readable {
  const reader = response.body?.getReader();
  return new Readable({
    read() {
      const timer = setTimeout(() => letGo.abort(), pieceMs);
      const next = reader?.read() ?? Promise.resolve({ value: undefined });
      next
        .finally(() => clearTimeout(timer))
        .then(
          ({ value }) => this.push(value ?? null),
          () => this.destroy(new FilesUnavailable(`${name} stopped in the middle of a file.`)),
        );
    },
    destroy(error, done) {
      letGo.abort();
      done(error);
    },
  });
}
