/** One closed segment as records, read block by block so that hits are answered in between. */
import type { JournalRecord } from '../journal-record.ts';
import { DamagedFile, readBlocks } from './block.ts';
import { decodeRecords } from './record-line.ts';

export interface SegmentContents {
  readonly records: JournalRecord[];
  /** Set where a block in the middle does not fit its sum: what follows it is lost. */
  readonly damage: DamagedFile | null;
}

/** @param pause lets other work run; awaited after each block */
export async function readSegment(path: string, pause: () => Promise<void>): Promise<SegmentContents> {
  const records: JournalRecord[] = [];
  try {
    for await (const payload of readBlocks(path)) {
      for (const record of decodeRecords(payload)) records.push(record);
      await pause();
    }
  } catch (error) {
    if (error instanceof DamagedFile) return { records, damage: error };
    throw error;
  }
  return { records, damage: null };
}
