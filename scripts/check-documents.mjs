/** Part of `npm run check`: documents tell the truth about rules, dependencies and paths. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { say } from './lib/console.mjs';
import {
  commandBreaches,
  decisionBreaches,
  dependencyBreaches,
  hiddenSettings,
  kindBreaches,
  linkBreaches,
  listBreaches,
  nameBreaches,
  pathBreaches,
  ruleBreaches,
  settingBreaches,
  unnamedSettings,
  unownedCaches,
} from './lib/documents.mjs';
import { sourceFiles } from './lib/imports.mjs';
import { pictureBreaches } from './lib/pictures.mjs';
import { readRoads, roadBreaches } from './lib/roads.mjs';
import { inRoot } from './lib/places.mjs';
import { isTestFile } from './lib/test-files.mjs';
import { filesIn } from './lib/tree.mjs';
import { KINDS } from './new/kinds.mjs';
import { vendorsDocument } from './lib/vendors-document.mjs';

const read = (path) => readFileSync(inRoot(path), 'utf8');
const exists = (path) => existsSync(inRoot(path));
const isFile = (path) => exists(path) && statSync(inRoot(path)).isFile();
const readJson = (path) => JSON.parse(read(path));
const texts = (paths) => Object.fromEntries(paths.map((path) => [path, read(path)]));

const documents = filesIn('docs').filter((path) => path.endsWith('.md'));
const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...documents];
/** Documents whose paths are the repository's, as they are now. */
const maps = ['CONTRIBUTING.md', 'docs/architecture.md', 'docs/memory.md', 'docs/roads.md'];
const specs = texts(documents.filter((path) => path.startsWith('docs/spec/')));
const tests = texts(['packages', 'e2e', 'scripts'].flatMap((folder) => filesIn(folder)).filter(isTestFile));
const manifests = readdirSync(inRoot('packages'))
  .map((name) => `packages/${name}/package.json`)
  .filter(exists);

const sources = sourceFiles();
const ours = sources.filter(({ path }) => !isTestFile(path));
const roads = readRoads(read('docs/roads.md'));
/** Of docs/roads.md: what a newcomer is promised to be able to follow. */
const PROMISED = [
  'A hit',
  'A goal edit',
  'A report question',
  "A visitor's message",
  "An operator's frame",
  'A letter',
];

/** It is read in one go: whatever makes it longer belongs into the files that it passes. */
const MOST_FILES = { "A visitor's message": 22 };

/** Every program of the repository. */
const programs = ['packages', 'scripts', 'bench', 'bin', 'e2e', 'deploy']
  .flatMap((folder) => filesIn(folder))
  .filter((path) => !path.endsWith('.md'))
  .map(read);
const settings = new Set(programs.flatMap((text) => text.match(/\bGOALPOST_[A-Z0-9_]*[A-Z0-9]\b/g) ?? []));
/** Every word of them. */
const names = new Set(programs.flatMap((text) => text.match(/[A-Za-z_$][\w$]*/g) ?? []));

const breaches = [
  ...(read('docs/vendors.md') === vendorsDocument()
    ? []
    : ['docs/vendors.md is not what the declarations of vendors say: npm run vendors.']),
  ...roadBreaches(roads, new Map(sources.map((file) => [file.path, file]))),
  ...unownedCaches(ours, read('docs/memory.md')),
  ...PROMISED.filter((name) => !roads.some((road) => road.name === name)).map(
    (name) => `docs/roads.md has no road "${name}".`,
  ),
  ...roads
    .filter(({ name, stops }) => stops.length > (MOST_FILES[name] ?? Infinity))
    .map(({ name, stops }) => `docs/roads.md, ${name}: ${stops.length} files; at most ${MOST_FILES[name]}.`),
  ...ruleBreaches(specs, tests),
  ...dependencyBreaches(
    ['package.json', ...manifests].map(readJson),
    readJson('package-lock.json'),
    read('docs/decisions/0002-dependencies.md'),
  ),
  ...maps.flatMap((path) => pathBreaches(path, read(path), exists)),
  ...maps.flatMap((path) => listBreaches(path, read(path), (file) => (isFile(file) ? read(file) : null))),
  ...maps.flatMap((path) => nameBreaches(path, read(path), names)),
  ...pictureBreaches({
    checks: read('packages/server/src/collect/door/checks.ts'),
    pipeline: read('packages/server/src/collect/pipeline.ts'),
    picture: read('docs/architecture.md'),
    road: roads.find(({ name }) => name === 'A hit')?.stops.map(({ path }) => path) ?? [],
  }),
  ...pages.flatMap((path) =>
    commandBreaches(path, read(path), Object.keys(readJson('package.json').scripts)),
  ),
  ...decisionBreaches(documents.filter((path) => path.startsWith('docs/decisions/'))),
  ...pages.flatMap((path) => settingBreaches(path, read(path), settings)),
  ...unnamedSettings(
    ours.filter(({ path }) => path.startsWith('packages/server/src/boot/')),
    pages.map(read).join('\n'),
  ),
  ...hiddenSettings(ours),
  ...kindBreaches(
    'CONTRIBUTING.md',
    read('CONTRIBUTING.md'),
    KINDS.map(({ id }) => id),
  ),
  ...pages.flatMap((path) =>
    linkBreaches(path, read(path), exists, (file) => (isFile(file) ? read(file) : null)),
  ),
];
for (const breach of breaches) say(breach);
say(`${documents.length} documents, ${breaches.length} things that are not so`);
process.exitCode = breaches.length === 0 ? 0 : 1;
