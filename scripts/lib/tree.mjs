/** The files of the repository, without what is installed or built. */
import { readdirSync } from 'node:fs';
import { inRoot } from './places.mjs';

/** @param {string} folder from the root @returns {string[]} paths from the root */
export function filesIn(folder) {
  return readdirSync(inRoot(folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === 'dist') return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}
