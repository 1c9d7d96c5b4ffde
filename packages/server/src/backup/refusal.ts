/** Why a backup or a restore does not go on, in one sentence for the operator; printed without a stack. */
import { OlapTimeout, OlapUnavailable } from '../kit/olap.ts';
import { RecordsUnavailable } from '../kit/records.ts';

export class BackupRefused extends Error {}

/** What stores say of themselves: their messages are sentences. */
const OF_STORES = [OlapUnavailable, OlapTimeout, RecordsUnavailable] as const;

/** What the system or a store refuses, as a sentence; everything else is a bug and is thrown as it is [K12]. */
export function refusedBy(error: unknown, what: string): Error {
  if (error instanceof BackupRefused) return error;
  for (let one = error; one instanceof Error; one = one.cause)
    if (OF_STORES.some((kind) => one instanceof kind)) return new BackupRefused(`${what}: ${one.message}`);
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return error as Error;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new BackupRefused(`${what}: the disk is full.`);
  // Of many files, one may be another user's.
  if (code === 'EACCES' || code === 'EPERM')
    return new BackupRefused(`${what}: permission denied${path === undefined ? '' : ` for ${path}`}.`);
  if (code === 'EROFS') return new BackupRefused(`${what}: the file system is read-only.`);
  return new BackupRefused(`${what}: ${code} at ${syscall}.`);
}
