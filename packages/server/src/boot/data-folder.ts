/** The data folder: made if missing, checked to be writable, and held by one server at a time. */
import { chmodSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
const FULL = 13;
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
    probe(join(folder, '.write-probe'));
  } catch (error) {
    throw new CannotStart(whyUnwritable(error, folder));
  }
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const held = lock(folder);
    if (held) return held;
    if (performance.now() >= deadline) throw new CannotStart(inUse(folder));
    await pause(RETRY_MS);
  }
}

/** A full disk takes the name of a file and none of its bytes. */
function probe(file: string): void {
  try {
    writeFileSync(file, 'can this folder be written to?\n', { flush: true });
  } finally {
    rmSync(file, { force: true });
  }
}

/** Advises another folder only where no data are left behind by that. */
export function whyUnwritable(error: unknown, folder: string): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const other = 'choose another folder with GOALPOST_DATA';
  const cannot = `The data folder ${folder} cannot be written to`;
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return `${cannot}: permission denied. Give it to the user that runs Goalpost, or ${other}.`;
    case 'EROFS':
      return `${cannot}: it is on a read-only file system. Mount that for writing, or ${other}.`;
    case 'ENOSPC':
    case 'EDQUOT':
      return full(folder);
    case 'EEXIST':
    case 'ENOTDIR':
      return `The data folder ${folder} is not a folder: ${other}.`;
    default:
      return `The data folder ${folder} cannot be used: ${message}. Mend that, or ${other}.`;
  }
}

const full = (folder: string): string =>
  `The data folder ${folder} cannot be written to: the disk is full. Free space on it and start again: ` +
  `nothing in the folder was changed, and what it holds is found in no other one.`;

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
    if (errcode === FULL) throw new CannotStart(full(dirname(lockFile)));
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
