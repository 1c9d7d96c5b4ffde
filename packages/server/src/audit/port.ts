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

/** What is left out leaves nothing out. */
export interface AuditFilter {
  /** Part of the e-mail address of who did it, or that was tried; in any case. */
  readonly person?: string | undefined;
  readonly subject?: AuditSubject | undefined;
  readonly counterId?: number | undefined;
  /** Milliseconds since the epoch; entries of that moment are in. */
  readonly since?: number | undefined;
  /** Entries of that moment are out. */
  readonly until?: number | undefined;
}

export interface AuditPage extends AuditFilter {
  /** Only ids below; null: from the latest on. */
  readonly before: number | null;
  readonly limit: number;
}

export interface AuditStore {
  add(record: AuditRecord): Promise<void>;
  /** The latest first. */
  list(reader: AuditReader, page: AuditPage): Promise<StoredAudit[]>;
  /** Forgets the oldest beyond the bounds. */
  trim(bounds: AuditBounds): Promise<void>;
}
