/** Why a backup or a restore does not go on, in one sentence for the operator; printed without a stack. */
export class BackupRefused extends Error {}

/** What the system refuses, as a sentence; everything else is a bug and is thrown as it is. */
export function refusedBy(error: unknown, what: string): Error {
  if (error instanceof BackupRefused) return error;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return error as Error;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new BackupRefused(`${what}: the disk is full.`);
  if (code === 'EACCES' || code === 'EPERM') return new BackupRefused(`${what}: permission denied.`);
  if (code === 'EROFS') return new BackupRefused(`${what}: the file system is read-only.`);
  return new BackupRefused(`${what}: ${code} at ${syscall}.`);
}
