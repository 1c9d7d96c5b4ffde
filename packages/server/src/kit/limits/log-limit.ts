/** Keeps small what strangers can make the log say: some lines at once, then fewer with a count. */
import { type Clock, systemClock } from '../clock.ts';
import { createBucket } from './token-bucket.ts';

/** @param write writes one line. @param held lines that were left out since the one before */
export type WriteLine = (write: (held: number) => void) => void;

const RATE = { atOnce: 10, perSecond: 0.1 };

export function createLogLimit(clock: Clock = systemClock): WriteLine {
  const bucket = createBucket(RATE, clock);
  let held = 0;
  return (write) => {
    if (!bucket.take()) {
      held += 1;
      return;
    }
    write(held);
    held = 0;
  };
}
