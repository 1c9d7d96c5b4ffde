import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BucketTimes } from './bucket.ts';
import { objectUrl, type BucketSettings } from './bucket-request.ts';
import { registerFileBytesContract } from '../../chat/files/file-bytes.contract.ts';
import { FilesUnavailable } from '../../chat/files/port.ts';
import { openDiskFiles } from './disk.ts';
import { openS3Files, type S3Files } from './s3.ts';
import { startTestBucket, type Fault, type TestBucket } from './test-bucket.ts';

const newFolder = (): Promise<string> => mkdtemp(path.join(os.tmpdir(), 'goalpost-files-'));

describe('in a bucket', () => {
  registerFileBytesContract(async () => {
    const bucket = await startTestBucket();
    const folder = await newFolder();
    return {
      folder,
      open: () => openS3Files(folder, bucket.settings),
      kept: async () => bucket.objects.size,
      async close() {
        await bucket.close();
        await rm(folder, { recursive: true });
      },
    };
  });
});

const ID = 'abcdefghijklmnopqrstuvwxyz';
const PATH = `/files/chat-files/${ID}`;
/** What answers is given the time that a busy machine takes. */
const TIMES: BucketTimes = {
  put: { withinMs: 120_000, tryMs: 60_000, pausesMs: [10] },
  get: { withinMs: 120_000, tryMs: 60_000, pausesMs: [10] },
  pieceMs: 60_000,
};
/** Silence is waited for. */
const IN_SILENCE: BucketTimes = {
  put: { ...TIMES.put, tryMs: 500 },
  get: { ...TIMES.get, tryMs: 500 },
  pieceMs: 500,
};
const BUSY: Fault = { kind: 'status', status: 503, code: 'SlowDown' };

let bucket: TestBucket;
let folder: string;
let files: S3Files;
beforeEach(async () => {
  bucket = await startTestBucket();
  folder = await newFolder();
  files = await openS3Files(folder, bucket.settings, TIMES);
});
afterEach(async () => {
  files.close();
  await bucket.close();
  await rm(folder, { recursive: true });
});

async function keep(content: string | Buffer = 'hello', type = 'text/plain'): Promise<void> {
  async function* body(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(content as string);
  }
  await files.receive(ID, body(), 10_000_000);
  try {
    await files.keep(ID, type);
  } finally {
    await files.drop(ID);
  }
}
/** What an attempt is refused with. */
async function refusal(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(FilesUnavailable);
  return (error as Error).message;
}
const reopened = async (changes: Partial<BucketSettings>, times = TIMES): Promise<void> => {
  files.close();
  files = await openS3Files(folder, { ...bucket.settings, ...changes }, times);
};

it('puts a file so that nobody opens it at the bucket’s own address', async () => {
  await keep('PNG', 'image/png');
  expect(bucket.requests).toEqual([`PUT ${PATH} 200`]);
  expect(bucket.objects.get(PATH)?.headers).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': 'attachment',
    'content-length': '3',
  });
  expect(await readdir(folder, { recursive: true })).toEqual(['incoming']);
});

it.each<[string, Fault]>([
  ['is busy', BUSY],
  ['fails', { kind: 'status', status: 500, code: 'InternalError' }],
  ['resets the connection', { kind: 'reset' }],
  ['says nothing', { kind: 'silence' }],
])('tries again where the bucket %s', async (_what, fault) => {
  if (fault.kind === 'silence') await reopened({}, IN_SILENCE);
  bucket.fail(fault, fault);
  await keep();
  expect(bucket.requests.filter((one) => one.endsWith('200'))).toEqual([`PUT ${PATH} 200`]);
  bucket.fail(fault, fault);
  const stream = await files.read(ID);
  expect(stream && (await buffer(stream)).toString()).toBe('hello');
  bucket.fail(fault, fault);
  await files.remove(ID);
  expect(bucket.objects.size).toBe(0);
});

it.each<[Fault, RegExp]>([
  [BUSY, /^The bucket files at 127\.0\.0\.1:\d+ answers 503 SlowDown\.$/],
  [{ kind: 'reset' }, /cannot be reached: ECONNRESET\.$|cannot be reached: UND_ERR_SOCKET\.$/],
  [{ kind: 'silence' }, /^The bucket files at 127\.0\.0\.1:\d+ does not answer in time\.$/],
])('gives up after a while: %j', async (fault, message) => {
  files.close();
  // One that answers is tried again while a quarter of a try is left.
  const short =
    fault.kind === 'silence'
      ? { withinMs: 250, tryMs: 100, pausesMs: [10] }
      : { withinMs: 60_000, tryMs: 236_000, pausesMs: [600] };
  files = await openS3Files(folder, bucket.settings, { ...TIMES, put: short, get: short });
  bucket.failAll(fault);
  expect(await refusal(keep(Buffer.alloc(5_000_000)))).toMatch(message);
  expect(await refusal(files.read(ID))).toMatch(message);
  expect(await refusal(files.remove(ID))).toMatch(message);
  bucket.failAll(null);
  await reopened({});
  await keep();
  expect(bucket.objects.size).toBe(1);
});

it.each<[string, Partial<BucketSettings>, string]>([
  ['secret key', { secretKey: 'wrong' }, '403 SignatureDoesNotMatch.'],
  ['access key', { accessKey: 'wrong' }, '403 InvalidAccessKeyId.'],
  ['region', { region: 'wrong' }, '403 AuthorizationHeaderMalformed.'],
  ['bucket', { bucket: 'wrong' }, '404 NoSuchBucket.'],
])('a wrong %s is told at once, without a secret', async (_what, changes, message) => {
  await reopened(changes);
  const said = [
    await refusal(keep()),
    await refusal(files.read(ID)),
    await refusal(files.remove(ID)),
    await refusal(files.check()),
  ];
  expect(bucket.requests).toHaveLength(said.length);
  for (const one of said) {
    expect(one.endsWith(` answers ${message}`)).toBe(true);
    expect(one).not.toMatch(/AKID|a-secret|AWS4/);
  }
});

it('a bucket that nobody runs is told', async () => {
  await bucket.close();
  expect(await refusal(files.check())).toMatch(/cannot be reached: ECONNREFUSED\.$/);
  await bucket.close().catch(() => undefined);
});

it('tries itself out without leaving anything', async () => {
  await files.check();
  expect(bucket.requests).toEqual(['PUT /files/chat-files/check 200', 'DELETE /files/chat-files/check 204']);
  expect(bucket.objects.size).toBe(0);
});

it.each(['reset', 'silence'] as const)('a file that ends half-way in %s is no file', async (ending) => {
  await keep(Buffer.alloc(200_000, 'x'));
  if (ending === 'silence') await reopened({}, IN_SILENCE);
  bucket.fail({ kind: 'half', ending });
  const stream = await files.read(ID);
  expect(await refusal(buffer(stream!))).toMatch(/stopped in the middle of a file\.$/);
});

it('lets go of the bucket where the reader goes away, also before the first byte', async () => {
  await keep(Buffer.alloc(5_000_000, 'x'));
  (await files.read(ID))?.destroy();
  const other = await files.read(ID);
  for await (const _piece of other ?? []) break;
  await bucket.idle();
});

it('still has the files that were kept in the data folder before', async () => {
  const disk = await openDiskFiles(folder);
  async function* body(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('old');
  }
  await disk.receive(ID, body(), 3);
  await disk.keep(ID, 'text/plain');
  await reopened({});
  const stream = await files.read(ID);
  expect(stream && (await buffer(stream)).toString()).toBe('old');
  expect(bucket.requests).toEqual([]);
  await files.remove(ID);
  expect(await disk.read(ID)).toBeNull();
});

it('ends at once when it is closed', async () => {
  bucket.failAll({ kind: 'silence' });
  const begun = refusal(keep());
  files.close();
  expect(await begun).toMatch(/does not answer in time/);
});

it('finds the bucket in a path below the address', async () => {
  await reopened({ endpoint: `${bucket.settings.endpoint}/storage/v1/s3/` });
  expect(await refusal(keep())).toMatch('404 NoSuchBucket');
  expect(bucket.requests).toEqual([`PUT /storage/v1/s3/files/chat-files/${ID} 404`]);
});

it('finds the bucket in the host name where that is the style', () => {
  const of = (endpoint: string, pathStyle: boolean): string =>
    objectUrl({ ...bucket.settings, endpoint, pathStyle }, 'a/b');
  expect(of('https://s3.eu-central-1.amazonaws.com', false)).toBe(
    'https://files.s3.eu-central-1.amazonaws.com/a/b',
  );
  expect(of('https://s3.example:9000/x/', false)).toBe('https://files.s3.example:9000/x/a/b');
  expect(of('https://s3.example:9000/x/', true)).toBe('https://s3.example:9000/x/files/a/b');
});
