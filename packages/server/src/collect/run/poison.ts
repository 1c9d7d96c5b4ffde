/** Finds the record that the pipeline cannot bear, so that one hit and not a segment is set aside. */
import type { Pipeline, Segment } from './batch.ts';
import { retrying } from '../../kit/retry.ts';
import { isElsewhere } from './passing-faults.ts';

export interface PoisonSearch {
  readonly segment: Segment;
  readonly signal: AbortSignal;
  /** A pipeline as it was before this segment. */
  fresh(): Promise<Pipeline>;
}

/**
 * The first record whose arrival makes the segment fail: by halving, since each try needs a fresh pipeline.
 * @returns its index; null where the segment does not fail any more
 */
export async function findPoison({ segment, signal, fresh }: PoisonSearch): Promise<number | null> {
  const { records } = segment;
  const fails = async (count: number): Promise<boolean> => {
    const pipeline = await fresh();
    try {
      await retrying(() => pipeline.process({ ...segment, records: records.slice(0, count) }), {
        signal,
        again: isElsewhere,
      });
      return false;
    } catch (error) {
      if (signal.aborted) throw error;
      return true;
    }
  };
  if (!(await fails(records.length))) return null;
  let sound = 0;
  let failing = records.length;
  while (failing - sound > 1) {
    const middle = (sound + failing) >> 1;
    if (await fails(middle)) failing = middle;
    else sound = middle;
  }
  return failing - 1;
}
