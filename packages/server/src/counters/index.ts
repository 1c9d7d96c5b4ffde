/** Counters: the sites in the system and their settings. */
export type { CounterRecord, CounterSettings } from './counter.ts';
export type { CounterStore } from './port.ts';
