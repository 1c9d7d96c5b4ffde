/** Holds the rules of rooms, names and builds over the whole tree; part of `npm run check`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { say } from './lib/console.mjs';
import { sourceFiles } from './lib/imports.mjs';
import { inRoot } from './lib/places.mjs';
import { breaches, crowdedRooms, holdsValidator, imageNames, undescribed } from './lib/rooms.mjs';

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
const found = [
  ...files.flatMap(breaches),
  ...crowdedRooms(paths),
  ...imageNames(paths),
  ...undescribed(paths, readFileSync(inRoot('docs/architecture.md'), 'utf8')),
  ...built,
];
for (const breach of found) say(breach);
say(`${files.length} files, ${found.length} breaches of the rules of rooms`);
process.exitCode = found.length === 0 ? 0 : 1;
