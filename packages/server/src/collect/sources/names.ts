/** How the systems that visits come from are called in reports: their ids are stored, their names are not. */
import { AD_SYSTEMS } from './ad-systems.ts';
import { MAIL_SERVICES } from './mail-services.ts';
import { MESSENGERS } from './messengers.ts';
import { RECOMMENDATION_SYSTEMS } from './recommendation-systems.ts';
import { SEARCH_ENGINES } from './search-engines.ts';
import { SOCIAL_NETWORKS } from './social-networks.ts';

/** By `source_engine`; ids are said once over all tables. Hosts of referrals are not among them. */
export const SYSTEM_NAMES: ReadonlyMap<string, string> = new Map(
  [AD_SYSTEMS, MAIL_SERVICES, MESSENGERS, SOCIAL_NETWORKS, RECOMMENDATION_SYSTEMS, SEARCH_ENGINES].flatMap(
    (systems) => systems.map(({ id, name }) => [id, name] as const),
  ),
);
