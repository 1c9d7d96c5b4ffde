/** What every `FileBytes` must do. */
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FilesUnavailable, type FileBytes } from './port.ts';

export interface FileBytesFixture {
  /** Where files are received, at first. */
  readonly folder: string;
  /** The same storage again, as after a start. */
  open(): Promise<FileBytes>;
  /** How many files it keeps. */
  kept(): Promise<number>;
  close(): Promise<void>;
}

const ID = 'abcdefghijklmnopqrstuvwxyz';
const OTHER = 'ABCDEFGH-_0123456789';
const TYPE = 'text/plain';

async function* body(...pieces: readonly (string | Buffer)[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece as string);
}

export function registerFileBytesContract(make: () => Promise<FileBytesFixture>): void {
  describe('bytes of files', () => {
    let fixture: FileBytesFixture;
    let files: FileBytes;
    beforeAll(async () => {
      fixture = await make();
      files = await fixture.open();
    });
    afterAll(() => fixture.close());

    const incoming = (): Promise<string[]> => readdir(path.join(fixture.folder, 'incoming'));
    async function text(id: string): Promise<string | null> {
      const stream = await files.read(id);
      return stream && (await buffer(stream)).toString();
    }

    it('keeps what was received, and gives it back', async () => {
      const received = await files.receive(ID, body('one ', 'two'), 7);
      expect(received).toEqual({ bytes: 7, head: Buffer.from('one two') });
      expect(await text(ID)).toBeNull();
      expect(await fixture.kept()).toBe(0);
      await files.keep(ID, TYPE);
      expect(await text(ID)).toBe('one two');
      await files.drop(ID);
      expect(await incoming()).toEqual([]);
      expect(await text(ID)).toBe('one two');
    });

    it('has it after the next start, and others not', async () => {
      files = await fixture.open();
      expect(await text(ID)).toBe('one two');
      expect(await text(OTHER)).toBeNull();
    });

    it('removes, and has nothing against doing so twice', async () => {
      await files.remove(ID);
      await files.remove(ID);
      expect(await text(ID)).toBeNull();
      expect(await fixture.kept()).toBe(0);
    });

    it('gives every byte back as it was', async () => {
      const bytes = Buffer.from(Array.from({ length: 3_000_000 }, (_, at) => (at * 31) % 256));
      const received = await files.receive(OTHER, body(bytes), bytes.length);
      expect(received?.bytes).toBe(bytes.length);
      await files.keep(OTHER, 'image/png');
      await files.drop(OTHER);
      const stream = await files.read(OTHER);
      expect(stream && bytes.equals(await buffer(stream))).toBe(true);
      await files.remove(OTHER);
    });

    it('keeps no more of the beginning than it takes to tell the type', async () => {
      const received = await files.receive(ID, body('x'.repeat(4_000), 'y'.repeat(4_000)), 10_000);
      expect(received?.bytes).toBe(8_000);
      expect(received?.head.toString()).toBe('x'.repeat(4_000) + 'y'.repeat(96));
      await files.drop(ID);
      expect(await incoming()).toEqual([]);
      expect(await fixture.kept()).toBe(0);
    });

    it('leaves nothing of a file that is too large or whose sender hung up', async () => {
      expect(await files.receive(ID, body('12345', '6'), 5)).toBeNull();
      async function* broken(): AsyncGenerator<Uint8Array> {
        yield Buffer.from('12');
        throw new Error('hung up');
      }
      await expect(files.receive(ID, broken(), 5)).rejects.toThrow('hung up');
      expect(await incoming()).toEqual([]);
      expect(await fixture.kept()).toBe(0);
    });

    it('says so where there is nothing to keep', async () => {
      await expect(files.keep(ID, TYPE)).rejects.toThrow(FilesUnavailable);
      expect(await text(ID)).toBeNull();
    });

    it('lets go of a file that is not read to its end', async () => {
      await files.receive(ID, body(Buffer.alloc(1_000_000, 'x')), 1_000_000);
      await files.keep(ID, TYPE);
      await files.drop(ID);
      const stream = await files.read(ID);
      for await (const _piece of stream ?? []) break;
      expect(stream?.destroyed).toBe(true);
      await files.remove(ID);
    });

    it('removes what an earlier run left half-received', async () => {
      await writeFile(path.join(fixture.folder, 'incoming', 'left-behind-of-earlier'), 'x');
      files = await fixture.open();
      expect(await incoming()).toEqual([]);
    });

    it('takes no path for an id', async () => {
      const path = '../../../../etc/passwd';
      await expect(files.read(path)).rejects.toThrow(/Not the id/);
      await expect(files.remove(path)).rejects.toThrow(/Not the id/);
      await expect(files.receive(path, body('x'), 1)).rejects.toThrow(/Not the id/);
    });
  });
}
