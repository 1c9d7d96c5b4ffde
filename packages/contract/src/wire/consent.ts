/** What a visitor must agree to before a tag counts: modes, and whom the tag asks. Rules: docs/spec/privacy.md. */

import type { TagModule } from './tag-modules.ts';

/** `cookies`: as always; `cookieless`: nothing is kept in the browser; `ask`: nothing at all before consent. */
export const CONSENT_MODES = ['cookies', 'cookieless', 'ask'] as const;
export type ConsentMode = (typeof CONSENT_MODES)[number];

/** Who tells the tag of an answer, beside the page's own call. Each is a module of the tag, `consent_<name>`. */
export const CONSENT_SOURCES = [
  'tcf',
  'google',
  'cookiebot',
  'onetrust',
  'cookieyes',
  'usercentrics',
  'complianz',
  'osano',
] as const;
export type ConsentSource = (typeof CONSENT_SOURCES)[number];

export interface ConsentSettings {
  readonly mode: ConsentMode;
  /** ISO 3166-1 alpha-2, in which the mode holds; elsewhere it is `cookies`. None: everywhere. */
  readonly countries: readonly string[];
  /** Whether these signals of a browser count as a refusal. */
  readonly dnt: boolean;
  readonly gpc: boolean;
  readonly sources: readonly ConsentSource[];
}

export const CONSENT_DEFAULTS: ConsentSettings = {
  mode: 'cookies',
  countries: [],
  dnt: false,
  gpc: false,
  sources: [],
};

/** Where the country is not known, the mode holds. */
export function consentModeIn({ mode, countries }: ConsentSettings, country: string): ConsentMode {
  return countries.length === 0 || country === '' || countries.includes(country) ? mode : 'cookies';
}

/** What the tag needs for them. */
export function consentModules(settings: ConsentSettings, country: string): TagModule[] {
  const mode = consentModeIn(settings, country);
  if (mode === 'ask') return ['consent', ...settings.sources.map((name) => `consent_${name}` as const)];
  const signals = [
    ...(settings.dnt ? (['consent_dnt'] as const) : []),
    ...(settings.gpc ? (['consent_gpc'] as const) : []),
  ];
  return [
    ...(mode === 'cookieless' ? (['cookieless'] as const) : []),
    ...(signals.length > 0 ? (['consent', ...signals, 'consent_unless'] as const) : []),
  ];
}

/** Of one script for several counters: where one asks, silence is a yes to none. */
export function modulesTogether(each: readonly (readonly TagModule[])[]): TagModule[] {
  const asks = each.some((one) => one.includes('consent') && !one.includes('consent_unless'));
  return [...new Set(each.flat())].filter((name) => !asks || name !== 'consent_unless').toSorted();
}
