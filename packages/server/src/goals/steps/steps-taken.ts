/** How far a visit has come with the steps of one goal, in whatever order its hits arrive [G28, G29]. */

/** A hit that fits a later step than any that was taken before it: by its step and its place. */
type Waiting = readonly [step: number, place: number];

/** Plain JSON. Places put the hits of a visit in order; no two hits share one. */
export interface StepsTaken {
  /** Tells one set of steps from another [G17]. */
  readonly mark: number;
  /** Place of the hit that took each of the first steps, the last step left out. */
  readonly taken: readonly number[];
  /** Hits that count once a late hit takes the step before them; in the order of their places. */
  readonly waiting: readonly Waiting[];
}

const NOBODY: readonly number[] = Object.freeze([]);
const FIRST_COME = Number.POSITIVE_INFINITY;

/**
 * Takes one hit into account. Each step is taken by the earliest hit that fits it after the step before it, so
 * that a hit more can only make steps earlier, and what was reached once stays reached.
 * @param fits whether the hit fits a step; asked only where that can change anything
 * @param last number of the last step, from 0
 * @returns places of the hits that reach the goal now, and did not before
 */
export function takeSteps(
  before: StepsTaken,
  place: number,
  fits: (step: number) => boolean,
  last: number,
): { readonly steps: StepsTaken; readonly reached: readonly number[] } {
  const { mark, taken } = before;
  let fitting: Waiting[] | null = null;
  for (let step = 0; step <= last; step++) {
    const isTakenEarlier = step < last && place > (taken[step] ?? FIRST_COME);
    if (!isTakenEarlier && fits(step)) (fitting ??= []).push([step, place]);
  }
  // Nearly every hit fits no step.
  if (fitting === null) return { steps: before, reached: NOBODY };
  const isLastOfAll = fitting.length === 1 && fitting[0]?.[0] === last && taken.length === last;
  if (isLastOfAll && place > (taken[last - 1] as number)) return { steps: before, reached: [place] };

  const all = [...before.waiting, ...fitting].toSorted(([, one], [, other]) => one - other);
  const earliest = chain(taken, all, last);
  const reachedAfter = earliest.length === last ? (earliest[last - 1] as number) : FIRST_COME;
  const isReached = ([step, at]: Waiting) => step === last && at > reachedAfter;
  const isLate = ([step, at]: Waiting) => step < last && at >= (earliest[step] ?? FIRST_COME);
  const waiting = all.filter((each) => !isReached(each) && !isLate(each));
  return { steps: { mark, taken: earliest, waiting }, reached: all.filter(isReached).map(([, at]) => at) };
}

/** The earliest places at which the steps before the last can be taken, one after another. */
function chain(taken: readonly number[], waiting: readonly Waiting[], last: number): readonly number[] {
  const places: number[] = [];
  let after = Number.NEGATIVE_INFINITY;
  for (let step = 0; step < last; step++) {
    const next = waiting.find(([each, at]) => each === step && at > after)?.[1] ?? FIRST_COME;
    after = Math.min(next, taken[step] ?? FIRST_COME);
    if (after === FIRST_COME) break;
    places.push(after);
  }
  return places;
}
