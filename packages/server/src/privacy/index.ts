/** People's data: finding, exporting and erasing all that is kept of one person. */
export { peopleEndpoints } from './endpoints.ts';
export { createScrubbing, type Scrubbing } from './scrubbing.ts';
export { createErasing, type Erasing } from './erasing.ts';
export { mentionsOf } from './mentions.ts';
export type * from './port.ts';
export { recordEndpoints } from './record/endpoint.ts';
export { type ServerFacts } from './record/record.ts';
export { auditOf } from './retention/audit-line.ts';
export { dataRetentionEndpoints } from './retention/endpoints.ts';
export type { ClockMemory } from './retention/clock-trust.ts';
export { createKeeping, PURGE_DAYS, type Keeping } from './retention/keeping.ts';
export { createKeptSums } from './retention/kept-sums.ts';
export { NO_PERIODS } from './retention/periods.ts';
export type * from './retention/port.ts';
