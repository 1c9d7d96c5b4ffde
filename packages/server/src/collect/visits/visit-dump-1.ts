/** Visits of checkpoints of version 1, which knew how many steps a visit took, but not when. */
import type { GoalMemory, StepsTaken } from '../../goals/index.ts';
import { placeAt } from './awaited-hits.ts';
import type { KeptVisit } from './kept-visit.ts';

/** Steps done took the low digit of a goal's number, the steps' fingerprint the rest. */
const BASE = 8;
const STARTED_AT = 6;
const GOAL_MEMORY = 24;

/**
 * Steps whose times are not known were taken at the visit's start, so that every hit to come is after them, as it
 * was then.
 */
export function fromVersion1(kept: readonly unknown[]): KeptVisit {
  const memory = kept[GOAL_MEMORY] as Readonly<Record<string, number>>;
  const rest = [stepsOf(memory, kept[STARTED_AT] as number), null];
  return [...kept.slice(0, GOAL_MEMORY), ...rest] as unknown as KeptVisit;
}

function stepsOf(memory: Readonly<Record<string, number>>, startedAt: number): GoalMemory {
  const steps = Object.entries(memory).map(([goal, number]): [string, StepsTaken] => {
    const done = number % BASE;
    const taken = Array.from({ length: done }, (_, step) => placeAt(startedAt * 1_000, step));
    return [goal, { mark: Math.floor(number / BASE), taken, waiting: [] }];
  });
  return Object.fromEntries(steps);
}
