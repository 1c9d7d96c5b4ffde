/** The watchdog's note to the next start: what the server was at when it got stuck. */
import { closeSync, fdatasyncSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { UnderWay } from './board.ts';

export interface StallNote {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly thread: string;
  readonly cpuMs: number;
  readonly underWay: UnderWay;
  /** Innermost functions, where they could be asked for. */
  readonly where: readonly string[];
}

/** One block of the disk, taken in advance: the note can be written when the disk is full, and is not torn. */
const BYTES = 4_096;
const BLANK = Buffer.alloc(BYTES, ' ');
const MOST_NAMES = 8;
const LONGEST_NAME = 150;

export const notePath = (dataDir: string): string => join(dataDir, 'stalled.json');

/** Makes room for a note, and takes back the one that was there. Durable. */
export function clearNote(dataDir: string): void {
  writeFileSync(notePath(dataDir), BLANK, { mode: 0o600, flush: true });
}

/** Durable when it returns. */
export function writeNote(dataDir: string, note: StallNote): void {
  const short = (names: readonly string[]) =>
    names.slice(0, MOST_NAMES).map((name) => name.slice(0, LONGEST_NAME));
  const { underWay, where } = note;
  const kept: StallNote = {
    ...note,
    where: short(where),
    underWay: underWay.kind === 'record' ? underWay : { kind: 'work', names: short(underWay.names) },
  };
  const block = Buffer.from(BLANK);
  block.write(JSON.stringify(kept));
  const file = openSync(notePath(dataDir), 'r+');
  try {
    writeSync(file, block, 0, BYTES, 0);
    fdatasyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Null where there is none, and where it cannot be read: a note must never keep the server from starting. */
export function readNote(dataDir: string): StallNote | null {
  try {
    const value: unknown = JSON.parse(readFileSync(notePath(dataDir), 'utf8'));
    return isNote(value) ? value : null;
  } catch {
    return null;
  }
}

function isNote(value: unknown): value is StallNote {
  if (typeof value !== 'object' || value === null || !('underWay' in value)) return false;
  const { underWay, where } = value as Partial<StallNote>;
  if (!Array.isArray(where)) return false;
  return underWay?.kind === 'record'
    ? Number.isSafeInteger(underWay.segment) && Number.isSafeInteger(underWay.place) && underWay.place >= 0
    : underWay?.kind === 'work' && Array.isArray(underWay.names);
}
