/** Backups in a bucket that fails in every way: one sentence, nothing half done, and the next backup is whole. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { placeOfBackups } from '../boot/doctor/backup-place.ts';
import { readConfig } from '../boot/config/reader.ts';
import { bucketPlace } from '../stores/files/bucket-place.ts';
import type { BucketTimes } from '../stores/files/bucket.ts';
import { startTestBucket, TEST_KEYS, type Fault, type TestBucket } from '../stores/files/test-bucket.ts';
import { openChunks } from './chunks.ts';
import { listBackups, readManifest } from './manifest.ts';
import type { BackupPlace } from './port.ts';
import { BackupRefused } from './refusal.ts';
import { checkParts } from './restore.ts';
import { removeOld, takeBackup } from './take.ts';
import { fillInstallation, openInstallation, type TestInstallation } from './test-installation.ts';

const DAY_MS = 86_400_000;
const SENTENCE = /^[A-Z][^\n]*\.$/;
/** Silence is waited for; what answers is given the time that a busy machine takes. */
const TIMES: BucketTimes = {
  put: { withinMs: 3_000, tryMs: 1_500, pausesMs: [10, 10, 10] },
  get: { withinMs: 3_000, tryMs: 1_500, pausesMs: [10, 10, 10] },
  pieceMs: 1_500,
};
/** One try alone: what stays is not waited for. */
const ONCE: BucketTimes = {
  put: { withinMs: 2_000, tryMs: 8_000, pausesMs: [0] },
  get: { withinMs: 2_000, tryMs: 8_000, pausesMs: [0] },
  pieceMs: 2_000,
};
const BUSY: Fault = { kind: 'status', status: 503, code: 'SlowDown' };

let now = Date.UTC(2026, 10, 29);
const clock = { now: () => now };
let root: string;
let source: TestInstallation;
let bucket: TestBucket;
let place: BackupPlace;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'goalpost-bucket-'));
  source = openInstallation(join(root, 'source'), clock);
  await fillInstallation(source);
});
afterAll(async () => {
  await source.records.close();
  rmSync(root, { recursive: true, force: true });
});
beforeEach(async () => {
  bucket = await startTestBucket();
  place = bucketPlace(bucket.settings, 'kept & "here"', TIMES);
});
afterEach(() => bucket.close());

/** @returns the sentence of the refusal; anything else fails the test */
async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error('It was not refused.'),
    (thrown: unknown) => thrown as Error,
  );
  expect(error).toBeInstanceOf(BackupRefused);
  expect(error.message).toMatch(SENTENCE);
  expect(error.message).not.toContain(TEST_KEYS.accessKey);
  return error.message;
}

async function whole(name: string): Promise<void> {
  const manifest = await readManifest(place, name, null);
  await checkParts(manifest, await openChunks(place, null));
}

/** A backup, which is whole, whatever was there before. */
async function next(): Promise<string> {
  now += 1_000;
  const { name } = await takeBackup(source.deps(place));
  await whole(name);
  return name;
}

describe('[K9] what passes is tried again', () => {
  const PASSING: readonly Fault[] = [
    BUSY,
    { kind: 'status', status: 500, code: 'InternalError' },
    { kind: 'reset' },
    { kind: 'silence' },
    { kind: 'half', ending: 'reset' },
  ];

  it.each(PASSING)('$kind $status $ending', async (fault) => {
    await next();
    // Whichever request of a backup meets it: lists, the earlier contents, a new part, its own contents.
    let last = '';
    let met = 0;
    for (const at of [1, 4, 8, 10]) {
      now += 1_000;
      source.analytics.put('hits', '2026-11-09', { day: '2026-11-09', n: at });
      const hasMet = bucket.failAt(at, fault);
      ({ name: last } = await takeBackup(source.deps(place)));
      met += Number(hasMet());
    }
    await whole(last);
    expect(met).toBeGreaterThan(2);
    source.analytics.rows.delete('hits 2026-11-09');
  });
});

describe('[K9] what stays is refused in a sentence, does not count, and spoils no later one', () => {
  const STAYING: readonly (readonly [Fault, RegExp])[] = [
    [{ kind: 'status', status: 403, code: 'AccessDenied' }, /answers 403 AccessDenied, when listing\.$/],
    [{ kind: 'status', status: 404, code: 'NoSuchBucket' }, /answers 404 NoSuchBucket, when listing\.$/],
    [{ kind: 'status', status: 301, code: 'PermanentRedirect' }, /answers 301 PermanentRedirect/],
    [BUSY, /answers 503 SlowDown, when listing\.$/],
    [{ kind: 'reset' }, /cannot be reached: \w+, when listing\.$/],
    [{ kind: 'silence' }, /does not answer in time, when listing\.$/],
    [{ kind: 'half', ending: 'reset' }, /stopped in the middle of a list, when listing\.$/],
    [{ kind: 'half', ending: 'silence' }, /stopped in the middle of a list, when listing\.$/],
    [{ kind: 'endless' }, /says that its list goes on, and not how\.$/],
  ];

  it.each(STAYING)('%j', async (fault, sentence) => {
    place = bucketPlace(bucket.settings, 'kept', ONCE);
    await next();
    const before = (await listBackups(place)).length;
    bucket.failAll(fault);
    expect(await refusal(takeBackup(source.deps(place)))).toMatch(sentence);
    expect(await refusal(listBackups(place))).toMatch(sentence);
    // Above all: nothing is removed by a list that is not whole.
    const kept = bucket.objects.size;
    now += 40 * DAY_MS;
    await refusal(removeOld({ place, key: null, clock }, 30));
    expect(bucket.objects.size).toBe(kept);
    bucket.failAll(null);
    expect((await listBackups(place)).length).toBe(before);
    await next();
  });

  it('bytes that are not those that were stored', async () => {
    const name = await next();
    bucket.failAll({ kind: 'changed' });
    expect(await refusal(whole(name))).toMatch(/damaged|not|cut off/);
    bucket.failAll(null);
    await next();
  });

  it('a key that may write and list, and neither read nor remove', async () => {
    bucket.allow(['PUT', 'LIST']);
    const said: string[] = [];
    const deps = { ...source.deps(place), say: (line: string) => void said.push(line) };
    await takeBackup(deps);
    now += 40 * DAY_MS;
    await takeBackup(deps);
    expect(said.join('\n')).toMatch(/403 AccessDenied, when reading\. This backup reads everything again\./);
    expect(await refusal(removeOld({ place, key: null, clock }, 30))).toMatch(/when reading\.$/);
    bucket.allow(null);
    expect(await listBackups(place)).toHaveLength(2);
    for (const { name } of await listBackups(place)) await whole(name);
    expect(await removeOld({ place, key: null, clock }, 30)).toHaveLength(1);
  });

  it('a key that may do nothing but write', async () => {
    bucket.allow(['PUT']);
    expect(await refusal(takeBackup(source.deps(place)))).toMatch(/403 AccessDenied, when listing\.$/);
    expect(bucket.objects.size).toBe(0);
  });
});

describe('[K9] the doctor says of the place', () => {
  async function says(): Promise<string> {
    const reading = readConfig({
      GOALPOST_DATA: join(root, 'source'),
      GOALPOST_BACKUP_TO: 's3://files/kept',
      GOALPOST_S3_ENDPOINT: bucket.settings.endpoint,
      GOALPOST_S3_BUCKET: 'files',
      GOALPOST_S3_REGION: TEST_KEYS.region,
      GOALPOST_S3_ACCESS_KEY: TEST_KEYS.accessKey,
      GOALPOST_S3_SECRET_KEY: TEST_KEYS.secretKey,
      GOALPOST_S3_PATH_STYLE: '1',
    });
    if (!reading.ok) throw new Error(reading.problems.join(' '));
    const context = { config: reading.config, now, stores: null, whyNoStores: '' };
    return (await placeOfBackups.look(context)).map(({ how, says: one }) => `${how}: ${one}`).join('\n');
  }

  it('that it works, what it refuses, and what could not be restored', async () => {
    expect(await says()).toMatch(/^well: The bucket files at .* takes backups\.$/);
    expect(bucket.objects.size).toBe(0);
    const kept = bucketPlace(bucket.settings, 'kept', TIMES);
    const { name } = await takeBackup(source.deps(kept));
    expect(await says()).toMatch(new RegExp(`^well: .* the last is ${name}\\.$`));
    bucket.allow(['PUT', 'LIST', 'GET']);
    expect(await says()).toMatch(/^well: .*\nnote: .* when removing\. Backups that are too old stay there/);
    bucket.allow(['PUT']);
    expect(await says()).toMatch(/\nbad: .* when listing\. See GOALPOST_BACKUP_TO/);
    bucket.allow(['GET', 'LIST']);
    expect(await says()).toMatch(/^bad: .* when writing\. See GOALPOST_BACKUP_TO[^\n]*$/);
    bucket.allow(null);
    bucket.failAll({ kind: 'changed' });
    expect(await says()).toMatch(/^bad: The list of contents .* It could not be restored: take another/);
    bucket.failAll({ kind: 'status', status: 403, code: 'InvalidAccessKeyId' });
    expect(await says()).toMatch(/^bad: .*InvalidAccessKeyId, when writing/);
  });
});
