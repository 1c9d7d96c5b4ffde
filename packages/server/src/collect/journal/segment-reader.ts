/** One closed segment as records, read block by block so that hits are answered in between. */
import type { JournalRecord } from '../journal-record.ts';
import { type Gap, readPieces } from './block-reader.ts';
import type { BlockPlace } from './block-place.ts';
import { type BlockLines, decodeLines, type SegmentHead } from './record-line.ts';

/** Records missing between two whole blocks, or before the first. */
export interface LostRun {
  /** Index of the record that comes next. */
  readonly before: number;
  readonly records: number;
  /** How many of them are counters' settings. Null: not known. */
  readonly settings: number | null;
}

export interface SegmentContents {
  /** In the order of their writing, whatever order their blocks stand in. */
  readonly records: JournalRecord[];
  /** Each one's place in the segment as it was written: the same whatever else is lost. */
  readonly places: number[];
  readonly head: SegmentHead | null;
  /** Bytes that belong to no whole block. */
  readonly gaps: Gap[];
  /** Whole blocks that stand in the segment again, or belong to another one; they are left out. */
  readonly misplaced: Gap[];
  /** Where the last whole block ends in the file. */
  readonly lastBlockEnd: number;
  readonly lost: LostRun[];
  /** What it held at the least. */
  readonly held: HeldRecords;
}

export interface HeldRecords {
  readonly records: number;
  /** How many of them are settings. */
  readonly settings: number;
}

interface PlacedBlock extends BlockLines, Gap {}

/** @param pause lets other work run; awaited after each block */
export async function readSegment(
  path: string,
  number: number,
  pause: () => Promise<void>,
): Promise<SegmentContents> {
  const blocks: PlacedBlock[] = [];
  const gaps: Gap[] = [];
  const misplaced: Gap[] = [];
  let lastBlockEnd = 0;
  for await (const piece of readPieces(path)) {
    const { from, to } = piece;
    if ('payload' in piece) lastBlockEnd = to;
    const lines = 'payload' in piece ? decoded(piece.payload) : null;
    if (lines === null) gaps.push({ from, to });
    else if (lines.place !== null && lines.place.s !== number) misplaced.push({ from, to });
    else blocks.push({ from, to, ...lines });
    await pause();
  }
  const placesTold = blocks.some(({ place }) => place !== null);
  if (placesTold) blocks.sort(byPlace);
  return { gaps, misplaced, lastBlockEnd, ...inOrder(blocks, gaps, misplaced) };
}

/** The contents, with what is known to be missing at the end. */
export function againstHeld(contents: SegmentContents, held: HeldRecords | null): SegmentContents {
  const records = (held?.records ?? 0) - contents.held.records;
  if (held === null || records <= 0) return contents;
  const settings = held.settings - contents.held.settings;
  const atEnd = { before: contents.records.length, records, settings };
  return { ...contents, held, lost: [...contents.lost, atEnd] };
}

/** A segment's first block holds no records, and stands before the one with the first record. */
function byPlace(one: PlacedBlock, other: PlacedBlock): number {
  return (one.place?.n ?? 0) - (other.place?.n ?? 0) || one.records.length - other.records.length;
}

/** Null where a block's sum fits what is no line of the journal. */
function decoded(payload: Buffer): BlockLines | null {
  try {
    return decodeLines(payload);
  } catch {
    return null;
  }
}

function inOrder(
  blocks: readonly PlacedBlock[],
  gaps: readonly Gap[],
  misplaced: Gap[],
): Pick<SegmentContents, 'records' | 'places' | 'head' | 'lost' | 'held'> {
  const records: JournalRecord[] = [];
  const places: number[] = [];
  const lost: LostRun[] = [];
  let head: SegmentHead | null = null;
  let end = 0;
  let settings = 0;
  let reached = 0;
  for (const block of blocks) {
    const place: Omit<BlockPlace, 's'> = block.place ?? { n: end, c: settings };
    if (place.n < end || (block.records.length === 0 && head !== null)) {
      misplaced.push({ from: block.from, to: block.to });
      continue;
    }
    const before = records.length;
    if (place.n > end) lost.push({ before, records: place.n - end, settings: place.c - settings });
    // Blocks of before version 0.2 do not say what went with a gap.
    else if (block.place === null && gaps.some(({ from, to }) => from >= reached && to <= block.from))
      lost.push({ before, records: 0, settings: null });
    head ??= block.head;
    for (const [index, record] of block.records.entries()) {
      records.push(record);
      places.push(place.n + index);
    }
    end = place.n + block.records.length;
    settings = place.c + block.records.filter(({ k }) => k === 'c').length;
    reached = block.to;
  }
  return { records, places, head, lost, held: { records: end, settings } };
}

/** What a segment says of the one before it; null where it does not, or its first block is damaged. */
export async function readHead(path: string, number: number): Promise<SegmentHead | null> {
  for await (const piece of readPieces(path)) {
    const lines = 'payload' in piece ? decoded(piece.payload) : null;
    return lines?.place?.s === number ? lines.head : null;
  }
  return null;
}
