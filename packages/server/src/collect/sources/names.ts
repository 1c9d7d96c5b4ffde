/** How the systems that visits come from are called in reports: their ids are stored, their names are not. */
import { AD_SYSTEMS } from './ad-systems.ts';
import { MAIL_SERVICES } from './mail-services.ts';
import { MESSENGERS, SOCIAL_NETWORKS, type System } from '../../goals/index.ts';
import { RECOMMENDATION_SYSTEMS } from './recommendation-systems.ts';
import { SEARCH_ENGINES } from './search-engines.ts';

/** By `source_engine`; ids are said once over all tables. Hosts of referrals are not among them. */
export const SYSTEM_NAMES: ReadonlyMap<string, string> = new Map(
  [AD_SYSTEMS, MAIL_SERVICES, MESSENGERS, SOCIAL_NETWORKS, RECOMMENDATION_SYSTEMS, SEARCH_ENGINES].flatMap(
    (systems) => systems.map(({ id, name }) => [id, name] as const),
  ),
);

/** By kind of traffic, the ids of its systems and the words that tags name them by. */
export const SYSTEM_WORDS: Readonly<
  Record<
    'ad' | 'organic' | 'social' | 'messenger' | 'recommend' | 'email',
    Readonly<Record<string, readonly string[]>>
  >
> = {
  ad: Object.fromEntries(AD_SYSTEMS.map(({ id }) => [id, []])),
  organic: wordsOf(SEARCH_ENGINES),
  social: wordsOf(SOCIAL_NETWORKS),
  messenger: wordsOf(MESSENGERS),
  recommend: wordsOf(RECOMMENDATION_SYSTEMS),
  email: wordsOf(MAIL_SERVICES),
};

function wordsOf(systems: readonly System[]): Record<string, readonly string[]> {
  return Object.fromEntries(systems.map(({ id, aliases }) => [id, aliases ?? []]));
}
