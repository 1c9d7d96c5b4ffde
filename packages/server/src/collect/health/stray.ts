/** Counts requests for counters that do not exist, to find wrong numbers on pages. */

export interface Stray {
  /** As the request wrote it. */
  readonly counter: string;
  /** Of the page; empty: not known. */
  readonly host: string;
  count: number;
  lastAt: number;
}

export interface Strays {
  count(counter: string, host: string, now: number): void;
  all(): Stray[];
}

/** Anyone can make up numbers and hosts: the ones seen longest ago go first. */
const MAX_STRAYS = 500;

export function createStrays(saved: readonly Stray[]): Strays {
  const strays = new Map<string, Stray>(
    saved.map((stray) => [keyOf(stray.counter, stray.host), { ...stray }]),
  );
  return {
    count(counter, host, now) {
      const key = keyOf(counter, host);
      const stray = strays.get(key) ?? { counter, host, count: 0, lastAt: now };
      stray.count++;
      stray.lastAt = now;
      strays.delete(key);
      strays.set(key, stray);
      const oldest = strays.keys().next().value;
      if (strays.size > MAX_STRAYS && oldest !== undefined) strays.delete(oldest);
    },
    all: () => [...strays.values()],
  };
}

function keyOf(counter: string, host: string): string {
  return `${counter} ${host}`;
}
