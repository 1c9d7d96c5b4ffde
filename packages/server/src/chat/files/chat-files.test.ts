import { CONSENT_DEFAULTS } from '@goalpost/contract/consent';
import { MAX_FILE_BYTES } from '@goalpost/contract/chat';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createChatStore,
  createCounterStore,
  createFileIndex,
  type Records,
} from '../../stores/records/index.ts';
import { newPerson } from '../../stores/records/chat/test-chat.ts';
import { openTestRecords } from '../../stores/records/test-records.ts';
import { FilesUnavailable, type FileBytes } from './port.ts';
import { createChatFiles, type ChatFiles, type OpenedFile, type Upload } from './chat-files.ts';
import { openDiskFiles } from '../../stores/files/disk.ts';

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(100)]);
const LIMITS = { perPerson: 3, perAddress: 5, perOperator: 2, windowMs: 1_000 };
const HOUR = 3_600_000;

let records: Records;
let folder: string;
let files: ChatFiles;
let bytes: FileBytes;
let warnings: unknown[];
let now: number;
let counterId: number;
beforeEach(async () => {
  now = 1_790_000_000_000;
  records = await openTestRecords();
  folder = await mkdtemp(path.join(os.tmpdir(), 'goalpost-files-'));
  const made = await createCounterStore(records.db).create('ann', null, SETTINGS, now);
  if (made === 'taken') throw new Error('taken');
  counterId = made.id;
  const people = createChatStore(records.db);
  for (const id of ['zoe', 'bad']) {
    await people.createPerson(newPerson(counterId, { id, blocked: id === 'bad' }), id);
  }
  warnings = [];
  bytes = await openDiskFiles(folder);
  const storage: FileBytes = {
    receive: (...all) => bytes.receive(...all),
    keep: (...all) => bytes.keep(...all),
    drop: (id) => bytes.drop(id),
    read: (id) => bytes.read(id),
    remove: (id) => bytes.remove(id),
  };
  files = createChatFiles({
    maskName: (_counterId, name) => name,
    index: createFileIndex(records.db),
    bytes: storage,
    people,
    personOf: async (_counter, secret) => (secret === 'zoe' || secret === 'bad' ? secret : null),
    whyClosed: async (id) => (id === counterId ? null : 'unknown_counter'),
    clock: { now: () => now },
    log: { warn: (fields) => void warnings.push(fields) },
    limits: LIMITS,
  });
});
afterEach(async () => {
  await records.close();
  await rm(folder, { recursive: true });
});

const SETTINGS = {
  name: 'Shop',
  site: 'shop.example',
  mirrors: [],
  onlyMirrors: false,
  timeZone: 'UTC',
  currency: 'EUR',
  visitThreshold: 1_800,
  autogoals: true,
  filterRobots: true,
  favorite: false,
  tagModules: {},
  masking: { on: true, names: [], keep: [], shapes: [] },
  otherChats: { off: [], events: [] },
  consent: CONSENT_DEFAULTS,
  ownVisits: { addresses: [], browsers: [] },
  rates: { into: '', rates: [] },
};

function upload(name: string, content: Buffer | string, changes: Partial<Upload> = {}): Upload {
  async function* body(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(content);
  }
  return { counterId, name: encodeURIComponent(name), length: null, body: body(), ...changes };
}
const send = (one: Upload, secret = 'zoe', address = '1.1.1.1') => files.fromVisitor(one, secret, address);

async function opened(id: string): Promise<OpenedFile> {
  const found = await files.open(id);
  if (found === null || found === 'unavailable') throw new Error(`No file: ${found}`);
  return found;
}

it('takes a visitor’s file, and gives it to whoever knows its id', async () => {
  const answer = await send(upload('a.png', PNG));
  expect(answer).toMatchObject({ ok: true, file: { name: 'a.png', type: 'image/png', bytes: PNG.length } });
  const id = answer.ok ? answer.file.id : '';
  expect(id).toMatch(/^[\w-]{32}$/);
  const found = await opened(id);
  expect(found.file).toMatchObject({ counterId, personId: 'zoe', createdAt: now });
  expect(PNG.equals(await buffer(found.bytes))).toBe(true);
  expect(await files.open('A'.repeat(32))).toBeNull();
});

it('gives a name that has none the extension of what it is', async () => {
  expect(await send(upload('picture', PNG))).toMatchObject({ file: { name: 'picture.png' } });
});

it('[C10] refuses what is no file, too large, or not what it says it is', async () => {
  const large = Buffer.alloc(MAX_FILE_BYTES + 1, 'x');
  expect(await send(upload('photo.png', 'PK\x03\x04'))).toEqual({ ok: false, reason: 'file_type' });
  expect(await send(upload('a.txt', large))).toEqual({ ok: false, reason: 'too_large' });
  expect(await send(upload('a.txt', ''))).toEqual({ ok: false, reason: 'malformed' });
});

it('[C10] reads nothing of what says itself that it is too large', async () => {
  const body = {
    [Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
      throw new Error('was read');
    },
  };
  const answer = await send(upload('a.txt', '', { length: MAX_FILE_BYTES + 1, body }));
  expect(answer).toEqual({ ok: false, reason: 'too_large' });
});

it('[C4] takes files only from whoever holds a secret, on a counter with a chat, and is not blocked', async () => {
  expect(await send(upload('a.png', PNG), 'forged')).toEqual({ ok: false, reason: 'denied' });
  expect(await send(upload('a.png', PNG), 'bad')).toEqual({ ok: false, reason: 'blocked' });
  expect(await send(upload('a.png', PNG, { counterId: 1 }))).toEqual({
    ok: false,
    reason: 'unknown_counter',
  });
});

it('bounds how many files a person, an address and an operator send', async () => {
  const png = () => upload('a.png', PNG);
  for (let n = 0; n < LIMITS.perPerson; n += 1) expect(await send(png())).toMatchObject({ ok: true });
  expect(await send(png(), 'zoe', '2.2.2.2')).toEqual({ ok: false, reason: 'too_fast' });
  await send(png(), 'forged');
  await send(png(), 'forged');
  expect(await send(png(), 'forged')).toEqual({ ok: false, reason: 'too_fast' });
  now += LIMITS.windowMs;
  expect(await send(png())).toMatchObject({ ok: true });

  for (let n = 0; n < LIMITS.perOperator; n += 1) {
    expect(await files.fromOperator(png(), 'ann')).toMatchObject({ ok: true });
  }
  expect(await files.fromOperator(png(), 'ann')).toEqual({ ok: false, reason: 'too_fast' });
  expect(await files.fromOperator(png(), 'ben')).toMatchObject({ ok: true });
});

it('removes after a day what was uploaded and not sent', async () => {
  const answer = await send(upload('a.png', PNG));
  const id = answer.ok ? answer.file.id : '';
  now += 24 * HOUR;
  expect(await files.sweep()).toBe(0);
  now += 1;
  expect(await files.sweep()).toBe(1);
  expect(await files.open(id)).toBeNull();
  expect(await files.sweep()).toBe(0);
});

describe('where the storage does not do its work', () => {
  const failing = async (): Promise<never> => {
    throw new FilesUnavailable('The bucket is away.');
  };

  it.each(['receive', 'keep'] as const)(
    'refuses an upload that it cannot %s, and keeps nothing',
    async (what) => {
      const whole = bytes;
      bytes = { ...whole, [what]: failing };
      expect(await send(upload('a.png', PNG))).toEqual({ ok: false, reason: 'unavailable' });
      expect(warnings).toEqual([{ why: 'The bucket is away.' }]);
      bytes = whole;
      expect(await readdir(folder, { recursive: true })).toEqual(['incoming']);
      expect(await send(upload('a.png', PNG))).toMatchObject({ ok: true });
    },
  );

  it('says that a file is there and cannot be had now', async () => {
    const answer = await send(upload('a.png', PNG));
    const id = answer.ok ? answer.file.id : '';
    bytes = { ...bytes, read: failing };
    expect(await files.open(id)).toBe('unavailable');
    expect(warnings).toEqual([{ why: 'The bucket is away.' }]);
  });

  it('tells of a file that ends half-way, and whoever reads it hears of it too', async () => {
    const answer = await send(upload('a.png', PNG));
    bytes = { ...bytes, read: async () => Readable.from([PNG.subarray(0, 50)]) };
    const { bytes: stream } = await opened(answer.ok ? answer.file.id : '');
    await expect(buffer(stream)).rejects.toThrow('50, not 108.');
    expect(warnings).toEqual([{ why: 'A file has other bytes than were stored: 50, not 108.' }]);
  });

  it('passes on what is a bug', async () => {
    bytes = { ...bytes, keep: () => Promise.reject(new TypeError('a bug')) };
    await expect(send(upload('a.png', PNG))).rejects.toThrow('a bug');
  });

  it('removes the next time what could not be removed', async () => {
    await send(upload('a.png', PNG));
    now += 24 * HOUR + 1;
    const whole = bytes;
    bytes = { ...whole, remove: failing };
    await expect(files.sweep()).rejects.toThrow('The bucket is away.');
    bytes = whole;
    expect(await files.sweep()).toBe(1);
    expect(await files.sweep()).toBe(0);
  });

  it('removes in the end what was kept although nobody said so', async () => {
    const whole = bytes;
    bytes = {
      ...whole,
      async keep(id, type) {
        await whole.keep(id, type);
        await failing();
      },
    };
    expect(await send(upload('a.png', PNG))).toEqual({ ok: false, reason: 'unavailable' });
    now += 24 * HOUR + 1;
    expect(await files.sweep()).toBe(1);
    const left = await readdir(folder, { recursive: true, withFileTypes: true });
    expect(left.filter((one) => one.isFile())).toEqual([]);
  });
});
