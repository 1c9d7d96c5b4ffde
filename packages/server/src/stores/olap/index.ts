/** The analytics store: its port, how to open it, its migrations. */
export { type ClickHouseTarget, createOlap } from './clickhouse.ts';
export { engineTarget, openOlap, type OpenOlap } from './open.ts';
export { EngineUnloadable } from './engine/unloadable.ts';
export { createInstallationOlap, type InstallationMark, type InstallationOlap } from './installation.ts';
export { createAnalyticsSink, createAnalyticsSource, isOlapHalfRestored } from './dump.ts';
export { lastHits } from './last-hits.ts';
export { migrateOlap, refuseNewerOlap } from './migrate.ts';
export { createPastReaches } from './reaches.ts';
export { createPersonVisits } from './person.ts';
export { createExpiringHits, createPurgeableHits } from './expiring.ts';
export { createCostRows } from './costs.ts';
export { createUploadedFacts } from './uploads/facts.ts';
export { createPeopleOfUploads } from './uploads/people.ts';
export { createFactSink } from './conversations.ts';
