/** Holds the rules of rooms, names and builds over the whole tree; part of `npm run check`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './lib/console.mjs';
import { sourceFiles } from './lib/imports.mjs';
import { inRoot } from './lib/places.mjs';
import { circles } from './lib/circles.mjs';
import { pictureFaults, undescribed } from './lib/described.mjs';
import { exportsForTests, unreachedFiles, unusedExports } from './lib/exports.mjs';
import { readModules } from './lib/modules.mjs';
import { imageNames } from './lib/names.mjs';
import { principleBreaches } from './lib/principles.mjs';
import {
  absentRooms,
  breaches,
  crowdedRooms,
  holdsValidator,
  undeclaredPackages,
  unusedPackages,
} from './lib/rooms.mjs';
import { isTestFile } from './lib/test-files.mjs';
import { filesIn } from './lib/tree.mjs';

const files = sourceFiles();
const paths = files.map(({ path }) => path);
/** Scripts that run on other people's pages: nothing of them may bring the validator. */
const built = ['tag', 'widget'].flatMap((name) => {
  const folder = inRoot('packages', name, 'dist');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((file) => /\.m?js$/.test(file))
    .filter((file) => holdsValidator(readFileSync(`${folder}/${file}`, 'utf8')))
    .map((file) => `packages/${name}/dist/${file} holds zod: enter the contract by a door without it.`);
});
const manifests = Object.fromEntries(
  readdirSync(inRoot('packages'))
    .filter((name) => existsSync(inRoot('packages', name, 'package.json')))
    .map((name) => [name, JSON.parse(readFileSync(inRoot('packages', name, 'package.json'), 'utf8'))]),
);
const doors = Object.entries(manifests).flatMap(([name, { exports = {} }]) =>
  Object.values(exports).map((file) => join('packages', name, file)),
);
const architecture = readFileSync(inRoot('docs/architecture.md'), 'utf8');
/** What is written by hand: the committed SQL has the names of reports. */
const named = ['packages', 'e2e', 'bench', 'bin', 'scripts']
  .flatMap((folder) => filesIn(folder))
  .filter((path) => /\.([cm]?[jt]sx?|css)$/.test(path));
/** Takes the place of a package: `alias` in packages/admin/vite.config.ts. */
const ALIASED = 'packages/admin/src/i18n/react.ts';
/** Tag and widget load their parts by address, so that no import tells what is taken. */
const offers = (path) =>
  /^packages\/(?:server|admin|contract)\/src\//.test(path) &&
  path !== ALIASED &&
  !isTestFile(path) &&
  !/\/test-[^/]+\//.test(path);
/** Declared for tests, each with its reason. */
const FOR_TESTS = new Set([
  // The plain model of reports asks its table.
  'packages/server/src/query/dimensions/continents.ts',
]);
const modules = readModules();
const gone = [...FOR_TESTS, ALIASED]
  .filter((path) => !existsSync(inRoot(path)))
  .map((path) => `scripts/check-rooms.mjs names ${path}, which does not exist: take the line away.`);
/** Also by the sample shop and the benches, but not by tests. */
const takenElsewhere = modules
  .filter(({ path }) => !isTestFile(path))
  .flatMap(({ takes }) => takes.map(({ from }) => from));
const found = [
  ...files.flatMap(breaches),
  ...circles(files),
  ...absentRooms(paths),
  ...undeclaredPackages(files, manifests),
  ...unusedPackages(modules, manifests),
  ...crowdedRooms(paths),
  ...files.filter(({ path }) => !isTestFile(path)).flatMap(principleBreaches),
  ...unusedExports(modules, offers),
  ...exportsForTests(modules, (path) => offers(path) && !FOR_TESTS.has(path), isTestFile),
  ...unreachedFiles(files, (path) => offers(path) && !FOR_TESTS.has(path), [...doors, ...takenElsewhere]),
  ...imageNames(named),
  ...undescribed(paths, architecture),
  ...pictureFaults(architecture),
  ...built,
  ...gone,
];
for (const breach of found) say(breach);
say(`${files.length} files, ${found.length} breaches of the rules of rooms`);
process.exitCode = found.length === 0 ? 0 : 1;
