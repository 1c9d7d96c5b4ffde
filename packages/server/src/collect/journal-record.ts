/** What the journal holds. Short keys: these lines are written for every hit. */
import type { CounterConfig } from './state/counter-config.ts';

/** One accepted hit, as raw as it came, plus what only the door knows. */
export interface HitRecord {
  readonly k: 'h';
  /** Counter number. */
  readonly c: number;
  /** Arrival, milliseconds since the epoch. */
  readonly t: number;
  /** Raw query string, without `?`. */
  readonly q: string;
  /** Raw urlencoded body of a POST; absent if none. */
  readonly b?: string;
  /** `User-Agent`. */
  readonly a: string;
  /** `Referer`. */
  readonly r?: string;
  /** Visitor number where the wire names none [W13]: from the cookie, or made at the door. Decimal UInt64. */
  readonly v: string;
  /** Country, ISO 3166-1 alpha-2, from the network address; the address itself is not kept [W15]. */
  readonly g?: string;
  /** Region and city, likewise, where the owner's own file tells them. */
  readonly d?: readonly [region: string, city: string];
  /** 1 where a cookie came along although the page is another site's [V43]. */
  readonly y?: 1;
  /** 1 where the agent string is a robot's. */
  readonly x?: 1;
  /** 1 where the wire's visitor is not read, since the counter takes none from browsers [P24]. */
  readonly n?: 1;
  /**
   * Of an event that the server itself reports: the page by which the visitor came to the site, and that page's
   * referrer, empty if none. No request can say this; a visit that such an event opens begins with it [V9].
   */
  readonly p?: readonly [url: string, referrer: string];
}

/** A counter's settings and goals as they are from this place in the journal on [G1]. */
export interface ConfigRecord {
  readonly k: 'c';
  readonly t: number;
  readonly config: CounterConfig;
}

/**
 * Visitors whose open visits are forgotten from this place on [P12]. Once the segment is stored, the state is
 * written to disk, so that what came before can go.
 */
export interface ForgetRecord {
  readonly k: 'f';
  readonly t: number;
  readonly c: number;
  /** Decimal UInt64; none: only the state is written. */
  readonly visitors: readonly string[];
}

export type JournalRecord = HitRecord | ConfigRecord | ForgetRecord;
