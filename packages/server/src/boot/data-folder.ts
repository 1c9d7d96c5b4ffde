/** The data folder: made if missing, checked to be writable, and held by one server at a time. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CannotStart } from './cannot-start.ts';

export interface HeldFolder {
  release(): void;
}

/** @throws CannotStart */
export function holdDataFolder(folder: string): HeldFolder {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const probe = join(folder, '.write-probe');
    writeFileSync(probe, 'can this folder be written to?\n', { flush: true });
    rmSync(probe);
  } catch (error) {
    throw new CannotStart(`${cause(error, folder)} Choose another folder with GOALPOST_DATA.`);
  }
  return lock(folder);
}

function cause(error: unknown, folder: string): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return `The data folder ${folder} cannot be written to: permission denied.`;
    case 'EROFS':
      return `The data folder ${folder} cannot be written to: it is on a read-only file system.`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `The data folder ${folder} cannot be written to: the disk is full.`;
    case 'EEXIST':
    case 'ENOTDIR':
      return `The data folder ${folder} is not a folder.`;
    default:
      return `The data folder ${folder} cannot be used: ${message}.`;
  }
}

/**
 * Held by SQLite's lock on an empty database: the system lets go of it when the process ends in whatever way,
 * so there are no stale locks to guess about.
 */
function lock(folder: string): HeldFolder {
  const database = new DatabaseSync(join(folder, 'lock'), { timeout: 0 });
  const pidFile = join(folder, 'goalpost.pid');
  try {
    database.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if ((error as { errstr?: string }).errstr !== 'database is locked') throw error;
    throw new CannotStart(
      `Another Goalpost is running on the data folder ${folder}${holder(pidFile)}. ` +
        'Stop it first, or choose another folder with GOALPOST_DATA.',
    );
  }
  writeFileSync(pidFile, `${process.pid}\n`);
  return {
    release: () => {
      rmSync(pidFile, { force: true });
      database.close();
    },
  };
}

function holder(pidFile: string): string {
  try {
    return ` (process ${readFileSync(pidFile, 'utf8').trim()})`;
  } catch {
    // It has just begun or just ended.
    return '';
  }
}
