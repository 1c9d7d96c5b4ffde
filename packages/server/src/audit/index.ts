/** The audit log. */
export { AUDIT_BOUNDS, createAudit, type Audit, type SignInEvent } from './audit.ts';
export { subjectOf, type Change } from './describe.ts';
export { auditEndpoints, type AuditEndpointDeps } from './endpoints.ts';
export type { AuditReader, AuditRecord, AuditStore, StoredAudit } from './port.ts';
