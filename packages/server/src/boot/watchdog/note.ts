/** The watchdog's note to the next start: what the server was at when it got stuck. */
import { closeSync, fdatasyncSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { withoutSum, withSum } from '../../kit/files/line-sum.ts';
import { makeWaySync, readPlainFileSync } from '../../kit/files/plain-file.ts';
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
  makeWaySync(notePath(dataDir));
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
  block.write(withSum(JSON.stringify(kept)));
  const file = openSync(notePath(dataDir), 'r+');
  try {
    writeSync(file, block, 0, BYTES, 0);
    fdatasyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Null where there is none. 'damaged': it cannot be read, which must never keep the server from starting. */
export function readNote(dataDir: string): StallNote | 'damaged' | null {
  try {
    const block = readPlainFileSync(notePath(dataDir));
    if (block === 'missing') return null;
    if (block === 'unreadable') return 'damaged';
    if (block.equals(BLANK)) return null;
    const text = block.toString('utf8').trim();
    // Earlier versions wrote no sum: the end of their notes is the end of the JSON.
    const value: unknown = JSON.parse(text.endsWith('}') ? text : (withoutSum(text) ?? ''));
    return isNote(value) ? value : 'damaged';
  } catch {
    return 'damaged';
  }
}

function isNote(value: unknown): value is StallNote {
  if (typeof value !== 'object' || value === null || !('underWay' in value)) return false;
  const { at, cpuMs, underWay, where } = value as Partial<StallNote>;
  if (!Array.isArray(where) || !Number.isFinite(cpuMs) || !isTime(at)) return false;
  return underWay?.kind === 'record'
    ? Number.isSafeInteger(underWay.segment) && Number.isSafeInteger(underWay.place) && underWay.place >= 0
    : underWay?.kind === 'work' && Array.isArray(underWay.names);
}

const isTime = (at: unknown) => typeof at === 'number' && !Number.isNaN(new Date(at).getTime());
