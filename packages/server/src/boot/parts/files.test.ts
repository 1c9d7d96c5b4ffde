import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestBucket, type TestBucket } from '../../stores/files/test-bucket.ts';
import { openFiles, type OpenFiles } from './files.ts';

let bucket: TestBucket;
let folder: string;
let opened: OpenFiles | null;
let warned: Promise<string>;
let warn: (fields: Record<string, unknown>, message: string) => void;
beforeEach(async () => {
  bucket = await startTestBucket();
  folder = await mkdtemp(path.join(os.tmpdir(), 'goalpost-files-'));
  opened = null;
  warned = new Promise((resolve) => {
    warn = (fields, message) => resolve(JSON.stringify({ ...fields, message }));
  });
});
afterEach(async () => {
  opened?.close();
  await bucket.close();
  await rm(folder, { recursive: true });
});

it('warns of a bucket that refuses, names what to look at, and tells no secret', async () => {
  const settings = { ...bucket.settings, secretKey: 'not-the-secret' };
  opened = await openFiles(folder, settings, { warn });
  const warning = await warned;
  expect(warning).toContain('answers 403 SignatureDoesNotMatch');
  expect(warning).toContain('GOALPOST_S3_');
  expect(warning).not.toMatch(/not-the-secret|AKIDTEST/);
});

it('does not wait for a bucket that says nothing, and says nothing of it once closed', async () => {
  bucket.failAll({ kind: 'silence' });
  opened = await openFiles(folder, bucket.settings, { warn });
  opened.close();
  await bucket.idle();
  const silent = new Promise((resolve) => setImmediate(() => resolve('nothing')));
  expect(await Promise.race([warned, silent])).toBe('nothing');
});

it('without a bucket files are kept in the data folder', async () => {
  opened = await openFiles(folder, null, { warn });
  expect(await opened.bytes.read('abcdefghijklmnopqrstuvwxyz')).toBeNull();
  expect(bucket.requests).toEqual([]);
});
