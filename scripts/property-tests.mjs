/**
 * Decides which random inputs property tests see: always the same, or those of `PROPERTY_SEED`.
 * Ends a search for a smaller example before Vitest ends the test, so that the fault is shown.
 */
import fc from 'fast-check';
import { SEED } from './lib/property-seed.mjs';

fc.configureGlobal({ seed: SEED, interruptAfterTimeLimit: 800_000, markInterruptAsFailure: true });
