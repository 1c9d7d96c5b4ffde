import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerFileBytesContract } from '../../chat/files/file-bytes.contract.ts';
import { FilesUnavailable } from '../../chat/files/port.ts';
import { openDiskFiles } from './disk.ts';

const newFolder = (): Promise<string> => mkdtemp(path.join(os.tmpdir(), 'goalpost-files-'));

describe('in the data folder', () => {
  registerFileBytesContract(async () => {
    const folder = await newFolder();
    return {
      folder,
      open: () => openDiskFiles(folder),
      async kept() {
        const all = await readdir(folder, { recursive: true, withFileTypes: true });
        return all.filter((one) => one.isFile() && path.basename(one.parentPath) !== 'incoming').length;
      },
      close: () => rm(folder, { recursive: true }),
    };
  });
});

const ID = 'abcdefghijklmnopqrstuvwxyz';
async function* hello(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('hello');
}

let folder: string;
beforeAll(async () => {
  folder = await newFolder();
});
afterAll(() => rm(folder, { recursive: true }));

it('only its owner may read what is kept', async () => {
  const files = await openDiskFiles(folder);
  await files.receive(ID, hello(), 5);
  expect((await stat(files.incomingPath(ID))).mode & 0o777).toBe(0o600);
  await files.keep(ID, 'text/plain');
  expect((await stat(path.join(folder, 'ab', ID))).mode & 0o777).toBe(0o600);
});

it('says what the disk refuses, without saying where it is', async () => {
  const files = await openDiskFiles(folder);
  await rm(path.join(folder, 'incoming'), { recursive: true });
  const refusal = await files.receive(ID, hello(), 5).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(FilesUnavailable);
  expect(String(refusal)).toBe('FilesUnavailable: The data folder does not take chat files: ENOENT at open.');
});
