/** Sets one record of the journal aside: in a file of its own, left out from then on. */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalRecord } from '../journal-record.ts';
import type { LeftOut } from '../journal/left-out.ts';

export interface SetAside {
  readonly dir: string;
  readonly leftOut: LeftOut;
  readonly segment: number;
  /** In the segment as it was written. */
  readonly place: number;
  readonly record: JournalRecord | undefined;
  readonly error: string;
}

/** Durable when it resolves; done twice, it leaves the record out once. */
export async function setRecordAside({
  dir,
  leftOut,
  segment,
  place,
  record,
  error,
}: SetAside): Promise<void> {
  const file = await open(join(dir, 'set-aside-records.jsonl'), 'a', 0o600);
  try {
    await file.appendFile(`${JSON.stringify({ segment, error, record })}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await leftOut.add(segment, place);
}
