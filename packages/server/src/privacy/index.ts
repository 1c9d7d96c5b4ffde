/** People's data: finding, exporting and erasing all that is kept of one person. */
export { peopleEndpoints, type PeopleEndpointDeps } from './endpoints.ts';
export { createErasing, type Erasing, type ErasingDeps } from './erasing.ts';
export { mentionsOf } from './mentions.ts';
export type * from './port.ts';
export { recordEndpoints, type RecordDeps } from './record/endpoint.ts';
export { recordOf, type CounterFacts, type ServerFacts } from './record/record.ts';
export { auditOf } from './retention/audit-line.ts';
export { dataRetentionEndpoints, type RetentionEndpointDeps } from './retention/endpoints.ts';
export type { ClockMemory, ClockSeen } from './retention/clock-trust.ts';
export { createKeeping, PURGE_DAYS, type Keeping, type KeepingDeps } from './retention/keeping.ts';
export { NO_PERIODS } from './retention/periods.ts';
export type * from './retention/port.ts';
