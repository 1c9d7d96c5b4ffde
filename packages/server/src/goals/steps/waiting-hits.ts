/** Hits of a visit that wait for a late hit to take an earlier step [G30]. */
import type { StepsTaken } from './steps-taken.ts';

/** More than these cannot reach anything: a visit has at most so many reaches [G8]. */
export const MAX_WAITING = 400;

type Memory = Readonly<Record<string, StepsTaken>>;

const waitingPlaces = (memory: Memory): number[] =>
  Object.values(memory).flatMap(({ waiting }) => waiting.map(([, place]) => place));

/** Whether the hit at the place may still reach a goal. */
export function isAwaited(memory: Memory, place: number): boolean {
  for (const goal in memory) if (memory[goal]?.waiting.some(([, at]) => at === place)) return true;
  return false;
}

export function placesAwaited(memory: Memory): ReadonlySet<number> {
  return new Set(waitingPlaces(memory));
}

/** Forgets the earliest of too many: a late hit comes before the later ones sooner than before these. */
export function bounded(memory: Memory): Memory {
  let count = 0;
  // Without a list of them: it is asked after each step that is taken.
  for (const goal in memory) count += memory[goal]?.waiting.length ?? 0;
  if (count <= MAX_WAITING) return memory;
  const places = waitingPlaces(memory).toSorted((one, other) => other - one);
  const tooEarly = places[MAX_WAITING] as number;
  const kept = Object.entries(memory).map(([goal, steps]) => {
    const waiting = steps.waiting.filter(([, place]) => place > tooEarly);
    return [goal, waiting.length === steps.waiting.length ? steps : { ...steps, waiting }] as const;
  });
  return Object.fromEntries(kept);
}
