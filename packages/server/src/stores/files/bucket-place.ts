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
/** Of a look at whether it works, which must not take minutes. */
export const LOOK_TIMES: BucketTimes = {
  put: { withinMs: 8_000, tryMs: 4_000, pausesMs: [500] },
  get: { withinMs: 8_000, tryMs: 4_000, pausesMs: [500] },
  pieceMs: 4_000,
};
const KEY = /<Key>([^<]{1,1024})<\/Key>/g;
const WHOLE = /<ListBucketResult[\s>].*<\/ListBucketResult>\s*$/s;
const MORE = /<IsTruncated>\s*true\s*<\/IsTruncated>/;
const NEXT = /<NextContinuationToken>([^<]+)<\/NextContinuationToken>/;

export function bucketPlace(
  settings: BucketSettings,
  prefix: string,
  times: BucketTimes = TIMES,
): BackupPlace {
  const stop = new AbortController().signal;
  const bucket = createBucket(settings, times, stop);
  const called = bucketName(settings);
  const before = prefix === '' ? '' : `${prefix}/`;
  const keyOf = (name: string): string => (before + name).split('/').map(escaped).join('/');

  async function page(folder: string, token: string | null): Promise<string> {
    const asked = { 'list-type': '2', prefix: `${before}${folder}/`, 'continuation-token': token };
    const query = Object.entries(asked)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `${name}=${escaped(String(value))}`)
      .join('&');
    const attempt = async (signal: AbortSignal) => {
      const answer = await sendToBucket(settings, { method: 'GET', key: `?${query}` }, signal);
      if (answer === null) throw new FilesUnavailable(`${called} lists nothing.`);
      const text = await answer.text().catch(() => '');
      // Backups that a list leaves out would lose their parts to the removal of old ones.
      if (!WHOLE.test(text)) throw new PassingFailure(`${called} stopped in the middle of a list.`);
      return text;
    };
    return again(attempt, isPassing, times.get, stop);
  }

  /** No reader is slow here: what stops in the middle is asked for again. */
  const whole = (name: string): Promise<Buffer | null> =>
    again(
      async () => {
        const stream = await bucket.get(keyOf(name));
        return stream && buffer(stream).catch(stopped);
      },
      isPassing,
      times.get,
      stop,
    );

  return {
    name: `${called}${prefix === '' ? '' : `, ${prefix}`}`,
    put: (name, bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const body = new Blob([new Uint8Array(bytes)]) as unknown as globalThis.Blob;
      const object = { body, sha256, type: 'application/octet-stream' };
      return told(bucket.put(keyOf(name), object), 'writing');
    },
    get: (name) => told(whole(name), 'reading'),
    async list(folder) {
      const names: string[] = [];
      for (let token: string | null = null, more = true; more;) {
        const answer: string = await told(page(folder, token), 'listing');
        for (const [, key = ''] of answer.matchAll(KEY)) names.push(unescaped(key).slice(before.length));
        const next: string | null = unescaped(NEXT.exec(answer)?.[1] ?? '') || null;
        if (MORE.test(answer) && (next === null || next === token))
          throw new BackupRefused(`${called} says that its list goes on, and not how.`);
        token = next;
        more = token !== null;
      }
      return names;
    },
    remove: (name) => told(bucket.remove(keyOf(name)), 'removing'),
    // A bucket has an object whole or not at all.
    removeUnfinished: () => Promise.resolve(),
  };
}

const isPassing = (error: unknown): boolean => error instanceof PassingFailure;

function stopped(error: unknown): never {
  throw error instanceof FilesUnavailable ? new PassingFailure(error.message) : error;
}

/** As signatures have it: a space is `%20`, and these signs are escaped, too. */
const escaped = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Names and tokens stand in XML. */
const unescaped = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|apos|#x?[\da-fA-F]+);/g, (_, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? '';
    const isHex = name[1] === 'x';
    return String.fromCodePoint(Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10));
  });

/** What the bucket refuses, as the backup's refusal: keys often may do one thing and not another. */
async function told<T>(work: Promise<T>, doing: string): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof FilesUnavailable)
      throw new BackupRefused(`${error.message.replace(/\.$/, '')}, when ${doing}.`, { cause: error });
    throw error;
  }
}
