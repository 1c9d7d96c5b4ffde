/** Counters: the sites in the system, their settings and their goals. */
export { hostsOf } from './config.ts';
export type { CounterRecord, CounterSettings } from './counter.ts';
export { linkToSite } from './site.ts';
export { createOwnBrowsers, type OwnBrowsers } from './own-visits/browsers.ts';
export { createOwnVisitLinks, type OwnVisitLinks } from './own-visits/links.ts';
export { createDirectory, type Directory } from './directory.ts';
export { counterEndpoints } from './endpoints.ts';
export { createRateFetcher, type RateFetcher } from './rates/source/fetcher.ts';
export { createRatedCounters } from './rates/source/fetched-table.ts';
export { rateSourceEndpoints } from './rates/source/endpoints.ts';
export type { RateSourceRecord, RateSourceStore } from './rates/source/port.ts';
export type { ConfigPublisher, CounterStore } from './port.ts';
export { createPublisher, type Publisher } from './publisher.ts';
export { createAutomaticGoals } from './goals/automatic-goals.ts';
export { goalEndpoints } from './goals/endpoints.ts';
export { createGoalManagement, type GoalManagementDeps } from './goals/management.ts';
export type { GoalRefusal, GoalStore, NewAutomaticGoal } from './goals/port.ts';
export type { UploadedReach, UploadedReaches } from './goals/uploaded-reaches.ts';
