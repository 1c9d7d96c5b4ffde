import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf } from './imports.mjs';
import { inRoot } from './places.mjs';
import { breaches, crowdedRooms, FLOORS, holdsValidator, imageNames, undescribed } from './rooms.mjs';

const server = 'packages/server/src';
const breaks = (path: string, target: string): boolean => breaches({ path, imports: [target] }).length > 0;

describe('the direction rule', () => {
  it.each([
    // Another package, or a package of npm.
    ['packages/contract/src/goals/goals.ts', '@goalpost/server'],
    ['packages/contract/src/goals/goals.ts', 'fastify'],
    ['packages/tag/src/index.ts', 'zod'],
    ['packages/tag/src/index.ts', '@goalpost/contract'],
    ['packages/tag/src/index.ts', '@goalpost/server'],
    ['packages/admin/src/main.tsx', '@goalpost/server'],
    ['packages/admin/src/main.tsx', `${server}/kit/clock.ts`],
    [`${server}/goals/registry.ts`, 'kysely'],
    [`${server}/collect/run/processor.ts`, '@clickhouse/client'],
    // Upwards, and to the same floor.
    [`${server}/kit/clock.ts`, `${server}/goals/index.ts`],
    [`${server}/goals/registry.ts`, `${server}/http/app.ts`],
    [`${server}/goals/registry.ts`, `${server}/counters/index.ts`],
    [`${server}/goals/registry.ts`, `${server}/main.ts`],
    [`${server}/counters/list.ts`, `${server}/visitors/index.ts`],
    [`${server}/chat/core.ts`, `${server}/invitations/index.ts`],
    [`${server}/collect/run/processor.ts`, `${server}/stores/olap/index.ts`],
    [`${server}/boot/listen.ts`, `${server}/server.ts`],
    ['packages/tag/src/shared/guard.ts', 'packages/tag/src/wire/hit.ts'],
    ['packages/tag/src/methods/goal.ts', 'packages/tag/src/counter/counter.ts'],
    ['packages/tag/src/methods/goal.ts', 'packages/tag/src/main.ts'],
    ['packages/contract/src/goals/goals.ts', 'packages/contract/src/chat/index.ts'],
    ['packages/widget/src/link/link.ts', 'packages/widget/src/app/main.ts'],
    // Past the door.
    [`${server}/stores/records/goals/goal-store.ts`, `${server}/goals/registry.ts`],
    [`${server}/http/app.ts`, `${server}/goals/registry.ts`],
    [`${server}/stores/files/disk.ts`, `${server}/chat/files/chat-files.ts`],
    // For one alone.
    [`${server}/chat/sockets/welcome.ts`, `${server}/chat/core.ts`],
    // For tests.
    [`${server}/goals/registry.ts`, `${server}/goals/test-goal.ts`],
  ])('%s may not import %s', (path, target) => expect(breaks(path, target)).toBe(true));

  it.each([
    ['packages/contract/src/goals/goals.ts', 'zod'],
    ['packages/tag/src/index.ts', '@goalpost/contract/wire'],
    ['packages/tag/src/index.ts', 'packages/tag/src/shared/guard.ts'],
    ['packages/tag/src/counter/counter.ts', 'packages/tag/src/methods/index.ts'],
    ['packages/widget/src/app/main.ts', 'packages/widget/src/link/link.ts'],
    [`${server}/goals/registry.ts`, `${server}/goals/types/action.ts`],
    [`${server}/collect/run/processor.ts`, `${server}/kit/olap.ts`],
    [`${server}/counters/goals/management.ts`, `${server}/goals/index.ts`],
    [`${server}/stores/records/goals/goal-store.ts`, `${server}/counters/goals/port.ts`],
    [`${server}/stores/records/goals/goal-store.ts`, 'kysely'],
    [`${server}/http/app.ts`, `${server}/goals/index.ts`],
    [`${server}/chat/index.ts`, `${server}/chat/core.ts`],
    [`${server}/main.ts`, `${server}/stores/records/index.ts`],
    [`${server}/server.ts`, `${server}/boot/listen.ts`],
    [`${server}/goals/registry.test.ts`, `${server}/stores/records/test-records.ts`],
  ])('%s may import %s', (path, target) => expect(breaks(path, target)).toBe(false));

  it('a folder without a floor is a breach, whoever imports it and whatever it imports', () => {
    expect(breaks(`${server}/boot/listen.ts`, `${server}/billing/index.ts`)).toBe(true);
    expect(breaches({ path: `${server}/billing/index.ts`, imports: [] })).toEqual([
      expect.stringContaining('server/billing has no floor'),
    ]);
  });

  it.each([
    'tag/src/billing/a.ts',
    'widget/src/billing/a.ts',
    'admin/src/billing/a.tsx',
    'contract/src/billing/a.ts',
    'contract/src/loose.ts',
    'billing/src/a.ts',
  ])('packages/%s has no floor in its package', (path) => {
    expect(breaches({ path: `packages/${path}`, imports: [] })).toEqual([
      expect.stringContaining('has no floor'),
    ]);
  });
});

it.each([...Object.keys(FLOORS).map((name) => `packages/${name}/src`), 'packages/server/demo', 'scripts'])(
  'a circle of two files by their types alone is refused in %s',
  (place) => {
    const root = mkdtempSync(join(tmpdir(), 'goalpost-circle-'));
    mkdirSync(join(root, place), { recursive: true });
    const file = (name: string, other: string) =>
      writeFileSync(
        join(root, place, `${name}.ts`),
        `import type { ${other} } from './${other}.ts';\nexport type ${name} = ${other} | 1;\n`,
      );
    file('A', 'B');
    file('B', 'A');
    const lint = inRoot('node_modules', '.bin', 'oxlint');
    const { stdout } = spawnSync(lint, ['-c', inRoot('.oxlintrc.json'), '--quiet', '.'], {
      cwd: root,
      encoding: 'utf8',
    });
    rmSync(root, { recursive: true });
    expect(stdout).toContain('import(no-cycle)');
  },
);

describe('names and places', () => {
  it('a room has at most fifteen loose files; tests, its door and its folders do not count', () => {
    const loose = Array.from({ length: 15 }, (_, n) => `${server}/chat/file-${n}.ts`);
    const more = ['index.ts', 'a.test.ts', 'test-chat.ts', 'mail/send.ts'].map(
      (one) => `${server}/chat/${one}`,
    );
    expect(crowdedRooms([...loose, ...more])).toEqual([]);
    expect(crowdedRooms([...loose, `${server}/chat/one-more.ts`])).toEqual([
      expect.stringContaining('server/chat has 16'),
    ]);
  });

  it('an image as a name is refused, also as a part of it', () => {
    expect(imageNames([`${server}/chat/mail/calm.ts`, `${server}/chat/desk-scope.tsx`])).toHaveLength(2);
    expect(imageNames([`${server}/chat/told.test.ts`])).toHaveLength(1);
    expect(imageNames([`${server}/kit/limits/rate-limit.ts`, `${server}/chat/sockets/socket.ts`])).toEqual(
      [],
    );
  });

  it('a package or a room that the map does not name is a breach', () => {
    const paths = ['packages/tag/src/main.ts', `${server}/notify/index.ts`];
    expect(undescribed(paths, '`packages/tag` `packages/server`\n| `notify` |')).toEqual([]);
    expect(undescribed(paths, '`packages/tag`')).toHaveLength(2);
  });

  it('the validator is found in a build, minified or not', () => {
    expect(['class ZodError{}', 'a._zod.run', 'x("$ZodType")'].every(holdsValidator)).toBe(true);
    expect(holdsValidator('const prozodic = 1')).toBe(false);
  });
});

it('every way to import is seen', () => {
  const text = `import { a } from './a.ts';
import type {
  B,
} from "../b/index.ts";
export * from './c.ts';
import 'side-effect';
const d = await import('./d.ts');
import { readFileSync } from 'node:fs';
`;
  expect(importsOf(text, 'packages/x/src/deep/me.ts')).toEqual([
    'packages/x/src/deep/a.ts',
    'packages/x/src/b/index.ts',
    'packages/x/src/deep/c.ts',
    'side-effect',
    'packages/x/src/deep/d.ts',
  ]);
});
