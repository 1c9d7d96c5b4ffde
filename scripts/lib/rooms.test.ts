import { describe, expect, it } from 'vitest';
import { importsOf } from './imports.mjs';
import { breaches } from './rooms.mjs';

const server = 'packages/server/src';
const breaks = (path: string, target: string): boolean => breaches({ path, imports: [target] }).length > 0;

describe('the direction rule', () => {
  it.each([
    ['packages/contract/src/goals.ts', '@goalpost/server'],
    ['packages/contract/src/goals.ts', 'fastify'],
    ['packages/tag/src/index.ts', 'zod'],
    ['packages/tag/src/index.ts', '@goalpost/server'],
    ['packages/admin/src/main.tsx', '@goalpost/server'],
    ['packages/admin/src/main.tsx', `${server}/kit/clock.ts`],
    [`${server}/kit/clock.ts`, `${server}/goals/index.ts`],
    [`${server}/goals/registry.ts`, `${server}/http/app.ts`],
    [`${server}/goals/registry.ts`, `${server}/main.ts`],
    [`${server}/goals/registry.ts`, `${server}/counters/port.ts`],
    [`${server}/goals/registry.ts`, `${server}/stores/records/index.ts`],
    [`${server}/goals/registry.ts`, 'kysely'],
    [`${server}/collect/processor.ts`, '@clickhouse/client'],
    [`${server}/stores/records/goals.ts`, `${server}/goals/registry.ts`],
    [`${server}/http/app.ts`, `${server}/goals/registry.ts`],
    [`${server}/goals/registry.ts`, `${server}/stores/records/test-records.ts`],
  ])('%s may not import %s', (path, target) => expect(breaks(path, target)).toBe(true));

  it.each([
    ['packages/contract/src/goals.ts', 'zod'],
    ['packages/tag/src/index.ts', '@goalpost/contract'],
    ['packages/tag/src/index.ts', '@goalpost/contract/wire'],
    ['packages/tag/src/index.ts', 'packages/tag/src/guard.ts'],
    [`${server}/goals/registry.ts`, `${server}/goals/types/action.ts`],
    [`${server}/goals/registry.ts`, `${server}/kit/clock.ts`],
    [`${server}/goals/registry.ts`, `${server}/counters/index.ts`],
    [`${server}/collect/processor.ts`, `${server}/stores/olap/port.ts`],
    [`${server}/stores/records/goals.ts`, `${server}/goals/port.ts`],
    [`${server}/stores/records/goals.ts`, 'kysely'],
    [`${server}/http/app.ts`, `${server}/goals/index.ts`],
    [`${server}/main.ts`, `${server}/stores/records/index.ts`],
    [`${server}/goals/registry.test.ts`, `${server}/stores/records/test-records.ts`],
  ])('%s may import %s', (path, target) => expect(breaks(path, target)).toBe(false));
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
