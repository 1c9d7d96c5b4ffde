/**
 * `npm run dev`: runs all parts from their sources, and rebuilds them at every change. That is the server with a
 * sample shop that carries the tag and the chat, started again at every change;
 * the tag and the widget, built again at every change of theirs; and the admin from its sources.
 */
import { spawn } from 'node:child_process';
import { build } from './lib/builds.mjs';
import { say } from './lib/console.mjs';
import { install } from './lib/install.mjs';
import { NODE_ENVIRONMENT, NODE_FLAGS, node24 } from './lib/node24.mjs';
import { inRoot, ROOT } from './lib/places.mjs';
import { ended } from './lib/run.mjs';
import { watchFolders } from './lib/watch.mjs';

await install();
await build();
const port = process.env.GOALPOST_PORT ?? '8090';
const api = `http://127.0.0.1:${port}`;
const node = node24();
const PAGE_PARTS = ['tag', 'widget'];
const serverEnv = { GOALPOST_DATA: inRoot('.data/dev'), ...process.env, ...NODE_ENVIRONMENT };

let isEnding = false;
let server = startServer();
// It says its own address: another run may have the usual port.
const admin = spawn(node, [inRoot('node_modules/vite/bin/vite.js'), '--clearScreen=false'], {
  cwd: inRoot('packages/admin'),
  stdio: 'inherit',
  env: { ...process.env, GOALPOST_API: api },
});
const sources = ['server', 'contract', ...PAGE_PARTS].map((room) => inRoot('packages', room));
const stopWatching = watchFolders(sources, async () => {
  await build({ only: PAGE_PARTS, keepGoing: true });
  if (!isEnding) server = restart(server);
});
say(`The API and the tag: ${api}; the admin from its sources has the address that Vite says:`);
process.exit(await endTogether());

/** The sample shop's page, with the tag and the chat, has the address that this server prints. */
function startServer() {
  return spawn(node, [...NODE_FLAGS, inRoot('packages/server/demo/main.ts'), '--no-past'], {
    cwd: ROOT,
    stdio: 'inherit',
    env: serverEnv,
  });
}

/** A server that a mistake has stopped is started again at the next change. */
function restart(running) {
  if (running.exitCode !== null || running.signalCode !== null) return startServer();
  // It is ending already, and a new one follows.
  if (running.killed) return running;
  running.once('close', () => {
    if (!isEnding) server = startServer();
  });
  running.kill('SIGTERM');
  return running;
}

async function endTogether() {
  const code = await ended(admin);
  isEnding = true;
  stopWatching();
  if (server.exitCode === null && server.signalCode === null) {
    server.kill('SIGTERM');
    await new Promise((resolve) => server.once('close', resolve));
  }
  return code === 130 ? 0 : code;
}
