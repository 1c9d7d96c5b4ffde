/** Installs dependencies where they are missing or the lock file has changed. */
import { existsSync, readFileSync } from 'node:fs';
import { giveUp, say } from './console.mjs';
import { inRoot } from './places.mjs';
import { run } from './run.mjs';

export async function install() {
  const lock = readLock(inRoot('package-lock.json'));
  if (lock === null) giveUp('package-lock.json is missing: is this a whole copy of the project?');
  if (isInstalled(lock, readLock(inRoot('node_modules', '.package-lock.json')))) return;
  say('Installing dependencies (once; a minute or so) …');
  // The shell's Node may be older than the one being installed: no page of warnings about that.
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) giveUp(`Dependencies could not be installed: "npm ci" ended with ${code}.`);
}

function readLock(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : null;
}

const ours = (path) => path.startsWith('node_modules/') || path.includes('/node_modules/');

/**
 * npm keeps beside what it installed a list of it; both lists must agree. Packages for other machines are
 * optional, and are not in the second.
 */
export function isInstalled(wanted, installed) {
  if (installed === null) return false;
  return (
    Object.entries(wanted).every(([path, { version, optional, link }]) => {
      if (!ours(path) || link) return true;
      return installed[path] ? installed[path].version === version : optional === true;
    }) && Object.keys(installed).every((path) => !ours(path) || path in wanted)
  );
}
