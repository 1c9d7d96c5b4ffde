/** What stands in the data folder in place of a file of ours. Every reader and writer of such files meets it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cutOffBackup, lastBackupAt } from '../src/boot/backup/take.ts';
import { holdDataFolder } from '../src/boot/data-folder.ts';
import { readFolderMark, writeFolderMark } from '../src/boot/known-stores/folder-mark.ts';
import { createClockMemory } from '../src/boot/parts/clock-memory.ts';
import { isDue } from '../src/boot/parts/backups.ts';
import { clearNote, readNote, writeNote } from '../src/boot/watchdog/note.ts';
import { openDailySalt } from '../src/collect/door/daily-salt.ts';
import { openSecret } from '../src/collect/door/visitor.ts';
import { loadHealth, saveHealth } from '../src/collect/health/health-file.ts';
import { NO_HEALTH } from '../src/collect/health/health.ts';
import { appendCheckedLine, readCheckedLines } from '../src/collect/journal/checked-lines.ts';
import { openDamagedFiles } from '../src/collect/journal/damaged-files.ts';
import { listSegments } from '../src/collect/journal/segment-files.ts';
import { checkpointStore } from '../src/collect/run/checkpoint.ts';
import { readOrMakeSecret } from '../src/accounts/secret.ts';
import { UnusableFile } from '../src/kit/files/unusable-file.ts';
import { REMOVE } from './remove.ts';

const root = mkdtempSync(join(tmpdir(), 'goalpost-odd-'));
afterAll(() => rmSync(root, { ...REMOVE, force: false }));

const ODD: Readonly<Record<string, (path: string) => void>> = {
  nothing: () => undefined,
  'an empty file': (path) => writeFileSync(path, ''),
  garbage: (path) => writeFileSync(path, Buffer.from([0, 255, 10, 13, 0x7b, 0xed, 0xa0, 0x80])),
  'an empty folder': (path) => mkdirSync(path),
  'a folder with a file': (path) => {
    mkdirSync(path);
    writeFileSync(join(path, 'x'), 'x');
  },
  'a link to itself': (path) => symlinkSync(path, path),
  'a link to nothing': (path) => symlinkSync(`${path}.not-there`, path),
  'a link to a folder': (path) => symlinkSync(dirname(path), path),
  'a pipe': (path) => void execFileSync('mkfifo', [path]),
};

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const SEGMENT = '0000001796022144';

/** Each reads, writes where the server does, and reads again; resolves to what a start would go on with. */
const FILES: Readonly<Record<string, (dir: string) => unknown>> = {
  'daily-salt': async (dir) => {
    const { of } = await openDailySalt(dir, Date.now(), log);
    expect((await openDailySalt(dir, Date.now(), log)).of(Date.now())).toBe(of(Date.now()));
  },
  'visitor-secret': (dir) => orUnusable(openSecret(dir)),
  secret: (dir) => orUnusable(readOrMakeSecret(join(dir, 'secret'))),
  installation: async (dir) => {
    await readFolderMark(dir);
    await writeFolderMark(dir, { id: 'a', stamp: 1, goal: 2, changes: 3 });
    expect(await readFolderMark(dir)).toEqual({ id: 'a', stamp: 1, goal: 2, changes: 3 });
  },
  'collection-health.json': async (dir) => {
    const path = join(dir, 'collection-health.json');
    await loadHealth(path, await openDamagedFiles(dir, log));
    await saveHealth(path, NO_HEALTH);
    expect(await loadHealth(path, await openDamagedFiles(dir, log))).toEqual(NO_HEALTH);
  },
  'damaged-files.jsonl': async (dir) => {
    const path = join(dir, 'damaged-files.jsonl');
    await readCheckedLines(path);
    await appendCheckedLine(path, 'one');
    expect((await readCheckedLines(path)).lines).toContain('one');
  },
  'stalled.json': (dir) => {
    expect([null, 'damaged']).toContain(readNote(dir));
    clearNote(dir);
    writeNote(dir, { at: 1, thread: 'main', cpuMs: 1, underWay: { kind: 'work', names: [] }, where: [] });
    expect(readNote(dir)).toMatchObject({ thread: 'main' });
  },
  'clock-seen': async (dir) => {
    const memory = createClockMemory(dir);
    await memory.read();
    await memory.write({ at: 5, doubtedSince: null });
    expect(await memory.read()).toEqual({ at: 5, doubtedSince: null });
  },
  lock: async (dir) => (await holdDataFolder(dir)).release(),
  'goalpost.pid': async (dir) => (await holdDataFolder(dir)).release(),
  'backup.last': (dir) => {
    expect(lastBackupAt(dir)).toBeNaN();
    expect(isDue({ dataDir: dir, backup: { everyHours: 1 } as never }, Date.now())).toBe(true);
  },
  'backup.unfinished': (dir) => void cutOffBackup(dir),
  [`${SEGMENT}.journal`]: (dir) => listSegments(dir),
  [`${SEGMENT}.checkpoint`]: async (dir) => {
    for (const segment of await checkpointStore(dir).list())
      await checkpointStore(dir)
        .open(segment)
        .catch(() => undefined);
  },
};

/** What cannot be made again ends the start with a sentence that names the file. */
async function orUnusable(opening: Promise<string>): Promise<void> {
  await opening.catch((error: unknown) => {
    expect(error).toBeInstanceOf(UnusableFile);
    expect((error as Error).message).toContain('Restore it from a backup');
  });
}

let made = 0;
describe.each(Object.entries(FILES))('%s', (name, use) => {
  it.each(Object.keys(ODD))('[V27] neither throws nor waits where there is %s', async (odd) => {
    const dir = join(root, String(made++));
    mkdirSync(dir);
    ODD[odd]?.(join(dir, name));
    await use(dir);
  });
});

it('a backup of a time that is yet to come is none', () => {
  const dir = join(root, 'future');
  mkdirSync(dir);
  const now = Date.UTC(2026, 10, 30);
  const backup = { everyHours: 24 } as never;
  for (const [at, due] of [
    ['2027-11-30T00:00:00.000Z', true],
    ['2026-11-29T23:00:00.000Z', false],
    ['2026-11-28T00:00:00.000Z', true],
  ] as const) {
    writeFileSync(join(dir, 'backup.last'), `${at}\n`);
    expect(isDue({ dataDir: dir, backup }, now)).toBe(due);
  }
});
