/** State files found damaged: their bytes are kept beside them, and each is said and counted once. */
import { crc32 } from 'node:zlib';
import { join } from 'node:path';
import { readPlainFile } from '../../kit/files/plain-file.ts';
import type { Log } from '../../kit/log.ts';
import { appendCheckedLine, readCheckedLines } from './checked-lines.ts';
import { CORRUPT, keepAside } from './segment-files.ts';

export interface DamagedFiles {
  /**
   * Of a file that is written once and then removed: one damage a name.
   * @param loss what that means, as a sentence
   */
  once(path: string, loss: string): Promise<void>;
  /** Of a file that is written again and again: one damage for the same bytes. */
  bytes(path: string, loss: string): Promise<void>;
  /** Ever. */
  count(): number;
}

/** @param dir the journal's folder, which holds the list of them */
export async function openDamagedFiles(dir: string, log: Log): Promise<DamagedFiles> {
  const list = join(dir, 'damaged-files.jsonl');
  const { lines, broken } = await readCheckedLines(list);
  const known = new Set(lines);

  async function note(path: string, kept: string, loss: string): Promise<void> {
    await keepAside(path, kept);
    log.error({ path, kept }, loss);
    if (known.has(kept)) return;
    await appendCheckedLine(list, kept);
    known.add(kept);
  }

  return {
    once: (path, loss) => note(path, `${path}${CORRUPT}`, loss),
    async bytes(path, loss) {
      // What the disk does not give any more is told from other bytes by that.
      const bytes = await readPlainFile(path).catch(() => 'unreadable' as const);
      await note(path, `${path}.${crc32(bytes).toString(16).padStart(8, '0')}${CORRUPT}`, loss);
    },
    count: () => known.size + broken.length,
  };
}
