import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeBlock } from './block.ts';
import { DamagedFile, readBlocks } from './block-reader.ts';
import { createFramedBuffer } from './pending-batch.ts';
import { decodeLines, encodeRecord } from './record-line.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'goalpost-block-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const payloads = fc.array(fc.string({ unit: 'binary', maxLength: 3_000 }), { maxLength: 12 });

async function read(bytes: Buffer): Promise<{ payloads: string[]; damaged: boolean }> {
  const path = join(dir, 'file');
  await writeFile(path, bytes);
  const found: string[] = [];
  try {
    for await (const payload of readBlocks(path)) found.push(payload.toString('utf8'));
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error;
    return { payloads: found, damaged: true };
  }
  return { payloads: found, damaged: false };
}

describe('framed files', () => {
  it('are read as they were written, with or without space taken ahead', async () => {
    await fc.assert(
      fc.asyncProperty(payloads, fc.nat(5_000), async (texts, ahead) => {
        const whole = Buffer.concat([...texts.map(encodeBlock), Buffer.alloc(ahead)]);
        expect(await read(whole)).toEqual({
          payloads: texts.map((text) => text.toWellFormed()),
          damaged: false,
        });
      }),
      { numRuns: 60 },
    );
  });

  it('give whole blocks only, wherever they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(payloads, fc.nat(), async (texts, at) => {
        const blocks = texts.map(encodeBlock);
        const whole = Buffer.concat(blocks);
        const cut = at % (whole.length + 1);
        let end = 0;
        const fitting = blocks.filter((block) => (end += block.length) <= cut).length;
        const found = await read(whole.subarray(0, cut));
        expect(found.payloads).toEqual(texts.slice(0, fitting).map((text) => text.toWellFormed()));
        const boundary = blocks.slice(0, fitting).reduce((sum, block) => sum + block.length, 0);
        // Leading zeros of a cut header look like space taken ahead, and are not missed.
        if (cut === boundary) expect(found.damaged).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it('give whole blocks only, whichever bit turns', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ minLength: 1, maxLength: 300 }), { minLength: 1 }),
        fc.nat(),
        async (texts, at) => {
          const blocks = texts.map(encodeBlock);
          const whole = Buffer.concat(blocks);
          const bit = at % (whole.length * 8);
          const byte = bit >> 3;
          whole[byte] = (whole[byte] ?? 0) ^ (1 << (bit & 7));
          let end = 0;
          const sound = blocks.filter((block) => (end += block.length) <= byte).length;
          expect(await read(whole)).toEqual({ payloads: texts.slice(0, sound), damaged: true });
        },
      ),
      { numRuns: 150 },
    );
  });

  it('hold blocks larger than one read', async () => {
    const texts = ['a'.repeat(3_000_000), 'b', 'c'.repeat(1_100_000)];
    expect((await read(Buffer.concat(texts.map(encodeBlock)))).payloads).toEqual(texts);
  });
});

describe('the buffer of waiting records', () => {
  it('frames any records so that they are read back, over several blocks', async () => {
    const hit = fc.record({
      k: fc.constant('h' as const),
      c: fc.nat(),
      t: fc.nat(),
      q: fc.string({ unit: 'binary', maxLength: 500 }),
      a: fc.string({ maxLength: 100 }),
      v: fc.constant('7'),
    });
    const buffer = createFramedBuffer();
    await fc.assert(
      fc.asyncProperty(fc.array(hit, { maxLength: 40 }), fc.boolean(), async (records, large) => {
        buffer.clear();
        const all = large
          ? [...records, { k: 'h' as const, c: 1, t: 1, q: 'x'.repeat(300_000), a: '', v: '1' }, ...records]
          : records;
        for (const record of all) buffer.add(encodeRecord(record), false);
        expect(buffer.records).toBe(all.length);
        const path = join(dir, 'records');
        await writeFile(path, buffer.bytes({ s: 9, n: 100, c: 3 }));
        const found: unknown[] = [];
        for await (const payload of readBlocks(path)) {
          const { place, records: some } = decodeLines(payload);
          expect(place).toMatchObject({ s: 9, n: 100 + found.length, c: 3 });
          found.push(...some);
        }
        expect(found).toEqual(JSON.parse(JSON.stringify(all)));
      }),
      { numRuns: 40 },
    );
  });
});
