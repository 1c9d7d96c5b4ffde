/** How sources are called in reports: the engines' ids are stored, their names are not. */
import type { TrafficSource } from '../ports.ts';
import { AD_SYSTEMS } from './ad-systems.ts';
import { MAIL_SERVICES } from './mail-services.ts';
import { MESSENGERS } from './messengers.ts';
import { RECOMMENDATION_SYSTEMS } from './recommendation-systems.ts';
import { SEARCH_ENGINES } from './search-engines.ts';
import { SOCIAL_NETWORKS } from './social-networks.ts';

const names = (systems: readonly { readonly id: string; readonly name: string }[]) =>
  new Map(systems.map(({ id, name }) => [id, name]));

const NAMES: Partial<Record<TrafficSource, ReadonlyMap<string, string>>> = {
  ad: names(AD_SYSTEMS),
  email: names(MAIL_SERVICES),
  messenger: names(MESSENGERS),
  social: names(SOCIAL_NETWORKS),
  recommend: names(RECOMMENDATION_SYSTEMS),
  organic: names(SEARCH_ENGINES),
  qrcode: names(SEARCH_ENGINES),
};

/** The name of a stored `source_engine`; the id itself where no table knows it, as for hosts of referrals. */
export function engineName(trafficSource: string, engine: string): string {
  return NAMES[trafficSource as TrafficSource]?.get(engine) ?? engine;
}
