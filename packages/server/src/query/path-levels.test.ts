/** Levels of paths, and the one key that several are grouped by, on the real engine. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestOlap, type TestOlap } from '../stores/olap/test-olap.ts';
import { levelsKeySql, pathLevelSql } from './path-levels.ts';

let test: TestOlap;
beforeAll(async () => {
  test = await startTestOlap();
});
afterAll(() => test.close());

const LEVELS = [1, 2, 3, 4, 5] as const;

/** By a plain account of the rule [M46]. */
function levelOf(path: string, level: number): string {
  const parts = path.split('/');
  const whole = parts.slice(0, level + 1).join('/') + (parts.length > level + 1 ? '/' : '');
  return level > 1 && (parts[level] ?? '') === '' ? '' : whole;
}

const paths = fc
  .array(fc.constantFrom('/', '/', 'a', 'b', 'ü', '?', '%2F', 'catalogue'), { maxLength: 12 })
  .map((parts) => parts.join(''));
const levels = fc.uniqueArray(fc.constantFrom(...LEVELS), { minLength: 2 });

it('[M46] a key of any levels tells each of them, and is one for paths alike in all', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(paths, { minLength: 80, maxLength: 80 }), levels, async (all, asked) => {
      const columns = asked.flatMap((level) => [pathLevelSql('path', level), pathLevelSql('key', level)]);
      const rows = await test.olap.query<{ path: string; key: string; read: string[] }>(
        `SELECT path, ${levelsKeySql('path', asked)} AS key, [${columns.join(', ')}] AS read
FROM (SELECT arrayJoin({paths:Array(String)}) AS path)`,
        { paths: all },
      );
      expect(rows).toHaveLength(80);
      const keys = new Map<string, string>();
      for (const { path, key, read } of rows) {
        const said = asked.map((level) => levelOf(path, level));
        expect([path, read]).toEqual([path, said.flatMap((text) => [text, text])]);
        const alike = JSON.stringify(said);
        expect([path, keys.get(alike) ?? key]).toEqual([path, key]);
        keys.set(alike, key);
      }
      expect(new Set(keys.values()).size).toBe(keys.size);
    }),
    { numRuns: 12 },
  );
});
