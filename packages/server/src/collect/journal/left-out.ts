/** Records of a segment that are left out each time it is read, since the pipeline cannot bear them. */
import type { Log } from '../../kit/log.ts';
import { appendCheckedLine, readCheckedLines } from './checked-lines.ts';
import { BESIDE, segmentPath } from './segment-files.ts';

export interface LeftOut {
  /** Places of records, as `SegmentContents` has them. */
  read(number: number): Promise<ReadonlySet<number>>;
  add(number: number, place: number): Promise<void>;
}

export function leftOutOf(dir: string, log: Log): LeftOut {
  const pathOf = (number: number) => `${segmentPath(dir, number)}${BESIDE.leftOut}`;
  return {
    async read(number) {
      const { lines, broken } = await readCheckedLines(pathOf(number));
      // Before version 0.2 lines had no sums.
      const old = broken.filter((line) => /^\d+$/.test(line));
      if (old.length < broken.length)
        log.warn(
          { path: pathOf(number), lines: broken.length - old.length },
          'The list of hits to leave out is damaged; one that still cannot be processed is set aside again.',
        );
      return new Set([...lines, ...old].map(Number));
    },
    add: (number, place) => appendCheckedLine(pathOf(number), String(place)),
  };
}
