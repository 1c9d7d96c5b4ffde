import { describe, expect, it } from 'vitest';
import { importsOf } from './imports.mjs';
import { breaches } from './rooms.mjs';

const server = 'packages/server/src';
const breaks = (path: string, target: string): boolean => breaches({ path, imports: [target] }).length > 0;

describe('the direction rule', () => {
  it.each([
    // Another package, or a package of npm.
    ['packages/contract/src/goals/goals.ts', '@goalpost/server'],
    ['packages/contract/src/goals/goals.ts', 'fastify'],
    ['packages/tag/src/index.ts', 'zod'],
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
    // Past the door.
    [`${server}/stores/records/goals/goal-store.ts`, `${server}/goals/registry.ts`],
    [`${server}/http/app.ts`, `${server}/goals/registry.ts`],
    [`${server}/stores/files/disk.ts`, `${server}/chat/files/chat-files.ts`],
    // For tests.
    [`${server}/goals/registry.ts`, `${server}/goals/test-goal.ts`],
  ])('%s may not import %s', (path, target) => expect(breaks(path, target)).toBe(true));

  it.each([
    ['packages/contract/src/goals/goals.ts', 'zod'],
    ['packages/tag/src/index.ts', '@goalpost/contract'],
    ['packages/tag/src/index.ts', '@goalpost/contract/wire'],
    ['packages/tag/src/index.ts', 'packages/tag/src/guard.ts'],
    [`${server}/goals/registry.ts`, `${server}/goals/types/action.ts`],
    [`${server}/collect/run/processor.ts`, `${server}/kit/olap.ts`],
    [`${server}/counters/goals/management.ts`, `${server}/goals/index.ts`],
    [`${server}/stores/records/goals/goal-store.ts`, `${server}/counters/goals/port.ts`],
    [`${server}/stores/records/goals/goal-store.ts`, 'kysely'],
    [`${server}/http/app.ts`, `${server}/goals/index.ts`],
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
