/** The audit log as a file: CSV or JSON lines, in the words of the API [A63]. */
import type { AuditEntry } from '@goalpost/contract/management';
import { csv } from '../kit/files/csv.ts';

const COLUMNS = [
  'id',
  'at',
  'login',
  'address',
  'subject',
  'verb',
  'counter_id',
  'target',
  'details',
] as const;

/** Moments are written out, for people and for other programs alike. */
const written = (entry: AuditEntry) => ({ ...entry, at: new Date(entry.at).toISOString() });

export const auditCsv = (entries: readonly AuditEntry[]): string =>
  csv([[...COLUMNS], ...entries.map(written).map((entry) => COLUMNS.map((name) => entry[name]))]);

export const auditLines = (entries: readonly AuditEntry[]): string =>
  entries.map((entry) => `${JSON.stringify(written(entry))}\n`).join('');
