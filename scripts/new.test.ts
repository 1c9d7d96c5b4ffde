/** `npm run new` in a copy of the tree: what it writes is whole, listed, and passes checks and tests. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addImport, addToList } from './lib/lists.mjs';
import { planNew } from './lib/new-thing.mjs';
import { ROOT } from './lib/places.mjs';
import { writeWhole } from './lib/write-whole.mjs';
import { KINDS } from './new/kinds.mjs';

const LEFT_OUT = new Set(['node_modules', 'dist', '.git', '.data', 'data']);
let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'goalpost-new-'));
  cpSync(ROOT, copy, { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) });
  // The packages of the copy know each other, and what was installed.
  for (const name of readdirSync(join(ROOT, 'node_modules')))
    if (name !== '@goalpost') link(`node_modules/${name}`, join(ROOT, 'node_modules', name));
  for (const name of readdirSync(join(ROOT, 'packages'))) {
    link(`node_modules/@goalpost/${name}`, join(copy, 'packages', name));
    const own = join(ROOT, 'packages', name, 'node_modules');
    if (existsSync(own)) link(`packages/${name}/node_modules`, own);
  }
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function link(path: string, target: string): void {
  mkdirSync(join(copy, path, '..'), { recursive: true });
  symlinkSync(target, join(copy, path));
}

function runs(program: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: copy, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}
const ran = (program: string, ...args: readonly string[]) => runs(process.execPath, program, ...args);
const make = (...words: readonly string[]) => ran('scripts/new.mjs', ...words);

/** A name that no file has, for each kind that can be made. */
const MADE = { step: 'parcel-marks', metric: 'parcels-seen', dimension: 'parcel-size', migration: 'parcels' };

describe('what is made', () => {
  it('passes the checks and its tests, all kinds in one tree', () => {
    const answers = Object.entries(MADE).map(([kind, name]) => make(kind, name));
    expect(answers.filter(({ status }) => status !== 0)).toEqual([]);
    const written = answers.flatMap(({ output }) => [...output.matchAll(/^(?:new|changed) +(\S+)$/gm)]);
    const files = written.map(([, path = '']) => path);
    const tests = files.filter((path) => path.endsWith('.test.ts') && path.includes('parcel'));
    expect(tests).toHaveLength(Object.keys(MADE).length);
    const bin = (name: string) => join('node_modules/.bin', name);
    const checks = {
      format: runs(bin('oxfmt'), '--check', ...files),
      lint: runs(bin('oxlint'), '--quiet', ...files),
      rooms: ran('scripts/check-rooms.mjs'),
      types: runs(bin('tsc'), '-p', 'packages/server'),
      tests: ran('node_modules/vitest/vitest.mjs', 'run', '--project=unit', ...tests),
    };
    for (const [name, { status, output }] of Object.entries(checks))
      expect(status, `${name}\n${output}`).toBe(0);
    // A second time, each name is taken.
    for (const [kind, name] of Object.entries(MADE)) {
      const { status, output } = make(kind, name);
      expect([status, output]).toEqual([1, expect.stringMatching(/already.*\.\n$/)]);
    }
  });
});

describe('what is refused', () => {
  const NO_NAMES = [
    'Parcel',
    '../parcel',
    'parcel_marks',
    'parcel--marks',
    '-x',
    '4x',
    'p.ts',
    'ä',
    'x'.repeat(41),
    'test-x',
  ];
  it.each([
    [[], 'What is to be made?'],
    [['parcel', 'marks'], '"parcel" is no kind of thing'],
    [['step'], 'The name is missing'],
    [['step', ''], 'The name is missing'],
    [['step', 'two', 'words'], 'One name at a time'],
    [['step', 'delete'], 'is a word of the language'],
    [['step', 'calm'], 'is an image'],
    [['step', 'device'], 'There is a step of the name "device" already'],
    [['step', 'state'], 'has something called "state" already'],
    [['metric', 'page-depth'], 'has "pageDepth" already'],
    [['dimension', 'is-robot'], 'has "isRobot" already'],
    [['migration', 'chat'], 'There is a migration of the name "chat" already'],
    [['vendor', 'parcel'], 'The room packages/server/src/vendors does not exist yet'],
    [['importer', 'parcel'], 'The room packages/server/src/transfer does not exist yet'],
    ...NO_NAMES.map((name) => [['step', name], 'is no name'] as const),
  ] as const)('%j: one sentence', (words, sentence) => {
    const plan = planNew(ROOT, KINDS, words);
    expect(plan).toEqual({ refused: expect.stringContaining(sentence) });
    expect('refused' in plan && /^[^\n]+\.$/.test(plan.refused)).toBe(true);
  });

  it('a list that is not where it was', () => {
    expect(addToList('const LIST = [', 'x')('const OTHER = [];\n', 'a.ts')).toEqual({
      refused: 'a.ts has no list that begins "const LIST = [".',
    });
    expect(addToList('const LIST = [', 'x', { before: 'rows' })('const LIST = [rows, end];', 'a.ts')).toEqual(
      {
        refused: 'the list in a.ts does not end with "rows".',
      },
    );
    expect(addImport('x', './x.ts')('const a = 1;\n', 'a.ts')).toEqual({
      refused: 'a.ts has no imports to add one to.',
    });
  });
});

it('a fault while files are put in their places leaves everything as it was', () => {
  const folder = mkdtempSync(join(tmpdir(), 'goalpost-whole-'));
  writeWhole(folder, { 'list.ts': 'before' });
  mkdirSync(join(folder, 'taken.ts'));
  const texts = { 'new/thing.ts': 'new', 'list.ts': 'after', 'taken.ts': 'a folder is here' };
  expect(() => writeWhole(folder, texts)).toThrow();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  expect(files.map(({ name }) => name)).toEqual(['list.ts']);
  expect(readFileSync(join(folder, 'list.ts'), 'utf8')).toBe('before');
  rmSync(folder, { recursive: true });
});
