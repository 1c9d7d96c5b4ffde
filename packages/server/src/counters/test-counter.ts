/** For tests: a counter with everything ordinary but what the test is about. */
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
    status: 'Active',
    createdAt: 0,
    revision: 1,
    ...changes,
  };
}
