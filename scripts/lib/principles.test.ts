/** Principles of docs/architecture.md, broken on purpose. */
import { expect, it } from 'vitest';
import { principleBreaches } from './principles.mjs';

const SERVER = 'packages/server/src';

it.each([
  "const QUERY = 'SELECT count() FROM visits';",
  'const QUERY = `\nSELECT count()\nFROM visits`;',
  "await db.run('DELETE FROM accounts');",
  "olap.command('ALTER TABLE hits DROP COLUMN url');",
])('SQL outside of its rooms is refused: %s', (text) => {
  const paths = ['alerts/find.ts', 'chat/sql.ts', 'query/sql.ts', 'stores/olap/sql.ts', 'visitors/sql.ts'];
  expect(paths.flatMap((path) => principleBreaches({ path: `${SERVER}/${path}`, text }))).toEqual([
    expect.stringMatching(/alerts\/find\.ts holds SQL/),
    expect.stringMatching(/chat\/sql\.ts holds SQL/),
  ]);
});

it.each(["say('SELECTED');", "// 'SELECT 1' asks whether it is there", "t('Select a period')"])(
  'it is no SQL: %s',
  (text) => expect(principleBreaches({ path: `${SERVER}/alerts/find.ts`, text })).toEqual([]),
);

it.each([
  'let count = 0;',
  'export let count = 0;',
  'const seen = new Map<string, number>();',
  'const seen: Map<string, number> = new Map();',
  'export const known = new Set<string>();',
  'const waiting: string[] = [];',
  'const byName: Record<string, number> = {};',
  'const cache = new LRUCache<string, string>({ max: 10 });',
])('state of a module is refused: %s', (text) =>
  expect(principleBreaches({ path: 'packages/admin/src/ui/x.ts', text })).toEqual([
    expect.stringMatching(/^packages\/admin\/src\/ui\/x\.ts keeps state in its module, in \w+:/),
  ]),
);

it.each([
  'const NONE: ReadonlySet<string> = new Set();',
  'function f() {\n  let count = 0;\n  const seen = new Map();\n}',
  'const sizes = { small: 1 };',
])('it is no state: %s', (text) =>
  expect(principleBreaches({ path: 'packages/admin/src/ui/x.ts', text })).toEqual([]),
);
