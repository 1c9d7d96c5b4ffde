/** Says whether what a server takes grows as long as it runs. The last third of a run beside the middle one. Pure. */
export interface Sample {
  /** Seconds since the beginning. */
  readonly at: number;
  /** What was looked at, such as `server MiB` or `descriptors`. */
  readonly values: Readonly<Record<string, number>>;
}

export interface Bound {
  /** Of the middle's median. */
  readonly share: number;
  /** And so much beside it: a garbage collector and an engine's merges are no leaks. */
  readonly more: number;
}

export interface Verdict {
  readonly name: string;
  readonly middle: number;
  readonly last: number;
  readonly isFlat: boolean;
}

/** Less tells nothing. */
export const LEAST_SAMPLES = 12;

/** @throws Error where there are too few samples to say anything */
export function verdictOf(
  samples: readonly Sample[],
  bounds: Readonly<Record<string, Bound>>,
): readonly Verdict[] {
  if (samples.length < LEAST_SAMPLES)
    throw new Error(`${samples.length} samples say nothing of growth: run it for longer.`);
  // The first third warms up: caches fill, the engine takes what it was given.
  const third = Math.floor(samples.length / 3);
  return Object.entries(bounds).map(([name, { share, more }]) => {
    const values = samples.map((sample) => sample.values[name] ?? Number.NaN);
    const [middle, last] = [median(values.slice(third, 2 * third)), median(values.slice(2 * third))];
    return { name, middle, last, isFlat: last <= middle * (1 + share) + more };
  });
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
