/** Moments of kills that look random, and are the same in each run: `GOALPOST_KILL_SEED` gives others. */
import { onTestFailed } from 'vitest';

const SEED = Number(process.env['GOALPOST_KILL_SEED'] ?? 1);

/** Numbers for a test, which tells their seed where it fails. Each kind has its own: one alone repeats them. */
export function seeded(kind: number): () => number {
  onTestFailed(() => void process.stderr.write(`The moments of this run: GOALPOST_KILL_SEED=${SEED}\n`));
  return randomOf(SEED + kind);
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
