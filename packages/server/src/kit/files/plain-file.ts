/** Reads files of the data folder by which nothing waits or throws, whatever stands in their place [V27]. */
import { randomBytes } from 'node:crypto';
import { constants, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';

/** Of what the disk does not give any more, and of what is no file: a folder, a pipe, a link to itself. */
const UNREADABLE: ReadonlySet<string> = new Set(['EIO', 'ELOOP', 'EISDIR', 'ENXIO', 'EOPNOTSUPP']);

function whyNot(error: unknown): 'missing' | 'unreadable' {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'missing';
  if (UNREADABLE.has(code)) return 'unreadable';
  throw error;
}

/** @throws what the system says where the file may not be read */
export async function readPlainFile(path: string): Promise<Buffer | 'missing' | 'unreadable'> {
  try {
    // Opening a pipe would wait for a process that writes to it.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      return (await file.stat()).isFile() ? await file.readFile() : 'unreadable';
    } finally {
      await file.close();
    }
  } catch (error) {
    return whyNot(error);
  }
}

/** Gives what stands at a path another name, whatever it is. @returns the name */
export async function moveAside(path: string, aside = `${path}.corrupt`): Promise<string> {
  try {
    await rename(path, aside);
    return aside;
  } catch (error) {
    // The name is taken by something that it cannot replace.
    const other = `${aside}.${randomBytes(4).toString('hex')}`;
    await rename(path, other).catch(() => {
      throw error;
    });
    return other;
  }
}

/** As `readPlainFile`, for small files at the start. */
export function readPlainFileSync(path: string): Buffer | 'missing' | 'unreadable' {
  try {
    return statSync(path).isFile() ? readFileSync(path) : 'unreadable';
  } catch (error) {
    return whyNot(error);
  }
}

/** Before a file is written in place: what is no file goes aside. A link to a file that is not there is followed. */
export function makeWaySync(path: string): void {
  if (!canBeWritten(path)) renameSync(path, takenName(path));
}

/** Before something of another kind, such as a socket, is made: a file goes, a folder goes aside. */
export function clearSync(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    renameSync(path, takenName(path));
  }
}

const takenName = (path: string) => `${path}.corrupt.${randomBytes(4).toString('hex')}`;

function canBeWritten(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ELOOP';
  }
}
