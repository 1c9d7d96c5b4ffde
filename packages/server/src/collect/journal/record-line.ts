/** A journal record as a line of JSON and back. */
import type { JournalRecord } from '../journal-record.ts';

export function encodeRecord(record: JournalRecord): string {
  return JSON.stringify(record);
}

/** Records of one block's payload: JSON has no raw newline, so that each one parts two records. */
export function decodeRecords(payload: Buffer): JournalRecord[] {
  const text = payload.toString('utf8');
  return text === '' ? [] : (JSON.parse(`[${text.replaceAll('\n', ',')}]`) as JournalRecord[]);
}
