/** A token bucket: a steady rate, some at once, and an end to those who never stop. */
import type { Clock } from '../clock.ts';

export interface BucketLimits {
  readonly perSecond: number;
  readonly atOnce: number;
  /** Refusals within `abuseMs` after which the sender is cut off. */
  readonly abuse: number;
  readonly abuseMs: number;
}

export class TokenBucket {
  readonly #limits: BucketLimits;
  readonly #clock: Clock;
  #tokens: number;
  #at: number;
  #refused = 0;
  #refusedSince = 0;

  constructor(limits: BucketLimits, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
    this.#tokens = limits.atOnce;
    this.#at = clock.now();
  }

  /** `refuse`: this one is too many. `close`: so were very many before it. */
  take(): 'ok' | 'refuse' | 'close' {
    const { perSecond, atOnce, abuse, abuseMs } = this.#limits;
    const now = this.#clock.now();
    this.#tokens = Math.min(atOnce, this.#tokens + ((now - this.#at) / 1_000) * perSecond);
    this.#at = now;
    if (this.#tokens >= 1) {
      this.#tokens--;
      return 'ok';
    }
    if (now - this.#refusedSince > abuseMs) {
      this.#refusedSince = now;
      this.#refused = 0;
    }
    this.#refused++;
    return this.#refused > abuse ? 'close' : 'refuse';
  }
}
