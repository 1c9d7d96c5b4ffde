/** The management API: counters, access to them, and what its refusals look like. */
export * from './access.ts';
export * from './admin-pages.ts';
export * from './audit.ts';
export * from './boards.ts';
export * from './uploads/conversions.ts';
export * from './uploads/costs.ts';
export * from './counters.ts';
export * from './errors.ts';
export * from './people.ts';
export * from './retention.ts';
export * from './policy-reports.ts';
export * from './record.ts';
export * from './roles.ts';
export * from './saved-paths.ts';
export * from './segments.ts';
export * from './shares.ts';
