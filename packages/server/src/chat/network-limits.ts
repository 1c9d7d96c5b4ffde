/** Keeps one network from filling the chat: bounds on sockets, conversations, messages and invitations [C77]. */
import type { Clock } from '../kit/clock.ts';
import { networkOf } from '../kit/limits/network.ts';
import { createRateLimit } from '../kit/limits/rate-limit.ts';

/** What strangers do that is bounded, and how much of it a network may do: 0 is no bound. */
export const NETWORK_LIMITS = {
  /** Visitors' tabs that are connected at once. */
  sockets: 1_000,
  /** Consoles that are connected at once. */
  consoles: 200,
  /** Times that tabs and consoles connect, in a minute: each is a greeting out of the store. */
  connects: 3_000,
  /** New conversations in ten minutes. */
  conversations: 60,
  /** Messages, contacts and whatever else is kept of a visitor, in a minute. */
  messages: 600,
  /** Invitations that pages say they have shown, in ten minutes. */
  invitations: 3_000,
  /** Goals that a tap on an invitation makes, in ten minutes. */
  taps: 60,
};
export type NetworkLimits = Readonly<typeof NETWORK_LIMITS>;
export type NetworkLimit = keyof NetworkLimits;

const MINUTE_MS = 60_000;
const WINDOW_MS: Readonly<Record<Exclude<NetworkLimit, 'sockets' | 'consoles'>, number>> = {
  connects: MINUTE_MS,
  conversations: 10 * MINUTE_MS,
  messages: MINUTE_MS,
  invitations: 10 * MINUTE_MS,
  taps: 10 * MINUTE_MS,
};

/** Of each kind; some 150 bytes each. Those that were quiet for longest are forgotten first. */
const MOST_NETWORKS = 20_000;

export interface Networks {
  /** Whether one more may be done from an address, which is then counted. */
  may(what: keyof typeof WINDOW_MS, address: string): boolean;
  /** @returns what to call when the socket has gone; null: it is one too many */
  enter(what: 'sockets' | 'consoles', address: string): (() => void) | null;
  /** How often each bound was met since the start. */
  refused(): Readonly<Record<NetworkLimit, number>>;
}

export interface NetworksDeps {
  readonly limits: NetworkLimits;
  readonly clock: Clock;
  /** Private addresses and declared proxies: it is not known who is behind them [decision 0008]. */
  isUnbounded(address: string): boolean;
}

export function createNetworks({ limits, clock, isUnbounded }: NetworksDeps): Networks {
  const refused: Record<NetworkLimit, number> = {
    sockets: 0,
    consoles: 0,
    connects: 0,
    conversations: 0,
    messages: 0,
    invitations: 0,
    taps: 0,
  };
  const open = { sockets: new Map<string, number>(), consoles: new Map<string, number>() };
  const rates = Object.fromEntries(
    Object.entries(WINDOW_MS).map(([what, windowMs]) => [what, createRateLimit(windowMs, MOST_NETWORKS)]),
  ) as Record<keyof typeof WINDOW_MS, ReturnType<typeof createRateLimit>>;

  const may: Networks['may'] = (what, address) => {
    if (limits[what] === 0 || isUnbounded(address)) return true;
    const isWithin = rates[what](networkOf(address), limits[what], clock.now());
    if (!isWithin) refused[what] += 1;
    return isWithin;
  };

  return {
    may,
    enter(what, address) {
      if (!may('connects', address)) return null;
      if (limits[what] === 0 || isUnbounded(address)) return () => undefined;
      const network = networkOf(address);
      const counted = open[what];
      const count = counted.get(network) ?? 0;
      if (count >= limits[what]) {
        refused[what] += 1;
        return null;
      }
      counted.set(network, count + 1);
      return () => {
        const left = (counted.get(network) ?? 1) - 1;
        if (left > 0) counted.set(network, left);
        else counted.delete(network);
      };
    },
    refused: () => ({ ...refused }),
  };
}
