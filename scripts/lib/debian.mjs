/** Programs that tests need and npm does not bring: Chromium, a font, PostgreSQL and nginx, from Debian. */
import { existsSync, readdirSync } from 'node:fs';
import { say } from './console.mjs';
import { run } from './run.mjs';

const PROGRAMS = [
  {
    // The build without windows takes less than half the processor time of the whole browser, which also serves.
    name: 'chromium-headless-shell',
    isThere: () => existsSync('/usr/lib/chromium/chromium-headless-shell'),
    serves: () => existsSync('/usr/bin/chromium'),
  },
  // Without any font, text has no width, and nothing can be clicked.
  { name: 'fonts-liberation', isThere: () => existsSync('/usr/share/fonts') },
  { name: 'postgresql', isThere: () => postgresVersions().length > 0 },
  { name: 'nginx', isThere: () => existsSync('/usr/sbin/nginx') },
];

function postgresVersions() {
  const folder = '/usr/lib/postgresql';
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((version) => existsSync(`${folder}/${version}/bin/postgres`));
}

/** @returns whether all are there now */
export async function ensurePrograms() {
  const missing = PROGRAMS.filter((one) => !one.isThere()).map((one) => one.name);
  if (missing.length === 0) return true;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    if (lacking().length === 0) return true;
    say(`The tests need ${missing.join(' and ')}. Install with: sudo apt-get install ${missing.join(' ')}`);
    return false;
  }
  say(`Installing ${missing.join(' and ')} from Debian (once) …`);
  const quiet = ['-qq', '-o=Dpkg::Use-Pty=0'];
  // Services are not to be started: tests start their own.
  const env = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const stdio = ['ignore', 'ignore', 'inherit'];
  await run('apt-get', ['update', ...quiet], { env, stdio });
  await run('apt-get', ['install', '-y', '--no-install-recommends', ...quiet, ...missing], { env, stdio });
  const still = lacking();
  if (still.length > 0) say(`apt-get could not install ${still.join(' and ')}.`);
  return still.length === 0;
}

/** Names of the programs that neither are there nor have another in their place. */
function lacking() {
  return PROGRAMS.filter((one) => !one.isThere() && !one.serves?.()).map((one) => one.name);
}
