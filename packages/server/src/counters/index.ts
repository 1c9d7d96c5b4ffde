/** Counters: the sites in the system and their settings. */
export type { CounterRecord, CounterSettings } from './counter.ts';
export { createDirectory, type Directory, type DirectoryStores } from './directory.ts';
export { counterEndpoints, type CounterEndpointDeps } from './endpoints.ts';
export type { ConfigPublisher, CounterStore } from './port.ts';
