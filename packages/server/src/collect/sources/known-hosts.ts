/** Which known system a host belongs to. */
import { indexHosts, MESSENGERS, plainHost, SOCIAL_NETWORKS, type System } from '../../goals/index.ts';
import type { TrafficSource } from '../ports.ts';
import { MAIL_SERVICES } from './mail-services.ts';
import { RECOMMENDATION_SYSTEMS } from './recommendation-systems.ts';
import { SEARCH_ENGINES } from './search-engines.ts';

export interface KnownSystem {
  readonly trafficSource: TrafficSource;
  readonly id: string;
  /** Query parameters that hold the search phrase. */
  readonly phrases: readonly string[];
}

/** One line a kind of system, in the order of [V14]. */
const TABLES: readonly (readonly [TrafficSource, readonly (System & { phrases?: readonly string[] })[]])[] = [
  ['email', MAIL_SERVICES],
  ['messenger', MESSENGERS],
  ['social', SOCIAL_NETWORKS],
  ['recommend', RECOMMENDATION_SYSTEMS],
  ['organic', SEARCH_ENGINES],
];

const ROWS = TABLES.flatMap(([trafficSource, systems]) =>
  systems.map(({ id, hosts, aliases = [], phrases = [] }) => ({
    hosts,
    names: [...hosts.map(plainHost), id, ...aliases],
    value: { trafficSource, id, phrases } as KnownSystem,
  })),
);

/** @param host lower-case, without `www.` */
export const knownHost: (host: string) => KnownSystem | undefined = indexHosts(ROWS);

/** By names in `utm_source`; the first row with a name has it. */
const BY_NAME: ReadonlyMap<string, KnownSystem> = new Map(
  ROWS.flatMap(({ names, value }) => names.map((name) => [name, value] as const)).toReversed(),
);

/** @param source a `utm_source`, lower-case: an id, an alias or a host */
export function knownName(source: string): KnownSystem | undefined {
  const name = source.startsWith('www.') ? source.slice(4) : source;
  return BY_NAME.get(name) ?? (name.includes('.') ? knownHost(name) : undefined);
}
