/** Steps by the hits' own times [G2, G28–G30], against a reading of all hits in order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeSteps, type StepsTaken } from './steps-taken.ts';
import { bounded, isAwaited, MAX_WAITING, placesAwaited } from './waiting-hits.ts';

/** Steps that a hit fits, in the order of the hits' times. */
type Hits = readonly (readonly number[])[];
const NONE: StepsTaken = { mark: 7, taken: [], waiting: [] };

/** Hits that reach the goal, if all are read in the order of their times. */
function inOrder(hits: Hits, last: number): number[] {
  let step = 0;
  const reached: number[] = [];
  for (const [place, fits] of hits.entries()) {
    if (!fits.includes(step)) continue;
    if (step === last) reached.push(place);
    else step++;
  }
  return reached;
}

/** The same hits as they arrive. @returns what each arrival reached */
function asTheyArrive(hits: Hits, arrivals: readonly number[], last: number) {
  let steps = NONE;
  return arrivals.map((place) => {
    const result = takeSteps(steps, place, (step) => hits[place]?.includes(step) ?? false, last);
    steps = result.steps;
    return result.reached;
  });
}

function* permutations(of: readonly number[]): Generator<number[]> {
  if (of.length === 0) yield [];
  for (const first of of) {
    for (const rest of permutations(of.filter((each) => each !== first))) yield [first, ...rest];
  }
}

const sorted = (numbers: readonly number[]) => numbers.toSorted((one, other) => one - other);
const visit = fc
  .integer({ min: 1, max: 4 })
  .chain((last) =>
    fc.record({ last: fc.constant(last), hits: fc.array(fc.subarray([...Array(last + 1).keys()])) }),
  );

describe('[G28] steps', () => {
  it('of hits that arrive in order are taken one by one', () => {
    fc.assert(
      fc.property(visit, ({ last, hits }) => {
        const reached = asTheyArrive(hits, [...hits.keys()], last);
        const expected = new Set(inOrder(hits, last));
        expect(reached).toEqual([...hits.keys()].map((place) => (expected.has(place) ? [place] : [])));
      }),
    );
  });

  it('of every order of arrival reach the same: all orders of up to five hits', () => {
    const kinds = [[], [0], [1], [2], [0, 1], [1, 2]];
    const hits = fc.array(fc.constantFrom(...kinds), { maxLength: 5 });
    fc.assert(
      fc.property(hits, (each) => {
        const expected = inOrder(each, 2);
        for (const arrivals of permutations([...each.keys()])) {
          expect(sorted(asTheyArrive(each, arrivals, 2).flat())).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of any order of many hits reach the same, and each hit once', () => {
    const shuffled = visit.chain(({ last, hits }) =>
      fc.record({
        last: fc.constant(last),
        hits: fc.constant(hits),
        arrivals: fc.shuffledSubarray([...hits.keys()], { minLength: hits.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ last, hits, arrivals }) => {
        expect(sorted(asTheyArrive(hits, arrivals, last).flat())).toEqual(inOrder(hits, last));
      }),
      { numRuns: 500 },
    );
  });

  it('never lose what was reached: after every arrival it is what the hits so far reach', () => {
    const arriving = fc.shuffledSubarray([...Array(12).keys()], { minLength: 12 });
    const hits = fc.array(fc.subarray([0, 1, 2]), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(hits, arriving, (all, arrivals) => {
        const reached = asTheyArrive(all, arrivals, 2);
        for (let count = 1; count <= arrivals.length; count++) {
          const come = new Set(arrivals.slice(0, count));
          const known = all.map((fits, place) => (come.has(place) ? fits : []));
          expect(sorted(reached.slice(0, count).flat())).toEqual(inOrder(known, 2));
        }
      }),
    );
  });
});

describe('[G30] what is kept of a visit', () => {
  it('are the steps taken, and hits that a late step may come before', () => {
    const first = takeSteps(NONE, 10, (step) => step === 1, 1).steps;
    expect(first).toEqual({ mark: 7, taken: [], waiting: [[1, 10]] });
    expect([isAwaited({ 1: first }, 10), isAwaited({ 1: first }, 11)]).toEqual([true, false]);
    const { steps, reached } = takeSteps(first, 5, (step) => step === 0, 1);
    expect([steps, reached]).toEqual([{ mark: 7, taken: [5], waiting: [] }, [10]]);
    const more = takeSteps(steps, 20, () => true, 1);
    expect(more).toEqual({ steps, reached: [20] });
  });

  it('are at most 400 such hits over all goals, the latest', () => {
    const waiting = (from: number) =>
      Array.from({ length: 300 }, (_, index) => [1, from + 2 * index] as const);
    const memory = { 1: { ...NONE, waiting: waiting(0) }, 2: { ...NONE, waiting: waiting(1) }, 3: NONE };
    const kept = bounded(memory);
    expect([...placesAwaited(kept)].toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: MAX_WAITING }, (_, index) => 200 + index),
    );
    expect(kept[3]).toBe(NONE);
    expect(bounded(kept)).toBe(kept);
  });
});
