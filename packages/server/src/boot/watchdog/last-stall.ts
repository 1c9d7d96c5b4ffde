/** Tells what the last run got stuck in to the part that can avoid it. */
import type { StalledRecord } from '../../collect/index.ts';
import type { Logger } from '../log.ts';
import { clearNote, notePath, readNote } from './note.ts';

export interface LastStall {
  /** To be set aside before it is read again; null where it was something else, or nothing. */
  readonly record: StalledRecord | null;
  /** After that. */
  clear(): void;
}

export function readLastStall(dataDir: string, log: Logger): LastStall {
  const clear = () => clearNote(dataDir);
  const note = readNote(dataDir);
  if (note === null) return { record: null, clear };
  if (note === 'damaged') {
    log.warn(
      { path: notePath(dataDir) },
      'The note of what the last run got stuck in is damaged: nothing is set aside for it.',
    );
    return { record: null, clear };
  }
  const { thread, cpuMs, where, underWay } = note;
  const at = new Date(note.at).toISOString();
  if (underWay.kind === 'work') {
    log.error(
      { at, thread, cpuMs, work: underWay.names, where },
      'The last run was ended because it was stuck; what was under way is named here.',
    );
    return { record: null, clear };
  }
  const { segment, place } = underWay;
  const inside = where.length === 0 ? '' : ` in ${where[0]}`;
  const why = `the ${thread} thread used ${Math.round(cpuMs / 1_000)} s of CPU time without a pause${inside}`;
  return { record: { segment, place, why }, clear };
}
