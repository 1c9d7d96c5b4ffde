/** Keeps in the data folder which time the clock has told [P17]. */
import { join } from 'node:path';
import { readKeptFile, writeKeptFile } from '../../kit/files/kept-file.ts';
import type { ClockMemory } from '../../privacy/index.ts';

const LINE = /^(\d{1,16}) (\d{1,16}|-)$/;

/** One that is damaged is as none: the next look starts again. */
export function createClockMemory(dataDir: string): ClockMemory {
  const path = join(dataDir, 'clock-seen');
  return {
    async read() {
      const kept = await readKeptFile(path);
      const found = kept.kind === 'whole' ? LINE.exec(kept.line) : null;
      if (found === null) return null;
      return { at: Number(found[1]), doubtedSince: found[2] === '-' ? null : Number(found[2]) };
    },
    write: ({ at, doubtedSince }) => writeKeptFile(path, `${at} ${doubtedSince ?? '-'}`),
  };
}
