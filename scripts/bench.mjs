/**
 * `npm run bench`: measures the server beside a bare one, in one run. `npm run bench chat`: the chat;
 * `npm run bench widget`, `npm run bench tag`: what they cost a page; `npm run bench users`: the console's list of visitors;
 * `npm run bench open-visitors`: bytes of memory that a visitor takes whose visit may go on; `npm run bench reports`:
 * reports beside the same questions written by hand; `npm run bench two-years`: reports of a small counter over two years
 * beside its last 30 days; `npm run bench goals`: what 200 goals cost a hit beside 2;
 * `npm run bench engine`: what storing a hit costs the analytics engine;
 * `npm run bench paint`: the first paint of a report;
 * `npm run bench pasts`: looking up pasts at a counter of 30 days and at one of two years.
 */
import { build } from './lib/builds.mjs';
import { install } from './lib/install.mjs';
import { NODE_ENVIRONMENT, NODE_FLAGS, node24 } from './lib/node24.mjs';
import { inRoot } from './lib/places.mjs';
import { run } from './lib/run.mjs';

await install();
await build();
const [which, ...rest] = process.argv.slice(2);
const isNamed = [
  'chat',
  'engine',
  'goals',
  'open-visitors',
  'paint',
  'pasts',
  'reports',
  'tag',
  'two-years',
  'users',
  'widget',
].includes(which);
const [script, args] = isNamed ? [`bench/${which}.ts`, rest] : ['bench/main.ts', process.argv.slice(2)];
// As `npm start` starts the server.
process.exit(await run(node24(), [...NODE_FLAGS, inRoot(script), ...args], { env: NODE_ENVIRONMENT }));
