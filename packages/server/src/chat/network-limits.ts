/** Keeps one network from filling the chat: bounds on sockets, conversations, messages and invitations [C77]. */
import { LRUCache } from 'lru-cache';
import type { Clock } from '../kit/clock.ts';
import { networkOf } from '../kit/limits/network.ts';

/** What strangers do that is bounded, and how much of it a network may do: 0 is no bound. */
export const NETWORK_LIMITS = {
  /** Visitors' tabs that are connected at once. */
  sockets: 1_000,
  /** Consoles that are connected at once. */
  consoles: 200,
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
  /** Private addresses and declared proxies: nobody knows who is behind them [decision 0008]. */
  isUnbounded(address: string): boolean;
}

export function createNetworks({ limits, clock, isUnbounded }: NetworksDeps): Networks {
  const refused = { sockets: 0, consoles: 0, conversations: 0, messages: 0, invitations: 0, taps: 0 };
  const open = { sockets: new Map<string, number>(), consoles: new Map<string, number>() };
  const counts = new LRUCache<string, { since: number; count: number }>({
    max: MOST_NETWORKS * Object.keys(WINDOW_MS).length,
  });

  function hasRoom(what: NetworkLimit, count: number): boolean {
    if (count < limits[what]) return true;
    refused[what] += 1;
    return false;
  }

  return {
    may(what, address) {
      if (limits[what] === 0 || isUnbounded(address)) return true;
      const key = `${what} ${networkOf(address)}`;
      const now = clock.now();
      const held = counts.get(key);
      const isCurrent = held !== undefined && now >= held.since && now - held.since < WINDOW_MS[what];
      const current = isCurrent ? held : { since: now, count: 0 };
      if (!hasRoom(what, current.count)) return false;
      current.count += 1;
      counts.set(key, current);
      return true;
    },
    enter(what, address) {
      if (limits[what] === 0 || isUnbounded(address)) return () => undefined;
      const network = networkOf(address);
      const counted = open[what];
      const count = counted.get(network) ?? 0;
      if (!hasRoom(what, count)) return null;
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
