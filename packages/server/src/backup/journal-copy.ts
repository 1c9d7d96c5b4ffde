/**
 * Holds on to the journal while a backup reads the stores. The newest checkpoint and every segment after it get a
 * second name, since the server removes its own.
 */
import { copyFile, link, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { endOfWholeBlocks } from '../collect/index.ts';
import { BackupRefused } from './refusal.ts';

const LOOK_EVERY_MS = 200;
const SEGMENT = /^(\d{16})\.journal$/;
const CHECKPOINT = /^(\d{16})\.checkpoint$/;
/** Not of the state that a start needs: copies of damage, unfinished files, and what a restore writes itself. */
const LEFT_OUT = /(\.corrupt|\.new|^installation)$/;

export interface JournalFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface HeldJournal {
  /** Rows of later segments come from the journal again. */
  readonly checkpoint: number;
  /** The highest segment that is there now, and all that a start needs to read. */
  files(): AsyncIterable<JournalFile>;
  last(): Promise<number>;
  release(): Promise<void>;
}

/** @param staging a folder of its own on the same file system */
export async function holdJournal(folder: string, staging: string): Promise<HeldJournal> {
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true, mode: 0o700 });
  const checkpoint = await holdCheckpoint(folder, staging);
  /** Where the file system has no second names, what grows is copied again. */
  const copied: string[] = [];
  let highest = 0;
  let problem: unknown = null;

  async function look(): Promise<void> {
    const names = await readdir(folder).catch(notThere);
    const found = numbersOf(names, SEGMENT).filter((number) => number > checkpoint && number > highest);
    for (const number of found.toSorted((a, b) => a - b)) {
      if (highest > 0 && number !== highest + 1)
        throw new BackupRefused(
          'The journal went on faster than the backup could follow: start the backup again.',
        );
      for (const name of names.filter((one) => one.startsWith(`${padded(number)}.journal`)))
        if (!(await hold(join(folder, name), join(staging, name)))) copied.push(name);
      highest = number;
    }
    for (const name of copied) await copyGrown(join(folder, name), join(staging, name));
  }

  await look();
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look).catch((error: unknown) => {
      problem ??= error;
    });
  }, LOOK_EVERY_MS);

  async function settled(): Promise<void> {
    await looking;
    await look();
    if (problem !== null) throw problem;
  }

  return {
    checkpoint,
    async last() {
      await settled();
      return Math.max(checkpoint, highest);
    },
    async *files() {
      await settled();
      const last = highest;
      for (const name of await readdir(staging)) {
        const number = Number(SEGMENT.exec(name)?.[1] ?? 0);
        const path = join(staging, name);
        yield { name, bytes: number === last && number > 0 ? await wholeBlocks(path) : await readFile(path) };
      }
      for (const name of await readdir(folder).catch(notThere)) {
        if (/^\d{16}\./.test(name) || LEFT_OUT.test(name)) continue;
        const path = join(folder, name);
        if ((await stat(path)).isFile()) yield { name, bytes: await readFile(path) };
      }
    },
    async release() {
      clearInterval(timer);
      await looking;
      await rm(staging, { recursive: true, force: true });
    },
  };
}

/** @returns its segment; 0: there is none yet */
async function holdCheckpoint(folder: string, staging: string): Promise<number> {
  const names = await readdir(folder).catch(notThere);
  const [newest] = numbersOf(names, CHECKPOINT).toSorted((a, b) => b - a);
  if (newest === undefined) return 0;
  const name = `${padded(newest)}.checkpoint`;
  await hold(join(folder, name), join(staging, name));
  return newest;
}

/** @returns whether it has a second name; else it is a copy */
async function hold(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EXDEV', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'ENOSYS'].includes(code)) throw error;
    await copyFile(from, to);
    return false;
  }
}

async function copyGrown(from: string, to: string): Promise<void> {
  const sizes = await Promise.all([from, to].map((path) => stat(path).catch(() => null)));
  if (sizes[0] && sizes[1] && sizes[0].size !== sizes[1].size) await copyFile(from, to);
}

/** What is being written now may end in the middle of a block, of which nothing was acknowledged yet. */
async function wholeBlocks(path: string): Promise<Buffer> {
  const { size } = await stat(path);
  const end = await endOfWholeBlocks(path);
  const file = await open(path, 'r');
  try {
    const bytes = Buffer.alloc(Math.min(size, end));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const padded = (number: number) => String(number).padStart(16, '0');

function numbersOf(names: readonly string[], pattern: RegExp): number[] {
  return names
    .map((name) => pattern.exec(name)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number);
}

function notThere(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
