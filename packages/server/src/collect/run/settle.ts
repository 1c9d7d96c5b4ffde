/** What happens to open visits between two segments: they are packed, forgotten, or put down in the store. */
import type { PipelineState } from '../state/pipeline-state.ts';
import { flat } from '../steps/flat.ts';
import type { Slices } from '../steps/slices.ts';
import { forgettingBound } from '../visits/memory.ts';
import { restingLine } from '../visits/resting.ts';

/** Memory that a visitor may take, so many of them at most; below `SPARE_BYTES` there is no bound. */
const VISITOR_BYTES = 150;
const SPARE_BYTES = 8 * 1024 * 1024;

/** @returns rows of `resting_visitors`: the visitor who was silent longest goes first [V24] */
export async function settle(
  state: PipelineState,
  segment: number,
  maxOpenVisitors: number,
  slices: Slices,
): Promise<string> {
  const { packed, counters } = state;
  for (const { config, visits } of counters.values()) {
    visits.raiseBound(forgettingBound(state.now, config.visitTimeout));
    for (const _ of visits.pack()) if (slices.due()) await slices.rest();
  }

  const maxBytes = Math.max(maxOpenVisitors * VISITOR_BYTES, SPARE_BYTES);
  let lines = '';
  for (;;) {
    if (slices.due()) await slices.rest();
    const oldest = packed.oldest();
    if (oldest === null) return lines;
    const { visits } = state.counter(oldest.counterId);
    if (oldest.lastArrival >= visits.bound) {
      const isOver = packed.size > maxOpenVisitors || packed.bytes > maxBytes || packed.full;
      if (!isOver) return lines;
      lines += flat(restingLine(oldest.counterId, oldest.visits(), oldest.lastArrival, segment));
      visits.putDown(oldest.lastArrival);
    }
    packed.removeOldest();
  }
}
