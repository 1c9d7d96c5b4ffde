/** `npm run dev`: the server, started again at every change, and the admin from its sources. */
import { spawn } from 'node:child_process';
import { build } from './lib/builds.mjs';
import { say } from './lib/console.mjs';
import { install } from './lib/install.mjs';
import { NODE_FLAGS, node24 } from './lib/node24.mjs';
import { inRoot, ROOT } from './lib/places.mjs';
import { ended } from './lib/run.mjs';

await install();
await build();
const port = process.env.GOALPOST_PORT ?? '8090';
const api = `http://127.0.0.1:${port}`;
const node = node24();
const children = [
  spawn(node, [...NODE_FLAGS, '--watch', '--watch-preserve-output', inRoot('packages/server/src/main.ts')], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, GOALPOST_DATA: process.env.GOALPOST_DATA ?? inRoot('.data') },
  }),
  spawn(node, [inRoot('node_modules/vite/bin/vite.js'), '--logLevel=warn'], {
    cwd: inRoot('packages/admin'),
    stdio: 'inherit',
    env: { ...process.env, GOALPOST_API: api },
  }),
];
say(`The admin from its sources: http://127.0.0.1:5173; the API and the tag: ${api}`);
const codes = await Promise.all(
  children.map(async (child) => {
    const code = await ended(child);
    for (const other of children) if (other !== child) other.kill('SIGTERM');
    return code;
  }),
);
process.exit(codes.find((code) => code !== 0 && code !== 130) ?? 0);
