/** Where the audit log is kept. Contract suite: `stores/records/audit/audit-store.contract.ts`. */
import type { AuditSubject, AuditVerb } from '@goalpost/contract/management';

export interface AuditRecord {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Null: the caller was not signed in. */
  readonly accountId: string | null;
  readonly login: string;
  readonly address: string;
  readonly subject: AuditSubject;
  readonly verb: AuditVerb;
  readonly counterId: number | null;
  readonly target: string;
  readonly details: string;
}

export interface StoredAudit extends AuditRecord {
  readonly id: number;
}

export interface AuditBounds {
  /** Failed and refused tries, and requests of callers who were not signed in. */
  readonly failures: number;
  /** All else, which no stranger's tries push out. */
  readonly others: number;
}

/** Which entries an account may see. */
export type AuditReader =
  | 'everything'
  | { readonly accountId: string; readonly login: string; readonly counterIds: readonly number[] };

export interface AuditStore {
  add(record: AuditRecord): Promise<void>;
  /** The latest first. @param before only ids below; null: from the latest on */
  list(reader: AuditReader, before: number | null, limit: number): Promise<StoredAudit[]>;
  /** Forgets the oldest beyond the bounds. */
  trim(bounds: AuditBounds): Promise<void>;
}
