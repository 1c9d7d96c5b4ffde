import { expect, it } from 'vitest';
import { CONSENT_DEFAULTS, consentModeIn, consentModules, modulesTogether } from './consent.ts';

const ask = { ...CONSENT_DEFAULTS, mode: 'ask', countries: ['DE'], sources: ['tcf'] } as const;

it.each([
  ['DE', 'ask'],
  ['', 'ask'],
  ['US', 'cookies'],
])('[P21] the mode holds in its countries, and where none is known: %j', (country, mode) => {
  expect(consentModeIn(ask, country)).toBe(mode);
  expect(consentModeIn({ ...ask, countries: [] }, country)).toBe('ask');
});

it('[P20] brings modules for what is chosen alone [P22], [P23], [P24]', () => {
  expect(consentModules(CONSENT_DEFAULTS, 'DE')).toEqual([]);
  expect(consentModules(ask, 'DE')).toEqual(['consent', 'consent_tcf']);
  expect(consentModules({ ...ask, gpc: true }, 'US')).toEqual(['consent', 'consent_gpc', 'consent_unless']);
  expect(consentModules({ ...CONSENT_DEFAULTS, mode: 'cookieless' }, '')).toEqual(['cookieless']);
});

it('[P20] a script for several counters asks for all of them if one asks', () => {
  const asking = consentModules(ask, 'DE');
  const heeding = consentModules({ ...CONSENT_DEFAULTS, gpc: true }, 'DE');
  expect(modulesTogether([heeding, asking, ['links']])).toEqual([
    'consent',
    'consent_gpc',
    'consent_tcf',
    'links',
  ]);
  expect(modulesTogether([heeding, heeding])).toEqual(['consent', 'consent_gpc', 'consent_unless']);
  expect(modulesTogether([['links'], []])).toEqual(['links']);
});
