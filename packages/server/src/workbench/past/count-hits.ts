/** Holds stored hits against a goal by the code that counts. In its pauses hits at the door come first. */
import type { Reach, Recount, StoredHit } from '../../collect/index.ts';
import { createPauses } from '../../kit/pauses.ts';

/** Hits between two looks at the clock. */
const STRIDE = 16;

/** @returns false where it was called off */
export async function countHits(
  rows: readonly StoredHit[],
  recount: Recount,
  signal: AbortSignal,
  onReach: (reach: Reach, hit: StoredHit) => void,
): Promise<boolean> {
  const pause = createPauses();
  for (const [place, hit] of rows.entries()) {
    if (place % STRIDE === 0) await pause();
    for (const _ of recount.prepare(hit)) await pause();
    if (signal.aborted) return false;
    for (const reach of recount.add(hit)) onReach(reach, hit);
  }
  return true;
}
