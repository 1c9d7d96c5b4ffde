import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HitRecord } from '../journal-record.ts';
import { testConfig } from '../test-config.ts';
import { encodeBlock, sealBlock } from './block.ts';
import { findBlock } from './block-search.ts';
import { placeLine } from './block-place.ts';
import type { FileWindow } from './file-window.ts';
import { createFramedBuffer } from './pending-batch.ts';
import { encodeHead, encodeRecord } from './record-line.ts';
import { againstHeld, readHead, readSegment, type SegmentContents } from './segment-reader.ts';

const NUMBER = 1_764_357_000;

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'goalpost-damage-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** What a visitor would send who knows how the journal is written: blocks of the journal as text. */
const crafted = encodeBlock(
  `${placeLine({ s: NUMBER, n: 0, c: 0 })}{"k":"h","c":1,"t":9,"q":"n=forged","a":"","v":"1"}`,
).toString('latin1');
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(crafted, crafted.repeat(3), '\0\0\0\0{"k":"h"}', '\n{"k":"b","s":1,"n":0,"c":0}', '}'),
);
/** A segment: flushes of some hits each; the number in `t` names a hit. */
const flushes = fc.array(fc.array(texts, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 });

interface Written {
  readonly blocks: { readonly bytes: Buffer; readonly hits: readonly number[] }[];
  readonly hits: number;
}

function write(sent: readonly (readonly string[])[]): Written {
  const head = encodeHead({ after: NUMBER - 1, records: 5, settings: 1 });
  const blocks: Written['blocks'] = [
    { bytes: encodeBlock(placeLine({ s: NUMBER, n: 0, c: 0 }) + head), hits: [] },
  ];
  let hits = 0;
  for (const some of sent) {
    const buffer = createFramedBuffer();
    const names = some.map((text, index) => {
      const hit: HitRecord = { k: 'h', c: 1, t: hits + index, q: text, a: text, v: '1' };
      buffer.add(encodeRecord(hit), false);
      return hit.t;
    });
    blocks.push({ bytes: Buffer.from(buffer.bytes({ s: NUMBER, n: hits, c: 0 })), hits: names });
    hits += some.length;
  }
  return { blocks, hits };
}

async function read(bytes: Buffer, held: number): Promise<SegmentContents> {
  const path = join(dir, 'segment');
  await writeFile(path, bytes);
  const contents = await readSegment(path, NUMBER, () => Promise.resolve());
  return againstHeld(contents, { records: held, settings: 0 });
}

const names = ({ records }: SegmentContents) => records.map(({ t }) => t);
const lost = ({ lost: runs }: SegmentContents) => runs.reduce((sum, { records }) => sum + records, 0);

/** Each hit of a whole block is read once and in order, with its own place; all others are counted as lost. */
function expectAllOf(contents: SegmentContents, whole: readonly number[], written: Written): void {
  expect(names(contents)).toEqual([...whole].toSorted((a, b) => a - b));
  expect(contents.places).toEqual(names(contents));
  expect(lost(contents)).toBe(written.hits - whole.length);
  if (whole.length < written.hits) expect(contents.gaps.length + contents.lost.length).toBeGreaterThan(0);
}

describe('a damaged segment', () => {
  it('[V19] gives every hit of a whole block once, whatever bytes are wrong, and tells how many are lost', async () => {
    const wrong = fc.array(
      fc.record({ at: fc.nat(), length: fc.integer({ min: 1, max: 40 }), by: fc.nat(255) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    await fc.assert(
      fc.asyncProperty(flushes, wrong, fc.boolean(), async (sent, places, zeros) => {
        const written = write(sent);
        const before = Buffer.concat(written.blocks.map(({ bytes }) => bytes));
        const after = Buffer.from(before);
        for (const { at, length, by } of places)
          for (let byte = at % after.length, end = byte + length; byte < end && byte < after.length; byte++)
            after[byte] = zeros ? 0 : (after[byte] ?? 0) ^ (by + 1);
        let at = 0;
        const whole = written.blocks.filter(({ bytes }) =>
          bytes.equals(after.subarray(at, (at += bytes.length))),
        );
        expectAllOf(
          await read(after, written.hits),
          whole.flatMap(({ hits }) => hits),
          written,
        );
      }),
      { numRuns: 400 },
    );
  });

  it('[V19] gives them once where blocks are swapped, copied, or gone, anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(flushes, fc.infiniteStream(fc.nat()), fc.nat(200), async (sent, random, garbage) => {
        const written = write(sent);
        const next = () => random.next().value ?? 0;
        const kept = written.blocks.filter(() => next() % 4 > 0);
        const copied = [...kept, ...kept.filter(() => next() % 3 === 0)].map((block) => ({
          block,
          by: next(),
        }));
        const mixed = copied.toSorted((a, b) => a.by - b.by).map(({ block }) => block.bytes);
        const bytes = Buffer.concat([...mixed.slice(0, 2), Buffer.alloc(garbage, 'x\0'), ...mixed.slice(2)]);
        expectAllOf(
          await read(bytes, written.hits),
          kept.flatMap(({ hits }) => hits),
          written,
        );
      }),
      { numRuns: 400 },
    );
  });

  it('takes no block of another segment, and says which it left out', async () => {
    const { blocks } = write([['a'], ['b']]);
    const other = Buffer.concat([encodeBlock(`${placeLine({ s: 7, n: 0, c: 0 })}{"k":"h","t":99}`)]);
    const bytes = Buffer.concat([...blocks.map((block) => block.bytes), other]);
    const contents = await read(bytes, 2);
    expect([names(contents), contents.misplaced]).toEqual([
      [0, 1],
      [{ from: bytes.length - other.length, to: bytes.length }],
    ]);
  });

  it('reads what earlier versions wrote, behind damage too', async () => {
    const old = (n: number) => encodeBlock(`{"k":"h","c":1,"t":${n},"q":"","a":"","v":"1"}`);
    const bytes = Buffer.concat([encodeBlock(''), old(0), old(1), old(2)]);
    bytes[8 + 4] = 77;
    const contents = await read(bytes, 0);
    expect(names(contents)).toEqual([1, 2]);
    // Whether settings went with it is not known.
    expect(contents.lost).toEqual([{ before: 0, records: 0, settings: null }]);
  });

  it('knows how many settings went with it, and what stands before it', async () => {
    const buffer = createFramedBuffer();
    const hit: HitRecord = { k: 'h', c: 1, t: 1, q: '', a: '', v: '1' };
    buffer.add(encodeRecord({ k: 'c', t: 1, config: testConfig() }), true);
    buffer.add(encodeRecord(hit), false);
    const first = Buffer.from(buffer.bytes({ s: NUMBER, n: 0, c: 0 }));
    buffer.clear();
    buffer.add(encodeRecord(hit), false);
    const second = Buffer.from(buffer.bytes({ s: NUMBER, n: 2, c: 1 }));
    const head = write([]).blocks[0]?.bytes ?? Buffer.alloc(0);
    first[20] = 0;
    const contents = await read(Buffer.concat([head, first, second]), 0);
    expect(contents.lost).toEqual([{ before: 0, records: 2, settings: 1 }]);
    expect(await readHead(join(dir, 'segment'), NUMBER)).toMatchObject({
      after: NUMBER - 1,
      records: 5,
      settings: 1,
    });
  });
});

describe('the search for the next block', () => {
  /** Counts how many bytes are looked at. */
  function counting(bytes: Buffer): { window: FileWindow; looked: () => number } {
    let looked = 0;
    return {
      looked: () => looked,
      window: {
        size: bytes.length,
        async hold(from, length) {
          if (from + length > bytes.length) return null;
          looked += length;
          return bytes.subarray(from, from + length);
        },
        async some(from) {
          if (from >= bytes.length) return null;
          const some = bytes.subarray(from, from + 4_096);
          looked += Math.min(some.length, some.indexOf(0) === -1 ? some.length : some.indexOf(0) + 1);
          return some;
        },
        close: () => Promise.resolve(),
      },
    };
  }

  it.each([
    ['zeros', Buffer.alloc(400_000)],
    ['zeros between bytes', Buffer.alloc(400_000, 'A\0')],
    ['headers that promise much', repeated(Buffer.from('\xff\xff\x0f\0sum!{"k":"h"}', 'latin1'))],
    ['headers that promise as much as there is until the next', repeated(promising('{"k":"h"}'))],
    ['headers far apart that promise much', repeated(promising(`{"k":"${'x'.repeat(5_000)}"}`))],
  ])('looks at each byte of %s a few times only', async (_, bytes) => {
    const { window, looked } = counting(bytes);
    expect(await findBlock(window, 0)).toBeNull();
    expect(looked()).toBeLessThan(bytes.length * 20);
  });

  function repeated(piece: Buffer): Buffer {
    return Buffer.alloc(400_000, piece);
  }

  function promising(text: string): Buffer {
    const block = encodeBlock(text);
    sealBlock(block, 0, block.length);
    block[4] = (block[4] ?? 0) ^ 1;
    return block;
  }
});
