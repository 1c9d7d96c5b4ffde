import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLastStall } from './last-stall.ts';
import { clearNote, notePath, readNote, type StallNote, writeNote } from './note.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'goalpost-note-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const note: StallNote = {
  at: 0,
  thread: 'main',
  cpuMs: 10_012,
  underWay: { kind: 'record', segment: 5, place: 3 },
  where: ['knownHost collect/sources/known-hosts.ts:55'],
};
const silent = pino({ level: 'silent' });

describe('[W18] the note of the watchdog', () => {
  it('is read once, and takes no more room on a full disk', () => {
    clearNote(folder);
    const before = readFileSync(notePath(folder)).length;
    writeNote(folder, note);
    expect(readNote(folder)).toEqual(note);
    expect(readFileSync(notePath(folder)).length).toBe(before);
    const { record, clear } = readLastStall(folder, silent);
    expect(record).toEqual({ segment: 5, place: 3, why: expect.stringContaining('10 s of CPU time') });
    clear();
    expect(readLastStall(folder, silent).record).toBeNull();
  });

  it('fits its block, however much is under way', () => {
    clearNote(folder);
    const long = Array.from({ length: 500 }, () => 'x'.repeat(5_000));
    writeNote(folder, { ...note, underWay: { kind: 'work', names: long }, where: long });
    expect(readNote(folder)).toMatchObject({ underWay: { kind: 'work' } });
  });

  it.each([
    '',
    ' ',
    '{',
    'null',
    '[]',
    '{"underWay":{"kind":"record"},"where":[]}',
    '{"underWay":null}',
    '\0'.repeat(50),
  ])('keeps nobody from starting where it is broken: %j', (text) => {
    writeFileSync(notePath(folder), text);
    expect(readLastStall(folder, silent).record).toBeNull();
  });
});
