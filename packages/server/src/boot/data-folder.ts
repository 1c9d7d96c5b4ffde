/** The data folder: made if missing, checked to be writable, and held by one server at a time. */
import { chmodSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { makeWaySync } from '../kit/files/plain-file.ts';
import { CannotStart } from './cannot-start.ts';

const PID_FILE = 'goalpost.pid';
const PID = /^\d{1,10}$/;
const RETRY_MS = 100;

/** SQLite's result codes. */
const BUSY = 5;
const MALFORMED = 11;
const NO_DATABASE = 26;

export interface HeldFolder {
  release(): void;
}

/**
 * @param patienceMs how long to wait for another server that is just ending
 * @throws CannotStart
 */
export async function holdDataFolder(folder: string, patienceMs = 0): Promise<HeldFolder> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const probe = join(folder, '.write-probe');
    writeFileSync(probe, 'can this folder be written to?\n', { flush: true });
    rmSync(probe);
  } catch (error) {
    throw new CannotStart(`${cause(error, folder)} Choose another folder with GOALPOST_DATA.`);
  }
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const held = lock(folder);
    if (held) return held;
    if (performance.now() >= deadline) throw new CannotStart(inUse(folder));
    await pause(RETRY_MS);
  }
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
function lock(folder: string): HeldFolder | null {
  const lockFile = join(folder, 'lock');
  const pidFile = join(folder, PID_FILE);
  const database = lockedFile(lockFile);
  if (database === null) return null;
  try {
    // A user who could read the lock could also hold it.
    chmodSync(lockFile, 0o600);
    makeWaySync(pidFile);
    writeFileSync(pidFile, `${process.pid}\n`, { mode: 0o600 });
  } catch (error) {
    database.close();
    throw unusable(pidFile, error);
  }
  return {
    release: () => {
      rmSync(pidFile, { force: true });
      database.close();
    },
  };
}

/** Holds a lock file until the database is closed or the process ends. Null: another holds it. @throws CannotStart */
export function lockedFile(lockFile: string): DatabaseSync | null {
  let database: DatabaseSync | null = null;
  try {
    makeWaySync(lockFile);
    database = new DatabaseSync(lockFile, { timeout: 0 });
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database?.close();
    const { errcode } = error as { errcode?: number };
    if (errcode === BUSY) return null;
    if (errcode !== NO_DATABASE && errcode !== MALFORMED) throw unusable(lockFile, error);
  }
  // SQLite asks for the lock before it reads, so it is free, and what is in the file is no one's. It stays
  // the same file, so that two who start at once still meet on it.
  truncateSync(lockFile, 0);
  return lockedFile(lockFile);
}

function unusable(file: string, error: unknown): CannotStart {
  return new CannotStart(
    `The file ${file} cannot be used: ${(error as Error).message}. It holds nothing of worth: remove it.`,
  );
}

function inUse(folder: string): string {
  const advice = 'Stop it first, or choose another folder with GOALPOST_DATA.';
  return `Another Goalpost is running on the data folder ${folder}${holder(join(folder, PID_FILE))}. ${advice}`;
}

function holder(pidFile: string): string {
  try {
    const pid = readFileSync(pidFile, 'utf8').trim();
    return PID.test(pid) ? ` (process ${pid})` : '';
  } catch {
    // It has just begun or just ended.
    return '';
  }
}
