/** Counters: the sites in the system, their settings and their goals. */
export { hostsOf } from './config.ts';
export type { CounterRecord, CounterSettings } from './counter.ts';
export { linkToSite } from './site.ts';
export { createOwnBrowsers, type OwnBrowsers } from './own-visits/browsers.ts';
export { createOwnVisitLinks, type OwnVisitLinks } from './own-visits/links.ts';
export { createDirectory, type Directory, type DirectoryStores } from './directory.ts';
export { counterEndpoints, type CounterEndpointDeps } from './endpoints.ts';
export type { ConfigPublisher, CounterStore } from './port.ts';
export { createPublisher, type ConfigJournal, type Publisher } from './publisher.ts';
export { createAutomaticGoals, type AutomaticGoalsDeps } from './goals/automatic-goals.ts';
export { goalEndpoints } from './goals/endpoints.ts';
export { createGoalManagement, type GoalManagementDeps } from './goals/management.ts';
export type { GoalRefusal, GoalStore, NewAutomaticGoal } from './goals/port.ts';
export { toGoal } from './goals/shape.ts';
export type { Uploaded, UploadedReach, UploadedReaches } from './goals/uploaded-reaches.ts';
