import { describe, expect, it } from 'vitest';
import { readAll, type Readable } from './read-all.ts';

const SIZE = 20_000;
const FILE = Buffer.alloc(SIZE, 'a');

/** A file of which some bytes cannot be read; each attempt is counted. */
function failing(isBad: (from: number, to: number, tries: number) => boolean, code = 'EIO') {
  let tries = 0;
  const read = (buffer: Buffer, at: number, bytes: number, position: number) => {
    tries++;
    const to = Math.min(SIZE, position + bytes);
    if (isBad(position, to, tries)) return Promise.reject(Object.assign(new Error(code), { code }));
    return Promise.resolve({ bytesRead: FILE.copy(buffer, at, position, to), buffer });
  };
  return { file: { read } as unknown as Readable, tries: () => tries };
}

describe('[V28] what the disk cannot read', () => {
  it('is one page, and the rest is read, in a bounded number of tries', async () => {
    const { file, tries } = failing((from, to) => from < 9_000 && to > 8_500);
    const buffer = Buffer.alloc(SIZE);
    expect(await readAll(file, buffer, 0, SIZE)).toBe(SIZE);
    const bad = [...buffer.keys()].filter((at) => buffer[at] === 0xff);
    expect([bad[0], bad.length]).toEqual([8_192, 4_096]);
    expect(buffer.every((byte) => byte === 0xff || byte === 0x61)).toBe(true);
    expect(tries()).toBeLessThan(20);
  });

  it('is read after all where the error passes', async () => {
    const { file } = failing((_from, _to, tries) => tries <= 2);
    const buffer = Buffer.alloc(SIZE);
    expect(await readAll(file, buffer, 0, SIZE)).toBe(SIZE);
    expect(buffer.equals(FILE)).toBe(true);
  });

  it('ends with the file, whatever is asked for', async () => {
    const { file } = failing(() => true);
    expect(await readAll(file, Buffer.alloc(SIZE), SIZE - 100, SIZE)).toBe(100);
  });

  it('is no damage where reading is refused', async () => {
    const { file } = failing(() => true, 'EACCES');
    await expect(readAll(file, Buffer.alloc(10), 0, SIZE)).rejects.toThrow('EACCES');
  });
});
