/** For tests: a counter with everything ordinary but what the test is about. */
import { CONSENT_DEFAULTS } from '@goalpost/contract/consent';
import { NO_RATES } from '@goalpost/contract/reports/rates';
import { MASKING_DEFAULTS } from '../kit/masking/index.ts';
import { NO_CHOICES } from '../collect/index.ts';
import type { CounterRecord } from './counter.ts';

export function testCounter(changes: Partial<CounterRecord> = {}): CounterRecord {
  return {
    id: 1,
    name: 'Shop',
    ownerId: 'ann',
    site: 'shop.example',
    mirrors: [],
    onlyMirrors: false,
    timeZone: 'UTC',
    currency: 'EUR',
    visitThreshold: 1_800,
    autogoals: true,
    filterRobots: true,
    favorite: false,
    tagModules: {},
    masking: MASKING_DEFAULTS,
    otherChats: NO_CHOICES,
    consent: CONSENT_DEFAULTS,
    ownVisits: { addresses: [], browsers: [] },
    rates: NO_RATES,
    hasUploads: false,
    status: 'Active',
    createdAt: 0,
    revision: 1,
    ...changes,
  };
}
