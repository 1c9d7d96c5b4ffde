/** [A45] Screens ask the table of roles what a person may do: a comparison with one role forgets the others. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const SRC = path.join(import.meta.dirname, '..');

it('no screen compares a permission with a role', () => {
  const comparing = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .filter((file) =>
      /\bpermission\s*[!=]==/.test(
        readFileSync(path.join(SRC, file), 'utf8').replaceAll(/permission [!=]== undefined/g, ''),
      ),
    );
  expect(comparing).toEqual([]);
});
