import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HitRecord } from '../journal-record.ts';
import { silent } from '../test-collection.ts';
import { type JournalDisk, nodeDisk } from './file-system.ts';
import {
  type Journal,
  JOURNAL_LIMITS,
  type JournalLimits,
  type JournalOptions,
  JournalUnavailable,
  openJournal,
} from './journal.ts';
import { listSegments, segmentPath } from './segment-files.ts';
import { readSegment } from './segment-reader.ts';

let dir: string;
let journal: Journal | null = null;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'goalpost-journal-'));
});
afterEach(async () => {
  await journal?.close();
  journal = null;
  await rm(dir, { recursive: true, force: true });
});

const closed: number[] = [];

async function open(
  options: Partial<Pick<JournalOptions, 'disk' | 'firstNumber' | 'stored'>> & {
    limits?: Partial<JournalLimits>;
  } = {},
): Promise<Journal> {
  closed.length = 0;
  journal = await openJournal({
    dir,
    disk: options.disk ?? nodeDisk,
    firstNumber: options.firstNumber ?? 1,
    previous: { after: 0, records: 0, settings: 0 },
    limits: { ...JOURNAL_LIMITS, retryMs: 5, ...options.limits },
    log: silent,
    ...(options.stored ? { stored: options.stored } : {}),
    onClosed: ({ number }) => closed.push(number),
  });
  return journal;
}

function hit(n: number, padding = 0): HitRecord {
  return { k: 'h', c: 1, t: n, q: `n=${n}${'x'.repeat(padding)}`, a: 'agent', v: '1' };
}

async function times(number: number): Promise<number[]> {
  const { records, gaps, lost } = await readSegment(segmentPath(dir, number), number, () =>
    Promise.resolve(),
  );
  expect([gaps, lost]).toEqual([[], []]);
  return records.map(({ t }) => t);
}

type Fault = 'none' | 'put' | 'torn' | 'truncate' | 'create';

/** Fails as told; `torn` writes half and then fails. */
function faultyDisk(code: string): { disk: JournalDisk; fault: (next: Fault) => void } {
  let fault: Fault = 'none';
  const failure = () => Object.assign(new Error(code), { code });
  return {
    fault(next) {
      fault = next;
    },
    disk: {
      remove: nodeDisk.remove,
      async create(folder, path) {
        if (fault === 'create') throw failure();
        const file = await nodeDisk.create(folder, path);
        return {
          ...file,
          async put(bytes, position) {
            if (fault === 'torn' || fault === 'truncate')
              await file.put(bytes.subarray(0, bytes.length >> 1), position);
            if (fault !== 'none') throw failure();
            return file.put(bytes, position);
          },
          truncate: (bytes) => (fault === 'truncate' ? Promise.reject(failure()) : file.truncate(bytes)),
        };
      },
    },
  };
}

describe('the journal', () => {
  it('[W12] has a record on disk when it says so', async () => {
    const one = await open();
    await Promise.all([1, 2, 3].map((n) => one.append(hit(n))));
    expect(await readFile(segmentPath(dir, 1), 'latin1')).toContain('"q":"n=3"');
    expect(await one.roll()).toBe(1);
    expect(await times(1)).toEqual([1, 2, 3]);
  });

  it('ends a segment that has held a record for a while, and none that holds nothing', async () => {
    const one = await open({ limits: { segmentMs: 20 } });
    await one.append(hit(1));
    await expect.poll(() => closed).toEqual([1]);
    expect(await one.roll()).toBe(1);
    expect(closed).toEqual([1]);
  });

  it('goes on with a segment of full age until all before it is stored, so that batches grow with the load', async () => {
    const waits = new Map<number, PromiseWithResolvers<void>>();
    const asked = Promise.withResolvers<void>();
    const one = await open({
      limits: { segmentMs: 20 },
      stored(number) {
        const wait = Promise.withResolvers<void>();
        waits.set(number, wait);
        asked.resolve();
        return wait.promise;
      },
    });
    await one.append(hit(1));
    await asked.promise;
    expect([...waits.keys(), ...closed]).toEqual([0]);
    await one.append(hit(2));
    waits.get(0)?.resolve();
    await expect.poll(() => closed).toEqual([1]);
    expect(await times(1)).toEqual([1, 2]);
  });

  it.each([
    ['is not stored in time', () => new Promise<void>(() => undefined)],
    ['will never be stored', () => Promise.reject(new Error('stopped'))],
  ])('ends a segment where the one before it %s', async (_, stored) => {
    const one = await open({ limits: { segmentMs: 20, behindMs: 20 }, stored });
    await one.append(hit(1));
    await expect.poll(() => closed).toEqual([1]);
  });

  it('ends a segment once, whichever of both comes first', async () => {
    const wait = Promise.withResolvers<void>();
    const one = await open({ limits: { segmentMs: 20, behindMs: 20 }, stored: () => wait.promise });
    await one.append(hit(1));
    await expect.poll(() => closed).toEqual([1]);
    const second = one.append(hit(2));
    wait.resolve();
    await second;
    expect(await one.roll()).toBe(2);
    expect(await times(2)).toEqual([2]);
  });

  it('ends a segment that is large enough, and gives back the space taken ahead', async () => {
    const one = await open({ limits: { segmentBytes: 300_000 } });
    for (let n = 0; n < 8; n++) await one.append(hit(n, 100_000));
    await one.roll();
    expect(closed).toEqual([1, 2, 3]);
    expect(await Promise.all(closed.map(times))).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [6, 7],
    ]);
    expect((await stat(segmentPath(dir, 1))).size).toBeLessThan(301_000);
  });

  it('rolls under load what was appended before, and waits for nothing later', async () => {
    const one = await open();
    let stop = false;
    const load = (async () => {
      for (let n = 100; !stop; n++) await one.append(hit(n));
    })();
    await one.append(hit(1));
    const number = await one.roll();
    stop = true;
    await load;
    expect(await times(number)).toContain(1);
  });

  it.each(['ENOSPC', 'EIO', 'EROFS'])(
    '[W12] refuses while the disk says %s, loses nothing, and goes on after',
    async (code) => {
      for (const kind of ['put', 'torn', 'truncate', 'create'] as const) {
        const { disk, fault } = faultyDisk(code);
        const first = ((await listSegments(dir)).at(-1) ?? 0) + 1;
        const one = await open({ disk, firstNumber: first });
        await one.append(hit(1));
        if (kind === 'create') await one.roll();
        fault(kind);
        const refused = await Promise.allSettled([2, 3].map((n) => one.append(hit(n))));
        expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
        expect(one.writable()).toBe(false);
        await expect(one.append(hit(4))).rejects.toBeInstanceOf(JournalUnavailable);
        fault('none');
        await expect.poll(() => one.writable()).toBe(true);
        await one.append(hit(5));
        await one.roll();
        const all = (await Promise.all(closed.map(times))).flat();
        expect(all).toEqual([1, 5]);
        await one.close();
      }
    },
  );

  it('refuses when more waits for the disk than memory should hold', async () => {
    const one = await open({ limits: { pendingBytes: 10_000 } });
    const sent = [1, 2, 3].map((n) => one.append(hit(n, 8_000)));
    expect((await Promise.allSettled(sent)).map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
    ]);
    await one.append(hit(4));
    await one.roll();
    expect(await times(1)).toEqual([1, 2, 4]);
  });

  it('takes nothing after it was closed', async () => {
    const one = await open();
    await one.append(hit(1));
    await one.close();
    await expect(one.append(hit(2))).rejects.toBeInstanceOf(JournalUnavailable);
    expect(closed).toEqual([1]);
  });

  it('fails to open where nothing can be written', async () => {
    const { disk, fault } = faultyDisk('EROFS');
    fault('create');
    await expect(open({ disk })).rejects.toMatchObject({ code: 'EROFS' });
  });
});
