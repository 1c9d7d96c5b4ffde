/** How much one socket may say: a steady rate, some at once, and an end to those who never stop. */
import type { Clock } from '../../kit/clock.ts';

export interface FrameLimits {
  readonly perSecond: number;
  readonly atOnce: number;
  /** Frames refused within `abuseMs` after which the socket is closed. */
  readonly abuse: number;
  readonly abuseMs: number;
}

/** Of a visitor's tab. */
export const FRAME_LIMITS: FrameLimits = { perSecond: 30, atOnce: 90, abuse: 2_000, abuseMs: 10_000 };
/** Of a console: staff, or a program of theirs that answers for many. */
export const OPERATOR_LIMITS: FrameLimits = { perSecond: 200, atOnce: 400, abuse: 5_000, abuseMs: 10_000 };

export class TokenBucket {
  readonly #limits: FrameLimits;
  readonly #clock: Clock;
  #tokens: number;
  #at: number;
  #refused = 0;
  #refusedSince = 0;

  constructor(limits: FrameLimits, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
    this.#tokens = limits.atOnce;
    this.#at = clock.now();
  }

  /** `refuse`: this frame is too many. `close`: so were very many before it. */
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
