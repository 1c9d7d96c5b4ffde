/** `npm run check`: format, lint, the rooms' directions, types, sizes. All at once; what fails says why. */
import { existsSync } from 'node:fs';
import { build } from './lib/builds.mjs';
import { say } from './lib/console.mjs';
import { install } from './lib/install.mjs';
import { node24 } from './lib/node24.mjs';
import { inRoot } from './lib/places.mjs';
import { capture } from './lib/run.mjs';

await install();
await build();
const bin = (name) => inRoot('node_modules', '.bin', name);
const node = node24();
const typed = [
  'packages/contract',
  'packages/server',
  'packages/tag',
  'packages/widget',
  'packages/admin',
  'e2e',
  'bench',
];

const CHECKS = [
  ['format', () => capture(bin('oxfmt'), ['--check', '.'])],
  ['lint', () => capture(bin('oxlint'), ['--type-aware', '--quiet', '.'])],
  ['rooms', () => capture(node, [inRoot('scripts/check-rooms.mjs')])],
  ['documents', () => capture(node, [inRoot('scripts/check-documents.mjs')])],
  ['goal types', () => capture(node, [inRoot('scripts/check-goal-types.mjs')])],
  ['plain words', () => capture(node, [inRoot('scripts/check-words.mjs')])],
  ['words of screens', () => capture(node, [inRoot('scripts/check-screens.mjs')])],
  ['styles', () => capture(node, [inRoot('scripts/check-styles.mjs')])],
  ['tests', () => capture(node, [inRoot('scripts/check-tests.mjs')])],
  ...typed
    .filter((room) => existsSync(inRoot(room, 'tsconfig.json')))
    .map((room) => [`types: ${room}`, () => capture(bin('tsc'), ['-p', room])]),
  ['size: tag', () => capture(node, [inRoot('packages/tag/size.ts')])],
  ['size: widget', () => capture(node, [inRoot('packages/widget/size.ts')])],
  ['size: admin', () => capture(node, [inRoot('packages/admin/size.ts')])],
];

// Each runs a program that ends with this one.
process.setMaxListeners(CHECKS.length + 10);
const results = await Promise.all(
  CHECKS.map(async ([name, check]) => {
    const startedAt = performance.now();
    const { code, output } = await check();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    say(`${code === 0 ? 'ok  ' : 'FAIL'}  ${name.padEnd(26)} ${seconds.padStart(5)} s`);
    return { name, ok: code === 0, output };
  }),
);
for (const { name, ok, output } of results) {
  if (!ok) say(`\n── ${name} ──\n${output.trimEnd()}`);
  else if (name.startsWith('size')) say(output.trimEnd());
}
const failed = results.filter((one) => !one.ok).length;
say(`\n${results.length - failed} checks passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
