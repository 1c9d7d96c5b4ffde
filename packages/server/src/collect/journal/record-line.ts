/** Lines of the journal and back: records, and what the journal says of itself. */
import type { JournalRecord } from '../journal-record.ts';
import type { BlockPlace } from './block-place.ts';

/** First in a segment: what stands before it, so that a missing or shortened segment shows. */
export interface SegmentHead {
  /** Number of the segment before; 0: there was none. */
  readonly after: number;
  /** Records it was left with, and how many of them are settings. */
  readonly records: number;
  readonly settings: number;
}

export interface BlockLines {
  /** Null in blocks of before version 0.2, which do not say. */
  readonly place: BlockPlace | null;
  readonly head: SegmentHead | null;
  readonly records: JournalRecord[];
}

type Line = JournalRecord | ({ readonly k: 'b' } & BlockPlace) | ({ readonly k: 's' } & SegmentHead);

export function encodeRecord(record: JournalRecord): string {
  return JSON.stringify(record);
}

export function encodeHead({ after, records, settings }: SegmentHead): string {
  return JSON.stringify({ k: 's', after, records, settings } satisfies Line);
}

/** Lines of one block's payload: JSON has no raw newline, so that each one parts two. @throws SyntaxError */
export function decodeLines(payload: Buffer): BlockLines {
  const text = payload.toString('utf8');
  const lines = text === '' ? [] : (JSON.parse(`[${text.replaceAll('\n', ',')}]`) as Line[]);
  let place: BlockPlace | null = null;
  let head: SegmentHead | null = null;
  const records: JournalRecord[] = [];
  for (const line of lines) {
    if (line.k === 'b') place = line;
    else if (line.k === 's') head = line;
    else records.push(line);
  }
  return { place, head, records };
}
