/** Tells of a segment's damage: in the log, in the list of damaged segments, and by keeping its bytes. */
import type { Log } from '../../kit/log.ts';
import { isCutOff } from './block-reader.ts';
import { type DamageLog, isDamaged, type SegmentDamage } from './damage-log.ts';
import { CORRUPT, keepAside, segmentPath } from './segment-files.ts';
import type { HeldRecords, SegmentContents } from './segment-reader.ts';

export interface DamageReport {
  /** @param held what the segment was left with; null: not known */
  segment(number: number, contents: SegmentContents, held: HeldRecords | null): Promise<void>;
  /** Of the segment that was being written when the server ended: a gap at its end may be no damage. */
  newest(number: number, contents: SegmentContents): Promise<void>;
  /** @param held null: not known */
  missing(number: number, held: HeldRecords | null): Promise<void>;
}

const NOTHING = { bytes: 0, places: 0, misplaced: 0, hits: 0, settings: 0, cutOff: null, kept: '' } as const;

export function damageReportOf(dir: string, damage: DamageLog, log: Log): DamageReport {
  async function report(
    number: number,
    contents: SegmentContents,
    isHeldKnown: boolean,
    cutOff: SegmentDamage['cutOff'],
  ): Promise<void> {
    const kept = `${segmentPath(dir, number)}${CORRUPT}`;
    const found = { segment: number, kept, ...summary(contents, isHeldKnown, cutOff) };
    if (!isDamaged(found) && cutOff === null) return;
    const known = damage.of(number);
    const isKnownBetter = known !== undefined && isDamaged(known) && !known.atLeast && !isHeldKnown;
    await keepAside(segmentPath(dir, number));
    if (isKnownBetter || !(await damage.note(found))) return;
    const { bytes, places, hits, settings, atLeast, misplaced } = found;
    if (isDamaged(found))
      log.error(
        { segment: number, kept, bytes, places, misplaced, lostHits: hits, lostSettings: settings, atLeast },
        'A journal segment is damaged: what stands behind the damage is read, what was in it is lost.',
      );
    if (cutOff !== null)
      log.warn(
        { segment: number, kept, from: cutOff[0], bytes: cutOff[1] - cutOff[0] },
        'The end of the journal cannot be read: it was being written when the server ended, and then none of it was acknowledged, or it has changed since.',
      );
  }

  return {
    segment: (number, contents, held) =>
      report(number, contents, held !== null, damage.of(number)?.cutOff ?? null),

    async newest(number, contents) {
      const last = contents.gaps.at(-1);
      const atEnd = last !== undefined && contents.lastBlockEnd <= last.from;
      const cut = atEnd && (await isCutOff(segmentPath(dir, number), last));
      await report(number, contents, false, cut ? [last.from, last.to] : null);
    },

    async missing(number, held) {
      const settings = held?.settings ?? 0;
      const lost = { hits: (held?.records ?? 0) - settings, settings, atLeast: held === null };
      if (!(await damage.note({ ...NOTHING, ...lost, segment: number, missing: true }))) return;
      log.error({ segment: number, ...held }, 'A segment of the journal is missing: its hits are lost.');
    },
  };
}

function summary(
  { gaps, misplaced, lost }: SegmentContents,
  isHeldKnown: boolean,
  cutOff: SegmentDamage['cutOff'],
): Omit<SegmentDamage, 'segment' | 'kept'> {
  const damaged = gaps.filter(({ from }) => from !== cutOff?.[0]);
  const records = lost.reduce((sum, run) => sum + run.records, 0);
  const settings = lost.reduce((sum, run) => sum + (run.settings ?? 0), 0);
  return {
    missing: false,
    bytes: damaged.reduce((sum, { from, to }) => sum + to - from, 0),
    places: damaged.length,
    misplaced: misplaced.length,
    hits: records - settings,
    settings,
    atLeast: damaged.length > 0 && (!isHeldKnown || lost.some((run) => run.settings === null)),
    cutOff,
  };
}
