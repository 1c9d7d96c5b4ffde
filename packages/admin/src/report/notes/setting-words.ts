/** Names of a counter's settings in a note, as people know them: the audit log has the API's names. */
import type { TFunction } from 'i18next';

const WORDS = {
  name: 'name',
  site: 'site',
  site2: 'site',
  mirrors: 'mirrors',
  mirrors2: 'mirrors',
  only_mirrors: 'mirrors',
  time_zone_name: 'zone',
  currency: 'currency',
  visit_threshold: 'silence',
  autogoals_enabled: 'automatic',
  filter_robots: 'robots',
  tag_modules: 'tag',
  masking: 'masking',
  consent: 'consent',
  own_visits: 'ownVisits',
} as const;
const isKnown = (name: string): name is keyof typeof WORDS => Object.hasOwn(WORDS, name);

/** Whose value says something by itself. */
const WITH_VALUE: readonly string[] = ['name', 'currency', 'time_zone_name'];

/** @param details `name: Shop, site2, currency: EUR`; what is not known is left out */
export function settingWords(details: string, t: TFunction): string {
  const words = details.split(/, (?=[a-z_\d]+(?:[:,]|$))/).flatMap((one) => {
    const [name = '', value] = one.split(/: (.*)/s);
    if (!isKnown(name)) return [];
    const word = t(`notes.settings.${WORDS[name]}`);
    return [value !== undefined && WITH_VALUE.includes(name) ? `${word} (${value})` : word];
  });
  return [...new Set(words)].join(', ');
}
