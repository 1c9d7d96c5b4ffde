import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsByExpression, importsOf } from './imports.mjs';
import { inRoot } from './places.mjs';
import { circles } from './circles.mjs';
import { pictureFaults, undescribed } from './described.mjs';
import { imageNames } from './names.mjs';
import {
  absentRooms,
  breaches,
  crowdedRooms,
  FLOORS,
  holdsValidator,
  undeclaredPackages,
  unusedPackages,
} from './rooms.mjs';

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
    // For tests, and what lies beside the sources.
    [`${server}/goals/registry.ts`, `${server}/goals/test-goal.ts`],
    [`${server}/goals/registry.ts`, 'packages/server/test/eventually.ts'],
    [`${server}/goals/registry.ts`, 'packages/server/demo/main.ts'],
    [`${server}/goals/registry.ts`, 'e2e/path/api.ts'],
    [`${server}/goals/registry.ts`, 'scripts/lib/places.mjs'],
    // Past the door of its own package.
    [`${server}/goals/registry.ts`, '@goalpost/server/src/http/app.ts'],
    ['packages/contract/src/goals/goals.ts', '@goalpost/contract/chat'],
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

it.each(['mts', 'cts', 'js', 'mjs', 'cjs', 'jsx'])('a source that ends in .%s is a breach', (ending) => {
  expect(breaches({ path: `${server}/kit/clock.${ending}`, imports: [] })).toEqual([
    `${server}/kit/clock.${ending}: sources are .ts or .tsx, which every check reads.`,
  ]);
});

it('what an expression names cannot be checked, and is a breach but where a site loads a part', () => {
  const text = 'const page = await import(`${folder}/page.ts`);\n';
  expect(breaches({ path: `${server}/kit/clock.ts`, imports: [], text })).toHaveLength(1);
  expect(breaches({ path: 'packages/tag/src/wire/hit.ts', imports: [], text })).toEqual([]);
});

it('a folder of tests alone needs a floor as well', () => {
  expect(breaches({ path: `${server}/billing/a.test.ts`, imports: [] })).toHaveLength(1);
});

describe('circles', () => {
  const found = (...edges: readonly (readonly [string, ...string[]])[]) =>
    circles(edges.map(([path, ...imports]) => ({ path, imports })));

  it('are said once each, by the way back', () => {
    expect(found(['a', 'b', 'x'], ['b', 'c'], ['c', 'a'], ['d', 'a'], ['e', 'e'])).toEqual([
      expect.stringMatching(/^a → b → c → a: /),
      expect.stringMatching(/^e → e: /),
    ]);
  });

  it('of one knot are one sentence', () => {
    expect(found(['a', 'b'], ['b', 'a', 'c'], ['c', 'b', 'd'], ['d', 'a'])).toEqual([
      'a → b → a: a circle; move what both need to a file of its own.',
    ]);
  });

  it('are none where files come together again', () => {
    expect(found(['a', 'b', 'c'], ['b', 'd'], ['c', 'd'], ['d', 'zod'])).toEqual([]);
  });
});

it('a package of npm stands in the package.json of who imports it; of types, theirs do', () => {
  const manifests = {
    server: { dependencies: { '@a/b': '1' }, devDependencies: { '@types/ws': '1', vitest: '1' } },
  };
  const imports = [
    '@a/b/deep',
    'ws',
    'left-pad/x',
    'vitest',
    '@goalpost/contract/chat',
    `${server}/kit/log.ts`,
  ];
  expect(undeclaredPackages([{ path: `${server}/kit/a.ts`, imports }], manifests)).toEqual([
    `${server}/kit/a.ts imports left-pad: packages/server/package.json does not list it.`,
    `${server}/kit/a.ts imports vitest: packages/server/package.json does not list it.`,
  ]);
  expect(undeclaredPackages([{ path: `${server}/kit/a.test.ts`, imports }], manifests)).toEqual([]);
});

it('a package that no file of its package names is a breach', () => {
  const manifests = {
    server: { dependencies: { '@a/b': '1.0.0', ours: '1.0.0', 'left-pad': '1.0.0', deep: '1.0.0' } },
  };
  const files = [
    { path: `${server}/kit/a.ts`, text: "import { b } from '@a/b';\nimport 'deep/part.js';\n" },
    { path: 'packages/server/demo/main.ts', text: "const ours = require.resolve('ours');" },
    { path: 'packages/admin/src/main.tsx', text: "import 'left-pad';" },
  ];
  expect(unusedPackages(files, manifests)).toEqual([
    'packages/server/package.json lists left-pad, which no file of it imports: take it away.',
  ]);
});

it('a floor that no folder stands on is a breach', () => {
  const paths = Object.entries(FLOORS).flatMap(([room, floors]) =>
    Object.keys(floors).map((folder) => join('packages', room, 'src', folder, 'a.ts')),
  );
  expect(absentRooms(paths)).toEqual([]);
  expect(absentRooms(paths.filter((path) => !path.includes('/notify/')))).toEqual([
    'FLOORS (scripts/lib/rooms.mjs) names server/notify, which does not exist.',
  ]);
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

  it('an image as a name is refused, also as a part of it, of a folder, and of what is no source', () => {
    expect(imageNames([`${server}/chat/mail/calm.ts`, `${server}/chat/desk-scope.tsx`])).toHaveLength(2);
    expect(imageNames([`${server}/chat/told.test.ts`, `${server}/kit/test-few-at-once.ts`])).toHaveLength(2);
    expect(
      imageNames([`${server}/desk/a.ts`, 'scripts/lib/Shelf.mjs', 'e2e/path/few-at-once.ts']),
    ).toHaveLength(3);
    expect(imageNames([`${server}/kit/limits/rate-limit.ts`, `${server}/chat/sockets/socket.ts`])).toEqual(
      [],
    );
  });

  it('a package or a room that the map does not name is a breach', () => {
    const paths = ['packages/tag/src/main.ts', `${server}/notify/index.ts`];
    expect(undescribed(paths, '`packages/tag` `packages/server`\n| `notify` |')).toEqual([]);
    expect(undescribed(paths, '`packages/tag`')).toHaveLength(2);
    expect(undescribed(['packages/tag/src/wire/hit.ts'], '`packages/tag`\n| `wire` |')).toEqual([
      'docs/architecture.md says nothing of tag/src/wire.',
    ]);
  });

  it('the picture of the floors shows each room on its floor, and no other', () => {
    const { '': beside, ...rooms } = FLOORS.server;
    const lines = [...new Set(Object.values(rooms))].map(
      (floor) =>
        `${floor}  ${Object.keys(rooms)
          .filter((name) => rooms[name as keyof typeof rooms] === floor)
          .join('  ')}`,
    );
    const drawn = (text: string) =>
      `\n## Floors of the server\n\n\`\`\`\n${beside} server.ts, main.ts\n${text}\n\`\`\`\n`;
    const picture = drawn(lines.join('\n'));
    expect(pictureFaults(picture)).toEqual([]);
    expect(pictureFaults(picture.replace(' sharing', ''))).toEqual([
      expect.stringContaining('does not show sharing on floor 5'),
    ]);
    expect(pictureFaults(picture.replace(' sharing', ' sharing  billing'))).toHaveLength(1);
    expect(pictureFaults(`${picture}\n| \`billing\` | x |\n`)).toEqual([
      expect.stringContaining('there is no room billing'),
    ]);
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
const e = await import(/* a part */ \`./e.ts\`);
type F = import('./f.ts').F;
import g = require('./g.ts');
const h = createRequire(import.meta.url)('./h.ts');
new Worker(new URL('./i.ts', import.meta.url));
new URL('./font.ttf', import.meta.url);
import {
  // Not all of it's needed; "one" is.
  one,
} from './j.ts';
new Worker(new URL(\`./k.ts\`, import.meta.url));
import.meta.resolve('./l.ts');
import { readFileSync } from 'node:fs';
`;
  expect(importsOf(text, 'packages/x/src/deep/me.ts').toSorted()).toEqual([
    'packages/x/src/b/index.ts',
    ...['a', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'].map(
      (name) => `packages/x/src/deep/${name}.ts`,
    ),
    'side-effect',
  ]);
  expect(importsByExpression(text)).toBe(false);
  expect(importsByExpression('import(/* x */ `${a}/b.ts`)')).toBe(true);
  expect(importsByExpression('import(name)')).toBe(true);
  expect(importsByExpression("import.meta.glob('../app/*.tsx')")).toBe(true);
  expect(importsByExpression('import.meta.resolve(name)')).toBe(true);
});
