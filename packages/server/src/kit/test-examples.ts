/** Inputs of a property that every run tries, beside random ones, so that it never tries nothing. */
import fc from 'fast-check';

const SEED = 1;
const COUNT = 4;

/** Always the same few; a test that counts what it has seen finds it in these. */
export const alwaysTried = <T>(inputs: fc.Arbitrary<T>): T[] =>
  fc.sample(inputs, { seed: SEED, numRuns: COUNT });

/** Inputs of this run's seed, others for each `nth`: the same ones over and over would all be alike. */
export const sampleOf = <T>(inputs: fc.Arbitrary<T>, count: number, nth = 0): T[] =>
  fc.sample(inputs, { seed: (fc.readConfigureGlobal().seed ?? SEED) + nth, numRuns: count });
