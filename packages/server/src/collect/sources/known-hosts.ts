/** Which known system a host belongs to. */
import type { TrafficSource } from '../ports.ts';
import { MAIL_SERVICES } from './mail-services.ts';
import { MESSENGERS } from './messengers.ts';
import { RECOMMENDATION_SYSTEMS } from './recommendation-systems.ts';
import { SEARCH_ENGINES } from './search-engines.ts';
import { SOCIAL_NETWORKS } from './social-networks.ts';
import type { System } from './system.ts';

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

/** Hosts that mean themselves alone; hosts that mean their subdomains, too; names in `utm_source`. */
const EXACT = new Map<string, KnownSystem>();
const WITH_SUBDOMAINS = new Map<string, KnownSystem>();
const BY_NAME = new Map<string, KnownSystem>();

for (const [trafficSource, systems] of TABLES) {
  for (const { id, hosts, aliases = [], phrases = [] } of systems) {
    const known: KnownSystem = { trafficSource, id, phrases };
    for (const host of hosts) {
      const alone = host.startsWith('=');
      const plain = alone ? host.slice(1) : host;
      setOnce(alone ? EXACT : WITH_SUBDOMAINS, plain, known);
      setOnce(BY_NAME, plain, known);
    }
    for (const name of [id, ...aliases]) setOnce(BY_NAME, name, known);
  }
}

function setOnce(map: Map<string, KnownSystem>, key: string, known: KnownSystem): void {
  if (!map.has(key)) map.set(key, known);
}

/** No name has more [RFC 1035: 253 characters]. */
const MOST_LABELS = 127;
const COUNTRY = /\.(?:com?\.[a-z]{2}|[a-z]{2,3})$/;

/** `google.co.uk` → `google.*`. */
const anyCountry = (host: string): string => host.replace(COUNTRY, '.*');

/** @param host lower-case, without `www.` */
export function knownHost(host: string): KnownSystem | undefined {
  const alone = EXACT.get(host) ?? EXACT.get(anyCountry(host));
  if (alone !== undefined) return alone;
  // Labels may be empty and many: each turn begins behind a later dot.
  for (let at = 0, turns = 0; turns < MOST_LABELS; turns++) {
    const rest = host.slice(at);
    const found = WITH_SUBDOMAINS.get(rest) ?? WITH_SUBDOMAINS.get(anyCountry(rest));
    if (found !== undefined) return found;
    const dot = host.indexOf('.', at);
    if (dot === -1) return undefined;
    at = dot + 1;
  }
  return undefined;
}

/** @param source a `utm_source`, lower-case: an id, an alias or a host */
export function knownName(source: string): KnownSystem | undefined {
  const name = source.startsWith('www.') ? source.slice(4) : source;
  return BY_NAME.get(name) ?? (name.includes('.') ? knownHost(name) : undefined);
}
