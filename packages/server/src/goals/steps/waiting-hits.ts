/** Hits of a visit that wait for a late hit to take an earlier step [G30]. */
import type { StepsTaken } from './steps-taken.ts';

/** More than these cannot reach anything: a visit has at most so many reaches [G8]. */
export const MAX_WAITING = 400;

type Memory = Readonly<Record<string, StepsTaken>>;

const waitingPlaces = (memory: Memory): number[] =>
  Object.values(memory).flatMap(({ waiting }) => waiting.map(([, place]) => place));

/** Whether the hit at the place may still reach a goal. */
export function isAwaited(memory: Memory, place: number): boolean {
  return Object.values(memory).some(({ waiting }) => waiting.some(([, at]) => at === place));
}

export function placesAwaited(memory: Memory): ReadonlySet<number> {
  return new Set(waitingPlaces(memory));
}

/** Forgets the earliest of too many: a late hit comes before the later ones sooner than before these. */
export function bounded(memory: Memory): Memory {
  let count = 0;
  for (const { waiting } of Object.values(memory)) count += waiting.length;
  if (count <= MAX_WAITING) return memory;
  const places = waitingPlaces(memory).toSorted((one, other) => other - one);
  const tooEarly = places[MAX_WAITING] as number;
  const kept = Object.entries(memory).map(([goal, steps]) => {
    const waiting = steps.waiting.filter(([, place]) => place > tooEarly);
    return [goal, waiting.length === steps.waiting.length ? steps : { ...steps, waiting }] as const;
  });
  return Object.fromEntries(kept);
}
