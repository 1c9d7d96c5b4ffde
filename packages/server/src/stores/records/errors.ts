/** What an error of SQLite means to those who use the records store. */
import { RecordsUnavailable } from '../../kit/records.ts';

const DAMAGED = 'records.db in the data folder is damaged, restore it from a backup';

/** SQLite's primary result codes for what is no mistake of ours. */
const REASONS: Readonly<Record<number, string>> = {
  5: 'another program holds it',
  6: 'another program holds it',
  8: 'it is read-only',
  10: 'the disk reports an error',
  11: DAMAGED,
  13: 'the disk is full',
  14: 'the file cannot be opened',
  26: DAMAGED,
};
const BUSY = 5;
const PRIMARY = 0xff;

const codeOf = (error: unknown): number =>
  Number((error as { errcode?: unknown } | null)?.errcode ?? 0) & PRIMARY;

export function isBusy(error: unknown): boolean {
  return codeOf(error) === BUSY;
}

/** @returns the error itself where it is none of these */
export function toRecordsError(error: unknown): unknown {
  const reason = REASONS[codeOf(error)];
  if (reason === undefined) return error;
  return new RecordsUnavailable(`The records database cannot be used now: ${reason}.`, { cause: error });
}
