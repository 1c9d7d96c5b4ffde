/** The Node that runs the project: at least 24, whatever the shell has. */
import { existsSync } from 'node:fs';
import { giveUp } from './console.mjs';
import { inRoot } from './places.mjs';

const WANTED = 24;
const PINNED = inRoot('node_modules', '.bin', 'node');

/** Flags for our own programs: SQLite is stable enough for us, and the notice about it is no news to the operator. */
export const NODE_FLAGS = ['--disable-warning=ExperimentalWarning'];

/** Variables for our own programs: what was compiled is kept, so that their next start is quicker. */
export const NODE_ENVIRONMENT = {
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? inRoot('node_modules', '.cache', 'goalpost'),
};

export function node24() {
  if (existsSync(PINNED)) return PINNED;
  if (Number(process.versions.node.split('.')[0]) >= WANTED) return process.execPath;
  return giveUp(
    `Goalpost needs Node ${WANTED} or newer, and this is Node ${process.versions.node}. ` +
      `On Linux x64 npm brings it along; on this machine install it from https://nodejs.org and try again.`,
  );
}
