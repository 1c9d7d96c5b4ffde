/** The record in which the last run got stuck [W18]: set aside at the start, before anything is processed. */
import type { Log } from '../../kit/log.ts';
import type { JournalRecord } from '../journal-record.ts';
import { leftOutOf } from '../journal/left-out.ts';
import { listSegments, segmentPath } from '../journal/segment-files.ts';
import { readSegment } from '../journal/segment-reader.ts';
import { setRecordAside } from './set-aside.ts';

export interface StalledRecord {
  readonly segment: number;
  /** In the segment as it was written. */
  readonly place: number;
  /** What it was stuck in, in words. */
  readonly why: string;
}

export interface StalledRecordDeps {
  readonly dir: string;
  readonly log: Log;
  onSetAside(hits: number): void;
}

/** A note that fits nothing is said, and does not keep the server from starting. */
export async function setStalledAside(
  { segment, place, why }: StalledRecord,
  { dir, log, onSetAside }: StalledRecordDeps,
): Promise<void> {
  const leftOut = leftOutOf(dir, log);
  const isThere = (await listSegments(dir)).includes(segment);
  if (isThere && (await leftOut.read(segment)).has(place)) return;
  const record = isThere ? await recordAt(dir, segment, place) : undefined;
  if (record === undefined) {
    log.error({ segment, place }, 'The record in which the server got stuck is not in the journal any more.');
    return;
  }
  await setRecordAside({ dir, leftOut, segment, place, record, error: why });
  onSetAside(1);
  log.error({ segment, place, why }, 'The record in which the server got stuck was set aside.');
}

async function recordAt(dir: string, segment: number, place: number): Promise<JournalRecord | undefined> {
  const { records, places } = await readSegment(segmentPath(dir, segment), segment, () => Promise.resolve());
  return records[places.indexOf(place)];
}
