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
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addImport, addRow, addStop, addToList, addToPicture } from './lib/lists.mjs';
import { planNew } from './lib/new-thing.mjs';
import { ROOT } from './lib/places.mjs';
import { registryNames } from './lib/registry-names.mjs';
import { writeWhole } from './lib/write-whole.mjs';
import { KINDS } from './new/kinds.mjs';
import { GOAL_DESCRIPTORS } from '../packages/contract/src/goals/types/index.ts';
import { REPORTS } from '../packages/contract/src/reports/catalogue.ts';
import { VENDORS } from '../packages/contract/src/vendors/index.ts';
import { STEPS } from '../packages/server/src/collect/pipeline.ts';
import { CATALOGUE } from '../packages/server/src/goals/catalogue.ts';
import { DIMENSIONS, METRICS } from '../packages/server/src/query/registry.ts';

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
const MADE = {
  step: 'parcel-marks',
  metric: 'parcels-seen',
  dimension: 'parcel-size',
  migration: 'parcels',
  report: 'parcel-sizes',
  'goal-type': 'parcel-link',
  'automatic-goal': 'parcel-sent',
  'node-role': 'parcel-post',
  upload: 'parcel-returns',
  vendor: 'parcel-talk',
};

const CAN_BE_MADE = KINDS.map(({ id }) => id).toSorted();
/** Tests that hold all things of a kind, the new ones among them. */
const HOLD = [
  'packages/server/src/query/registry.test.ts',
  'packages/server/src/query/sql.test.ts',
  'packages/server/src/goals/registry.test.ts',
  'packages/server/src/goals/automatic-entry.test.ts',
  'packages/admin/src/i18n',
];

describe('what is made, all kinds in one tree', () => {
  let files: string[];
  let tests: string[];
  beforeAll(() => {
    const answers = Object.entries(MADE).map(([kind, name]) => make(kind, name));
    expect(answers.filter(({ status }) => status !== 0)).toEqual([]);
    const written = answers.flatMap(({ output }) => [...output.matchAll(/^(?:new|changed) +(\S+)$/gm)]);
    files = written.map(([, path = '']) => path);
    tests = files.filter((path) => path.endsWith('.test.ts') && path.includes('parcel'));
  });

  it('has a test of each kind', () => {
    expect(Object.keys(MADE).toSorted()).toEqual(CAN_BE_MADE);
    expect(tests).toHaveLength(CAN_BE_MADE.length);
  });

  const bin = (name: string) => join('node_modules/.bin', name);
  it.each<[string, () => ReturnType<typeof runs>]>([
    ['format', () => runs(bin('oxfmt'), '--check', ...files.filter((path) => !path.endsWith('.sql')))],
    ['lint', () => runs(bin('oxlint'), '--quiet', ...files.filter((path) => path.endsWith('.ts')))],
    ['rooms', () => ran('scripts/check-rooms.mjs')],
    ['documents', () => ran('scripts/check-documents.mjs')],
    ['goal types', () => ran('scripts/check-goal-types.mjs')],
    ['types of the server', () => runs(bin('tsc'), '-p', 'packages/server')],
    ['types of the admin', () => runs(bin('tsc'), '-p', 'packages/admin')],
    ['tests', () => ran('node_modules/vitest/vitest.mjs', 'run', '--project=unit', ...tests, ...HOLD)],
  ])('passes: %s', (_, check) => {
    const { status, output } = check();
    expect(status, output).toBe(0);
  });

  it.each(Object.entries(MADE))('is refused a second time: %s %s', (kind, name) => {
    const { status, output } = make(kind, name);
    expect([status, output]).toEqual([1, expect.stringMatching(/already.*\.\n$/)]);
  });
});

describe('what is refused', () => {
  const NO_NAMES = ['Parcel', '../parcel', 'parcel_marks', 'parcel--marks', '-x', '4x', 'p.ts', 'ä'];
  it.each([
    [[], 'What is to be made?'],
    [['parcel', 'marks'], '"parcel" is no kind of thing'],
    [['step'], 'The name is missing'],
    [['step', ''], 'The name is missing'],
    [['step', 'two', 'words'], 'One name at a time'],
    [['step', 'delete'], 'is a word of the language'],
    [['step', 'calm'], 'is an image'],
    ...KINDS.map(({ id }) => [[id, 'constructor'], 'is a name that every object has'] as const),
    [['step', 'device'], 'There is a step of the name "device" already'],
    [['step', 'state'], 'has something called "state" already'],
    [['metric', 'page-depth'], 'There is a metric of the name "page-depth" already'],
    [['dimension', 'is-robot'], 'There is a dimension of the name "is-robot" already'],
    [['migration', 'chat'], 'There is a migration of the name "chat" already'],
    [['importer', 'parcel'], '"importer" is no kind of thing'],
    [['upload', 'calls'], 'There is an upload of the name "calls" already'],
    [['node-role', 'collector'], 'has something called "collector" already'],
    [['node-role', 'mail'], 'There is a node-role of the name "mail" already'],
    [['report', 'tech-devices'], 'There is a report of the name "tech-devices" already'],
    [['report', 'screens'], 'has something called "screens" already'],
    [['goal-type', 'url'], 'There is a goal-type of the name "url" already'],
    [['automatic-goal', 'entry'], 'There is an automatic-goal of the name "entry" already'],
    ...NO_NAMES.map((name) => [['step', name], 'is no name'] as const),
    [['step', 'x'.repeat(41)], 'has at most 40 letters, and this one 41'],
    [['step', 'test-x'], 'do not begin with "test-"'],
    [['goal-type', 'index'], '"index" is the file that lists'],
    [['metric', 'global-this'], '"global-this" is a word of the language'],
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
    expect(addRow('## Types', '| x |')('## Other\n\n| a |\n', 'a.md')).toEqual({
      refused: 'a.md has no table under "## Types".',
    });
    expect(addStop('A hit', '`b.ts`: b', 'c.ts')('## A hit\n\n1. `a.ts`: a\n', 'a.md')).toEqual({
      refused: 'a.md has no road "A hit" by c.ts.',
    });
    expect(addToPicture('pipeline', 'x', 'rows')('  pipeline  decode\n', 'a.md')).toEqual({
      refused: 'a.md has no picture whose line "pipeline" ends with "rows".',
    });
    expect(addImport('x', './x.ts')('const a = 1;\n', 'a.ts')).toEqual({
      refused: 'a.ts has no imports to add one to.',
    });
  });
});

/** `pageDepth`, `page_depth` → `page-depth` */
const hyphened = (id: string) =>
  id
    .replaceAll('_', '-')
    .replaceAll(/[a-z0-9](?=[A-Z])/g, '$&-')
    .toLowerCase();
const idsOf = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id);

const known = registryNames(ROOT);
it.each([
  ['automatic-goal', idsOf(CATALOGUE).filter((id) => hyphened(id) === id)],
  ['goal-type', idsOf(GOAL_DESCRIPTORS).map(hyphened)],
  ['report', idsOf(REPORTS).map(hyphened)],
  ['vendor', idsOf(VENDORS)],
  ['step', STEPS.map(({ name }) => hyphened(name))],
  [
    'metric',
    idsOf(METRICS)
      .filter((id) => /^\w+$/.test(id))
      .map(hyphened),
  ],
  [
    'dimension',
    idsOf(DIMENSIONS)
      .filter((id) => /^\w+$/.test(id))
      .map(hyphened),
  ],
])('what is there already is refused by its name: %s', (kind, names) => {
  expect(names.length).toBeGreaterThan(5);
  const planned = names.map((name) => [name, planNew(ROOT, KINDS, [kind, name], () => known)] as const);
  expect(planned.filter(([, plan]) => !('refused' in plan)).map(([name]) => name)).toEqual([]);
});

it('a report whose SQL cannot be written leaves everything as it was', () => {
  const test = join(copy, 'packages/server/src/query/sql.test.ts');
  const before = readFileSync(test);
  rmSync(test);
  const { status, output } = make('report', 'lost-parcels');
  expect([status, output]).toEqual([1, expect.stringMatching(/^Nothing was written: /)]);
  const left = readdirSync(copy, { recursive: true, encoding: 'utf8' });
  expect(left.filter((path) => path.includes('lost-parcels') || path.includes('lost_parcels'))).toEqual([]);
  expect(readFileSync(join(copy, 'packages/contract/src/reports/catalogue.ts'), 'utf8')).not.toContain(
    'lostParcels',
  );
  writeFileSync(test, before);
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
