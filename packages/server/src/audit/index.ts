/** The audit log. */
export { createAudit, type Audit } from './audit.ts';
export { type Change } from './describe.ts';
export { auditEndpoints } from './endpoints.ts';
export type { AuditRecord, AuditStore } from './port.ts';
