/** Ends a property test's search for a smaller example before Vitest ends the test, so that the fault is shown. */
import fc from 'fast-check';

fc.configureGlobal({ interruptAfterTimeLimit: 800_000, markInterruptAsFailure: true });
