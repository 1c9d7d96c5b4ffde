/** Token buckets: a steady rate, and some at once. */
import type { Clock } from '../clock.ts';

export interface Rate {
  readonly perSecond: number;
  readonly atOnce: number;
}

export interface Bucket {
  /** @returns whether there was one, which is gone then */
  take(): boolean;
  /** Takes away what something has cost beyond its one, also where there are not so many. */
  spend(tokens: number): void;
  isFull(): boolean;
}

export function createBucket({ perSecond, atOnce }: Rate, clock: Clock): Bucket {
  let tokens = atOnce;
  let at = clock.now();
  function filled(): number {
    const now = clock.now();
    tokens = Math.min(atOnce, tokens + ((now - at) / 1_000) * perSecond);
    at = now;
    return tokens;
  }
  return {
    take() {
      if (filled() < 1) return false;
      tokens -= 1;
      return true;
    },
    spend(cost) {
      tokens -= cost;
    },
    isFull: () => filled() >= atOnce,
  };
}

export interface BucketLimits extends Rate {
  /** Refusals within `abuseMs` after which the sender is cut off. */
  readonly abuse: number;
  readonly abuseMs: number;
}

/** A bucket that also puts an end to those who never stop. */
export class TokenBucket {
  readonly #limits: BucketLimits;
  readonly #clock: Clock;
  readonly #bucket: Bucket;
  #refused = 0;
  #refusedSince = 0;

  constructor(limits: BucketLimits, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
    this.#bucket = createBucket(limits, clock);
  }

  spend(tokens: number): void {
    this.#bucket.spend(tokens);
  }

  /** `refuse`: this one is too many. `close`: so were very many before it. */
  take(): 'ok' | 'refuse' | 'close' {
    if (this.#bucket.take()) return 'ok';
    const { abuse, abuseMs } = this.#limits;
    const now = this.#clock.now();
    if (now - this.#refusedSince > abuseMs) {
      this.#refusedSince = now;
      this.#refused = 0;
    }
    this.#refused++;
    return this.#refused > abuse ? 'close' : 'refuse';
  }
}
