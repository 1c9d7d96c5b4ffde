/** Installs dependencies where they are missing or the lock file has changed. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { giveUp, say } from './console.mjs';
import { inRoot } from './places.mjs';
import { run } from './run.mjs';

const LOCK = inRoot('package-lock.json');
/** Digest of the lock file that was installed from, by us. */
const NOTE = inRoot('node_modules', '.installed-from');

export async function install() {
  if (!existsSync(LOCK)) giveUp('package-lock.json is missing: is this a whole copy of the project?');
  const digest = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
  if (existsSync(NOTE) && readFileSync(NOTE, 'utf8') === digest) return;
  if (isInstalled(packagesOf(LOCK), packagesOf(inRoot('node_modules', '.package-lock.json')))) return;
  say('Installing dependencies (once; a minute or so) …');
  // The shell's Node may be older than the one being installed: no page of warnings about that.
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) giveUp(`Dependencies could not be installed: "npm ci" ended with ${code}.`);
  writeFileSync(NOTE, digest);
}

function packagesOf(path) {
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
