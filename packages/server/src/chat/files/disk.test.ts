import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FileBytes } from './bytes.ts';
import { openDiskFiles } from './disk.ts';

let folder: string;
let files: FileBytes;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'goalpost-files-'));
  files = await openDiskFiles(folder);
});
afterAll(() => rm(folder, { recursive: true }));

const ID = 'abcdefghijklmnopqrstuvwxyz';
async function* body(...pieces: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece);
}
const incoming = (): Promise<string[]> => readdir(path.join(folder, 'incoming'));

it('keeps what was received, for its owner only, and gives it back', async () => {
  expect(await files.receive(ID, body('one ', 'two'), 7)).toEqual({ bytes: 7, head: Buffer.from('one two') });
  expect(await files.read(ID)).toBeNull();
  await files.keep(ID, 'text/plain');
  const stream = await files.read(ID);
  expect(stream && (await buffer(stream)).toString()).toBe('one two');
  expect((await stat(path.join(folder, 'ab', ID))).mode & 0o777).toBe(0o600);
  await files.drop(ID);
  expect(await files.read(ID)).not.toBeNull();
  await files.remove(ID);
  await files.remove(ID);
  expect(await files.read(ID)).toBeNull();
});

it('keeps no more of the beginning than it takes to tell the type', async () => {
  const received = await files.receive(ID, body('x'.repeat(4_000), 'y'.repeat(4_000)), 10_000);
  expect(received?.bytes).toBe(8_000);
  expect(received?.head.toString()).toBe('x'.repeat(4_000) + 'y'.repeat(96));
  await files.drop(ID);
  expect(await incoming()).toEqual([]);
});

it('leaves nothing of a file that is too large or whose sender hung up', async () => {
  expect(await files.receive(ID, body('12345', '6'), 5)).toBeNull();
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('12');
    throw new Error('hung up');
  }
  await expect(files.receive(ID, broken(), 5)).rejects.toThrow('hung up');
  expect(await incoming()).toEqual([]);
});

it('removes what an earlier run left half-received', async () => {
  await writeFile(path.join(folder, 'incoming', 'left-behind-of-earlier'), 'x');
  await openDiskFiles(folder);
  expect(await incoming()).toEqual([]);
});

it('takes no path for an id', async () => {
  await expect(files.read('../../../../etc/passwd')).rejects.toThrow(/Not the id/);
});
