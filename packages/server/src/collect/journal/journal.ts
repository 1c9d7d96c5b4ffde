/**
 * The journal's writing end: a record is acknowledged when it is on disk. One flush runs at a time and takes
 * all that came during the one before it (group commit), so that a busy server pays one sync for many hits.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { JournalRecord } from '../journal-record.ts';
import type { Log } from '../../kit/log.ts';
import { encodeBlock } from './block.ts';
import { placeLine } from './block-place.ts';
import type { JournalDisk, JournalFile } from './file-system.ts';
import { type Batch, createBatch, createFramedBuffer } from './pending-batch.ts';
import { encodeHead, encodeRecord, type SegmentHead } from './record-line.ts';
import { segmentPath } from './segment-files.ts';
import type { HeldRecords } from './segment-reader.ts';

/** The journal cannot hold a record now; it was not acknowledged, and a later attempt may work. */
export class JournalUnavailable extends Error {}

export interface Journal {
  /** Resolves when the record is on disk. @throws JournalUnavailable */
  append(record: JournalRecord): Promise<void>;
  /** Ends the segment being written, if it holds records. Resolves with the number of the newest closed one. */
  roll(): Promise<number>;
  /** False while the disk refuses; it is asked again by itself. */
  writable(): boolean;
  /** The number that the next new segment will have. */
  nextNumber(): number;
  /** The newest closed segment's. */
  lastClosed(): number;
  /** Writes what waits, ends the segment, and refuses from then on. */
  close(): Promise<void>;
}

export interface JournalLimits {
  /** A segment is ended when it is larger, or when it has held a record for so long. */
  readonly segmentBytes: number;
  readonly segmentMs: number;
  /** Longest wait after that for earlier segments to be stored: few large batches cost less than many small ones. */
  readonly behindMs: number;
  /** Bytes waiting for the flush before theirs to end; more are refused. */
  readonly pendingBytes: number;
  /** Time between attempts while the disk refuses. */
  readonly retryMs: number;
}

export const JOURNAL_LIMITS: JournalLimits = {
  segmentBytes: 8 * 1024 * 1024,
  segmentMs: 1_000,
  behindMs: 10_000,
  pendingBytes: 32 * 1024 * 1024,
  retryMs: 500,
};

export interface JournalOptions {
  readonly dir: string;
  readonly disk: JournalDisk;
  readonly firstNumber: number;
  /** What stands before the first segment. */
  readonly previous: SegmentHead;
  readonly limits: JournalLimits;
  readonly log: Log;
  /** Resolves when a closed segment is stored. A segment of full age waits for that of the one before it. */
  stored?(number: number): Promise<void>;
  /** Called in order of numbers. */
  onClosed(segment: ClosedSegment): void;
}

export interface ClosedSegment {
  readonly number: number;
  readonly bytes: number;
  /** What it was left with; null: not known. */
  readonly held: HeldRecords | null;
}

interface OpenSegment {
  readonly number: number;
  readonly file: JournalFile;
  /** All of it is on disk. */
  bytes: number;
  records: number;
  settings: number;
}

/** @throws what the disk says, if it cannot be written now */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const { dir, disk, limits, log } = options;
  /** Not in use by a flush or the waiting batch: never more than two exist. */
  const spare = [createFramedBuffer(), createFramedBuffer()];
  let nextNumber = options.firstNumber;
  let lastClosed = nextNumber - 1;
  let { previous } = options;
  let current: OpenSegment | null = null;
  let batch: Batch | null = null;
  let working: Promise<void> | null = null;
  let trouble: JournalUnavailable | null = null;
  let retry: NodeJS.Timeout | undefined;
  let age: NodeJS.Timeout | undefined;
  let rollAsked: PromiseWithResolvers<number> | null = null;
  let closed = false;

  /** A new segment, proven to take bytes by a block that says what stands before it. */
  async function openSegment(): Promise<OpenSegment> {
    const number = nextNumber;
    const path = segmentPath(dir, number);
    let file: JournalFile | null = null;
    try {
      file = await disk.create(dir, path);
      const proof = encodeBlock(placeLine({ s: number, n: 0, c: 0 }) + encodeHead(previous));
      await file.put(proof, 0);
      // A number is used up only by a file: where one is missing, a segment is.
      nextNumber++;
      return { number, file, bytes: proof.length, records: 0, settings: 0 };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') nextNumber++;
      await file?.close(0).catch(() => undefined);
      await disk.remove(path).catch(() => undefined);
      throw error;
    }
  }

  async function flush(taken: Batch): Promise<void> {
    try {
      current ??= await openSegment();
      const { number, records, settings } = current;
      const bytes = taken.buffer.bytes({ s: number, n: records, c: settings });
      await current.file.put(bytes, current.bytes);
      current.bytes += bytes.length;
      if (records === 0) age = setTimeout(endOld, limits.segmentMs);
      current.records += taken.buffer.records;
      current.settings += taken.buffer.settings;
      taken.resolve();
    } catch (error) {
      refuse(error, taken);
    } finally {
      spare.push(taken.buffer);
    }
  }

  /** Nothing is acknowledged from here on until the disk has been proven again. */
  function refuse(cause: unknown, taken: Batch): void {
    trouble = new JournalUnavailable(`the journal in ${dir} cannot be written`, { cause });
    log.error({ error: String(cause) }, 'The journal cannot be written: hits are refused until it can.');
    taken.reject(trouble);
    if (batch !== null) {
      spare.push(batch.buffer);
      batch.reject(trouble);
      batch = null;
    }
    retry = setTimeout(() => void work(), limits.retryMs);
  }

  /** Cuts off what was written in vain, ends that segment, and goes on with a new one. */
  async function recover(): Promise<void> {
    try {
      if (current !== null) {
        await current.file.truncate(current.bytes);
        await endSegment(current);
      }
      current = await openSegment();
      trouble = null;
      log.info({ segment: current.number }, 'The journal can be written again.');
    } catch (error) {
      trouble = new JournalUnavailable(`the journal in ${dir} cannot be written`, { cause: error });
      retry = setTimeout(() => void work(), limits.retryMs);
    }
  }

  async function endSegment(segment: OpenSegment): Promise<void> {
    clearTimeout(age);
    current = null;
    lastClosed = segment.number;
    previous = { after: segment.number, records: segment.records, settings: segment.settings };
    // Its bytes are on disk already; a file that does not close cleanly takes nothing back.
    await segment.file
      .close(segment.bytes)
      .catch((error: unknown) => log.warn({ error: String(error) }, 'A segment did not close.'));
    const { number, bytes, records, settings } = segment;
    options.onClosed({ number, bytes, held: { records, settings } });
  }

  async function run(): Promise<void> {
    if (trouble !== null && !closed) await recover();
    while (trouble === null && (batch !== null || rollAsked !== null)) {
      // After this turn's requests, so that they share one sync.
      await nextTurn();
      const taken = batch;
      const asked = rollAsked;
      batch = null;
      rollAsked = null;
      if (taken !== null) await flush(taken);
      if (trouble === null) await endIfDue(asked !== null);
      settle(asked);
    }
  }

  async function endIfDue(asked: boolean): Promise<void> {
    const old = current;
    if (old !== null && old.records > 0 && (asked || old.bytes >= limits.segmentBytes)) await endSegment(old);
  }

  function settle(asked: PromiseWithResolvers<number> | null): void {
    if (trouble === null) asked?.resolve(lastClosed);
    else asked?.reject(trouble);
  }

  function work(): Promise<void> {
    working ??= run().finally(() => {
      working = null;
      // What came between the last look and this line.
      if (trouble === null && (batch !== null || rollAsked !== null)) void work();
    });
    return working;
  }

  function roll(): Promise<number> {
    if (trouble !== null) return Promise.reject(trouble);
    rollAsked ??= Promise.withResolvers<number>();
    const { promise } = rollAsked;
    void work();
    return promise;
  }

  /** While processing is behind, a closed segment would only wait: the open one goes on to take hits. */
  function endOld(): void {
    const old = current;
    const end = (): void => {
      if (current === old) void roll().catch(() => undefined);
    };
    age = setTimeout(end, limits.behindMs);
    void (options.stored?.(lastClosed) ?? Promise.resolve()).then(end, end);
  }

  current = await openSegment();

  return {
    append(record) {
      if (trouble !== null) return Promise.reject(trouble);
      if (closed) return Promise.reject(new JournalUnavailable('the journal is closed'));
      if (batch !== null && batch.buffer.length > limits.pendingBytes) {
        return Promise.reject(new JournalUnavailable('the disk does not keep up with the hits'));
      }
      batch ??= createBatch(spare.pop() ?? createFramedBuffer());
      batch.buffer.add(encodeRecord(record), record.k === 'c');
      if (working === null) void work();
      return batch.promise;
    },
    roll,
    writable: () => trouble === null && !closed,
    nextNumber: () => nextNumber,
    lastClosed: () => lastClosed,
    async close() {
      closed = true;
      clearTimeout(retry);
      await roll().catch(() => undefined);
      await working;
      clearTimeout(age);
      clearTimeout(retry);
      await current?.file.close(current.bytes);
      current = null;
    },
  };
}
