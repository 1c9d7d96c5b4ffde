/** Reads closed segments for the pipeline: each the same however often it is read. */
import { retrying } from '../../kit/retry.ts';
import type { Log } from '../../kit/log.ts';
import type { DamageReport } from '../journal/damage-report.ts';
import type { ClosedSegment } from '../journal/journal.ts';
import type { LeftOut } from '../journal/left-out.ts';
import { type CurrentSettings, lostSettingsOf } from '../journal/lost-settings.ts';
import { segmentPath } from '../journal/segment-files.ts';
import { againstHeld, readSegment, type SegmentContents } from '../journal/segment-reader.ts';
import type { Segment } from './batch.ts';

export interface SegmentSourceDeps {
  readonly dir: string;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly damage: DamageReport;
  readonly settings: CurrentSettings;
  /** Lets other work run; called between slices of reading. */
  pause(): Promise<void>;
  /** Told when `unreadable` may say something else. */
  changed(): void;
}

export interface SegmentSource {
  /** Without records where the file is gone, or nothing in it can be used. @throws Stopped */
  read(segment: ClosedSegment): Promise<Segment>;
  /** A segment that cannot be read now, in a sentence. Null: all can. */
  unreadable(): string | null;
}

export function createSegmentSource(
  { dir, log, signal, damage, settings, pause, changed }: SegmentSourceDeps,
  leftOut: LeftOut,
): SegmentSource {
  const lostSettings = lostSettingsOf(dir, log, settings);
  let unreadable: string | null = null;

  function setUnreadable(why: string | null): void {
    if (unreadable === why) return;
    unreadable = why;
    changed();
  }

  /** Null where its file is gone. */
  async function contentsOf(number: number): Promise<SegmentContents | null> {
    const isGone = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';
    const read = () => readSegment(segmentPath(dir, number), number, pause);
    try {
      const contents = await retrying(read, {
        signal,
        again(error) {
          log.error({ segment: number, error: String(error) }, 'A journal segment cannot be read.');
          setUnreadable(isGone(error) ? null : `The journal cannot be read: ${(error as Error).message}.`);
          return !isGone(error);
        },
      });
      setUnreadable(null);
      return contents;
    } catch (error) {
      if (isGone(error)) return null;
      throw error;
    }
  }

  return {
    async read({ number, held }) {
      const found = await contentsOf(number);
      if (found === null) {
        await damage.missing(number, held);
        return { number, records: [] };
      }
      const contents = againstHeld(found, held);
      await damage.segment(number, contents, held);
      const { records, places } = await lostSettings.replace(number, contents);
      const out = await leftOut.read(number);
      if (out.size === 0) return { number, records, places };
      const isIn = (_: unknown, index: number) => !out.has(places[index] ?? index);
      return { number, records: records.filter(isIn), places: places.filter((place) => !out.has(place)) };
    },
    unreadable: () => unreadable,
  };
}
