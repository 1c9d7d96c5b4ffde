/**
 * Logs what of the journal is damaged or missing, before processing goes on. There is one entry a segment, so that
 * however often it is read, its loss is counted once.
 */
import type { Log } from '../../kit/log.ts';
import { appendCheckedLine, readCheckedLines } from './checked-lines.ts';

export interface SegmentDamage {
  readonly segment: number;
  /** The file is not there. */
  readonly missing: boolean;
  /** Bytes that belong to no whole block, and in how many places. */
  readonly bytes: number;
  readonly places: number;
  /** Whole blocks that stood there again, or belong to another segment. */
  readonly misplaced: number;
  /** Hits and settings known to be lost. */
  readonly hits: number;
  readonly settings: number;
  /** There may be more of them. */
  readonly atLeast: boolean;
  /** The end that was being written when the server ended, or that has changed since: which, cannot be told. */
  readonly cutOff: readonly [from: number, to: number] | null;
  /** Where its bytes are kept; empty: there are none. */
  readonly kept: string;
}

export interface DamageTotals {
  /** Damaged or missing. */
  readonly segments: number;
  readonly missing: number;
  readonly bytes: number;
  readonly hits: number;
  readonly settings: number;
  readonly cutOffBytes: number;
}

export interface DamageLog {
  of(segment: number): SegmentDamage | undefined;
  /** Resolves when it is on disk. False: it was known already. */
  note(damage: SegmentDamage): Promise<boolean>;
  totals(): DamageTotals;
}

export async function openDamageLog(path: string, log: Log): Promise<DamageLog> {
  const { lines, broken } = await readCheckedLines(path);
  const entries = new Map<number, SegmentDamage>();
  for (const line of lines) {
    const entry = JSON.parse(line) as SegmentDamage;
    entries.set(entry.segment, entry);
  }
  if (broken.length > 0)
    log.warn(
      { path, lines: broken.length },
      'The list of damaged segments is damaged: it may say too little.',
    );
  const sum = (value: (entry: SegmentDamage) => number) =>
    [...entries.values()].reduce((total, entry) => total + value(entry), 0);

  return {
    of: (segment) => entries.get(segment),
    async note(damage) {
      const line = JSON.stringify(damage);
      if (JSON.stringify(entries.get(damage.segment)) === line) return false;
      await appendCheckedLine(path, line);
      entries.set(damage.segment, damage);
      return true;
    },
    totals: () => ({
      segments: sum((entry) => Number(isDamaged(entry))) + broken.length,
      missing: sum(({ missing }) => Number(missing)),
      bytes: sum(({ bytes }) => bytes),
      hits: sum(({ hits }) => hits),
      settings: sum(({ settings }) => settings),
      cutOffBytes: sum(({ cutOff }) => (cutOff === null ? 0 : cutOff[1] - cutOff[0])),
    }),
  };
}

/** Not one whose end alone was cut off in writing. */
export function isDamaged({ missing, places, misplaced, hits, settings }: SegmentDamage): boolean {
  return missing || places + misplaced + hits + settings > 0;
}
