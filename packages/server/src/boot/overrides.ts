/** What belongs to the process and not to the server, and what tests replace. */
import type { RateLimits } from '../http/index.ts';
import type { Clock } from '../kit/clock.ts';
import type { Endpoint } from '../kit/endpoint.ts';
import type { OpenWatchdog } from './watchdog/index.ts';

export interface Overrides {
  /** Watches the calling thread; it is not watched where this is absent. */
  readonly openWatchdog?: OpenWatchdog;
  /** Processing in the calling thread, by its clock; or another program for the thread. */
  readonly processing?: 'here' | URL;
  /** Beside the server's own. */
  readonly endpoints?: readonly Endpoint[];
  readonly clock?: Clock;
  readonly rateLimits?: RateLimits;
  /** Hears of each route that the application has. */
  readonly onRoute?: (method: string, url: string) => void;
  /** How long the start waits for the analytics store, to see whether it belongs to the others. */
  readonly analyticsMs?: number;
  /** Where bots of Telegram's are reached. */
  readonly telegramUrl?: string;
}
