/** Takes visitors out of everything that collection keeps [P12]. */
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../kit/clock.ts';
import { decodeHit } from '../decode/hit.ts';
import type { HitRecord } from '../journal-record.ts';
import { syncFolder } from '../journal/file-system.ts';
import type { Journal } from '../journal/journal.ts';
import { listSegments } from '../journal/segment-files.ts';
import type { HitRow } from '../rows.ts';
import { checkpointStore } from './checkpoint.ts';

export interface Forgotten {
  /** Rows of segments up to this one are those of the past. */
  readonly segment: number;
  /** Hits and rows that had been set aside. */
  readonly setAside: number;
}

export interface ForgettingDeps {
  readonly dir: string;
  readonly clock: Clock;
  readonly journal: Pick<Journal, 'append' | 'roll'>;
  settled(segment: number): Promise<void>;
}

/**
 * Resolves when neither the open visits, nor the journal, nor a checkpoint, nor hits that were set aside hold them.
 * @throws where a part of it cannot be done now; the same call may work later
 */
export async function forgetVisitors(
  { dir, clock, journal, settled }: ForgettingDeps,
  counterId: number,
  visitors: readonly string[] | 'everyone',
): Promise<Forgotten> {
  const write = async (named: readonly string[]): Promise<number> => {
    await journal.append({ k: 'f', t: clock.now(), c: counterId, visitors: named });
    const segment = await journal.roll();
    await settled(segment);
    return segment;
  };
  // The counter itself is gone then, and its open visits go with the day [P19].
  const segment = await write(visitors === 'everyone' ? [] : visitors);
  // Of two checkpoints the older one stays, with the journal after it: the second one lets the names go, too.
  await write([]);
  const left = [
    ...(await listSegments(dir)).filter((number) => number <= segment),
    ...(await checkpointStore(dir).list()).filter((number) => number < segment),
  ];
  if (left.length > 0) throw new Error('what the journal held before cannot be removed yet');
  const gone = visitors === 'everyone' ? visitors : new Set(visitors);
  return { segment, setAside: await forgetSetAside(dir, counterId, gone) };
}

/** Hits that could not be processed, and rows that the store could not read. */
const SET_ASIDE = /^set-aside-.+\.jsonl$/;

type Gone = ReadonlySet<string> | 'everyone';

async function forgetSetAside(dir: string, counterId: number, visitors: Gone): Promise<number> {
  let gone = 0;
  for (const name of await readdir(dir)) {
    if (SET_ASIDE.test(name)) gone += await forgetLines(join(dir, name), counterId, visitors);
  }
  if (gone > 0) await syncFolder(dir);
  return gone;
}

/** Lines that cannot be read stay: they name no visitor that could be told. */
async function forgetLines(path: string, counterId: number, visitors: Gone): Promise<number> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '');
  const kept = lines.filter((line) => !isOf(line, counterId, visitors));
  if (kept.length === lines.length) return 0;
  await writeFile(`${path}.new`, kept.map((line) => `${line}\n`).join(''), { mode: 0o600, flush: true });
  await rename(`${path}.new`, path);
  return lines.length - kept.length;
}

type Line = { readonly record?: HitRecord } & Partial<Pick<HitRow, 'counter_id' | 'visitor_id'>>;

function isOf(line: string, counterId: number, visitors: Gone): boolean {
  try {
    const { record, counter_id: counter, visitor_id: visitor } = JSON.parse(line) as Line;
    if ((record?.k === 'h' ? record.c : counter) !== counterId) return false;
    if (visitors === 'everyone') return true;
    if (record?.k === 'h') return visitors.has(decodeHit(record).visitor);
    return visitor !== undefined && visitors.has(String(visitor));
  } catch {
    return false;
  }
}
