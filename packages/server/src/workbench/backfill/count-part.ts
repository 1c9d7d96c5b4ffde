/** What a goal would have counted over one part of the visitors, by the code that counts. */
import { createRecount, type Reach, type RecountSettings } from '../../collect/index.ts';
import { isProblem } from '../../kit/problem.ts';
import { countHits } from '../past/count-hits.ts';
import type { StoredHits } from '../past/stored-hits.ts';
import type { PastReach } from './port.ts';

/** The work was called off. */
export class Stopped extends Error {}

interface Part {
  readonly part: number;
  readonly parts: number;
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
}

/** @throws Stopped; Error where the store does not give the hits now */
export async function countPart(
  hits: Pick<StoredHits, 'part'>,
  { part, parts, from, to }: Part,
  settings: RecountSettings,
  signal: AbortSignal,
): Promise<readonly PastReach[]> {
  const rows = await hits.part(part, parts);
  if (isProblem(rows)) throw signal.aborted ? new Stopped() : new Error(rows.items[0].message);
  const found: PastReach[] = [];
  const isWhole = await countHits(
    rows,
    createRecount(settings),
    signal,
    ({ at, price, currency }: Reach, hit) => {
      if (at >= from && at < to) found.push({ visitor: hit.visitor, visit: hit.visit, at, price, currency });
    },
  );
  if (!isWhole) throw new Stopped();
  return found;
}
