/** Has deleted rows leave the files of the records store, also where another program was reading those [P50]. */
import type { FaultLog } from '../kit/log.ts';

export interface Scrubbing {
  /** Rows were deleted. Resolves when they have left the files, or when that is put off. */
  owe(): Promise<void>;
  /** Does what was put off. */
  resume(): Promise<void>;
}

/** @param scrub resolves with false where another program holds it up */
export function createScrubbing(scrub: () => Promise<boolean>, log: FaultLog): Scrubbing {
  // An earlier run may have ended between deleting and this.
  let isOwed = true;

  async function resume(): Promise<void> {
    if (!isOwed) return;
    isOwed = false;
    try {
      isOwed = !(await scrub());
    } catch (error) {
      isOwed = true;
      log.warn({ error: String(error) }, 'What was erased has not left the files of the records store yet.');
    }
  }

  return {
    async owe() {
      isOwed = true;
      await resume();
      if (isOwed)
        log.warn(
          {},
          'Another program reads the records store: what was erased leaves its files when that has ended.',
        );
    },
    resume,
  };
}
