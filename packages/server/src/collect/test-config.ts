/** For tests: a counter's settings, with everything ordinary but what the test is about. */
import type { CounterConfig } from './state/counter-config.ts';

export const COUNTER = 100_001;
export const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

export function testConfig(changes: Partial<CounterConfig> = {}): CounterConfig {
  return {
    counterId: COUNTER,
    status: 'Active',
    revision: 1,
    hosts: ['shop.example'],
    onlyHosts: false,
    visitTimeout: 1_800,
    autogoals: true,
    filterRobots: true,
    currency: 'RUB',
    goals: [],
    ...changes,
  };
}
