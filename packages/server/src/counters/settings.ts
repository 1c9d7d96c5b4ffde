/** What a client sends about a counter, checked beyond its shape and made into settings. */
import { CONSENT_DEFAULTS } from '@goalpost/contract/consent';
import type { ApiErrorItem, CounterUpdate } from '@goalpost/contract/management';
import { isRange } from '../collect/index.ts';
import { faultOfName, faultOfShape, MASKING_DEFAULTS, type MaskingSettings } from '../kit/masking/index.ts';
import type { CounterRecord, CounterSettings } from './counter.ts';
import { isCurrency, NO_SUCH_CURRENCY } from './rates/currency.ts';
import { parseSite } from './site.ts';
import { timeZoneName } from './time-zone.ts';

export type CheckedSettings =
  | { readonly ok: true; readonly settings: Partial<CounterSettings> }
  | { readonly ok: false; readonly items: readonly [ApiErrorItem, ...ApiErrorItem[]] };

type Faults = ApiErrorItem[];

function fault(faults: Faults, location: string, message: string): void {
  faults.push({
    error_type: 'invalid_parameter',
    message: `Wrong value of "counter.${location}": ${message}.`,
    location: `counter.${location}`,
  });
}

function siteOf(text: string, location: string, faults: Faults): string {
  const site = parseSite(text);
  if (site.ok) return site.shown;
  fault(faults, location, site.message);
  return text;
}

function mirrorsOf(mirrors: readonly { readonly site: string }[], faults: Faults): string[] {
  const shown = mirrors.map(({ site }, index) => siteOf(site, `mirrors2.${index}.site`, faults));
  return [...new Set(shown)];
}

function zoneOf(given: string, faults: Faults): string {
  const name = timeZoneName(given);
  if (name !== null) return name;
  fault(faults, 'time_zone_name', 'an IANA time zone such as Europe/Berlin is needed');
  return given;
}

function currencyOf(given: string, faults: Faults): string {
  if (!isCurrency(given)) {
    fault(faults, 'currency', NO_SUCH_CURRENCY);
  }
  return given;
}

function chosenModules(
  given: NonNullable<CounterUpdate['tag_modules']>,
  kept: CounterRecord['tagModules'],
): CounterRecord['tagModules'] {
  const chosen = Object.entries(given).filter(([, isOn]) => isOn !== undefined);
  return { ...kept, ...Object.fromEntries(chosen) };
}

/** A mask that would match nearly everything is refused [P9]. */
function maskingOf(
  given: CounterUpdate['masking'],
  kept: CounterRecord | null,
  faults: Faults,
): Partial<CounterSettings> {
  if (given === undefined) return {};
  const chosen = Object.entries(given).filter(([, value]) => value !== undefined);
  const masking: MaskingSettings = {
    ...(kept?.masking ?? MASKING_DEFAULTS),
    ...Object.fromEntries(chosen),
  };
  for (const [list, faultOf] of [
    ['names', faultOfName],
    ['keep', faultOfName],
    ['shapes', faultOfShape],
  ] as const) {
    for (const [index, mask] of masking[list].entries()) {
      const why = faultOf(mask);
      if (why !== null) fault(faults, `masking.${list}.${index}`, why);
    }
  }
  return { masking };
}

function consentOf(given: CounterUpdate['consent'], kept: CounterRecord | null): Partial<CounterSettings> {
  if (given === undefined) return {};
  const chosen = Object.entries(given).filter(([, value]) => value !== undefined);
  return { consent: { ...(kept?.consent ?? CONSENT_DEFAULTS), ...Object.fromEntries(chosen) } };
}

function ownVisitsOf(
  given: CounterUpdate['own_visits'],
  kept: CounterRecord | null,
  faults: Faults,
): Partial<CounterSettings> {
  const addresses = given?.addresses;
  if (addresses === undefined) return {};
  for (const [index, address] of addresses.entries())
    if (!isRange(address))
      fault(
        faults,
        `own_visits.addresses.${index}`,
        'a network address or a range such as 203.0.113.0/24 is needed',
      );
  return {
    ownVisits: { browsers: kept?.ownVisits.browsers ?? [], addresses: [...new Set(addresses)] },
  };
}

/**
 * What is absent stays absent.
 * @param kept null: the counter is being made
 */
export function checkSettings(input: CounterUpdate, kept: CounterRecord | null): CheckedSettings {
  const faults: Faults = [];
  const settings: Partial<CounterSettings> = {
    ...(input.name === undefined ? {} : { name: input.name }),
    ...(input.site2 === undefined ? {} : { site: siteOf(input.site2.site, 'site2.site', faults) }),
    ...(input.mirrors2 === undefined ? {} : { mirrors: mirrorsOf(input.mirrors2, faults) }),
    ...(input.only_mirrors === undefined ? {} : { onlyMirrors: input.only_mirrors }),
    ...(input.time_zone_name === undefined ? {} : { timeZone: zoneOf(input.time_zone_name, faults) }),
    ...(input.currency === undefined ? {} : { currency: currencyOf(input.currency, faults) }),
    ...(input.visit_threshold === undefined ? {} : { visitThreshold: input.visit_threshold }),
    ...(input.autogoals_enabled === undefined ? {} : { autogoals: input.autogoals_enabled }),
    ...(input.filter_robots === undefined ? {} : { filterRobots: input.filter_robots !== 0 }),
    ...(input.favorite === undefined ? {} : { favorite: input.favorite }),
    ...(input.tag_modules === undefined
      ? {}
      : { tagModules: chosenModules(input.tag_modules, kept?.tagModules ?? {}) }),
    ...maskingOf(input.masking, kept, faults),
    ...consentOf(input.consent, kept),
    ...ownVisitsOf(input.own_visits, kept, faults),
  };
  const [first, ...rest] = faults;
  return first === undefined ? { ok: true, settings } : { ok: false, items: [first, ...rest] };
}
