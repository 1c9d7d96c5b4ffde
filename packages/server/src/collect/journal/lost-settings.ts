/**
 * Settings of counters that were lost with a damaged block: the counters as they are now take their place. They are
 * kept beside the segment, so that each reading of it judges its hits alike [V17].
 */
import { rename, writeFile } from 'node:fs/promises';
import type { ConfigRecord } from '../journal-record.ts';
import type { Log } from '../../kit/log.ts';
import { encodeBlock } from './block.ts';
import { DamagedFile, readBlocks } from './block-reader.ts';
import { syncFolder } from './file-system.ts';
import { decodeLines, encodeRecord } from './record-line.ts';
import { BESIDE, segmentPath } from './segment-files.ts';
import type { SegmentContents } from './segment-reader.ts';

export interface LostSettings {
  /** The segment's records and their places, with settings where some were lost. */
  replace(number: number, contents: SegmentContents): Promise<Pick<SegmentContents, 'records' | 'places'>>;
}

/** Every counter's settings as they are now. */
export type CurrentSettings = () => readonly ConfigRecord[] | Promise<readonly ConfigRecord[]>;

/** Of what stands in the place of lost settings: it has no place of its own in the journal. */
const NO_PLACE = -1;

export function lostSettingsOf(dir: string, log: Log, now: CurrentSettings): LostSettings {
  async function kept(path: string): Promise<readonly ConfigRecord[] | null> {
    const found: ConfigRecord[] = [];
    try {
      for await (const payload of readBlocks(path))
        for (const record of decodeLines(payload).records) if (record.k === 'c') found.push(record);
      return found;
    } catch (error) {
      if (error instanceof DamagedFile)
        log.warn({ path }, 'Settings kept for a damaged segment are damaged, too, and are taken anew.');
      else if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      return null;
    }
  }

  async function keep(path: string): Promise<readonly ConfigRecord[]> {
    const records = await now();
    const bytes = Buffer.concat(records.map((record) => encodeBlock(encodeRecord(record))));
    await writeFile(`${path}.new`, bytes, { mode: 0o600, flush: true });
    await rename(`${path}.new`, path);
    await syncFolder(dir);
    return records;
  }

  return {
    async replace(number, { records, places, lost }) {
      const first = lost.find(({ settings }) => settings !== 0);
      if (first === undefined) return { records, places };
      const path = `${segmentPath(dir, number)}${BESIDE.settings}`;
      const settings = (await kept(path)) ?? (await keep(path));
      return {
        records: records.toSpliced(first.before, 0, ...settings),
        places: places.toSpliced(first.before, 0, ...settings.map(() => NO_PLACE)),
      };
    },
  };
}
